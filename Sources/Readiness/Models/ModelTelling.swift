import Statistics
import Survey

/// How finely the rows of a model are told, by what of the groups that they rest on is hidden.
///
/// Weights from known sizes are known to every reader, up to how many people answered: a weighted mean beside the plain one is a second equation in the sums of
/// hidden groups, Kish's number one in their numbers of people, and degrees of freedom count clusters and strata in which a group has somebody.
struct ModelTelling: Sendable {
  /// How finely rows are told.
  let digits: SpreadDigits
  /// Whether the error of a group's mean would tell in how many clusters or strata its people are.
  let hidesPresence: Bool
  /// Whether what the weights cost would tell how many people hidden groups have.
  let hidesWeights: Bool
  /// Whether known sizes weigh so few hidden groups that every weighted figure would tell of them.
  let isRefused: Bool

  /// A model that is not of a population.
  init(_ sample: ModelSample, minimum: Int) {
    let spread = sample.clusters.map { Self.digits($0, count: sample.clusterCount, sample, minimum: minimum) } ?? .full
    digits = max(spread, Self.isUncounted(sample) ? .two : .full)
    (hidesPresence, hidesWeights, isRefused) = (false, false, false)
  }

  /// Estimates of a population.
  init(_ sample: ModelSample, _ drawn: ModelDesignSample, _ request: ModelRequest, _ responses: Responses, minimum: Int)
  {
    func isHidden(_ column: GroupingColumn, _ part: Int) -> Bool {
      column.name == responses.organization.name && sample.hiddenOrganizations.contains(part)
    }
    func digits(_ column: GroupingColumn?) -> SpreadDigits {
      column.map { column in
        Self.digits(column.codes, count: column.labels.count, sample, minimum: minimum) { isHidden(column, $0) }
      } ?? .full
    }
    let strata = request.strata.flatMap(responses.grouping(named:))
    let spread = max(digits(request.cluster.flatMap(responses.grouping(named:))), digits(strata))
    let all = max(spread, digits(responses.organization), Self.isUncounted(sample) ? .two : .full)
    var known = request.margins.compactMap { margin in
      responses.groupings(by: [margin.column]).first { $0.name == margin.column }.map { grouping in
        grouping.column.codes.map { Int32(grouping.group(ofCode: Int($0))) }
      }
    }
    if let strata, !request.population.isEmpty, responses.weights.isEmpty { known.append(strata.codes) }
    let weights = drawn.design.weights.values
    let found = known.flatMap { codes in
      Self.hidden(codes, weights: weights, sample, responses.organization.codes, minimum: minimum)
    }
    hidesPresence = spread != .full
    hidesWeights = !found.isEmpty
    isRefused = found.contains { $0.count < 4 || 2 * ($0.max() ?? 0) > $0.reduce(0, +) }
    self.digits = max(all == .full ? .full : max(all, .two), found.isEmpty ? .full : .one)
  }

  static let refusal: Phrase =
    "Known sizes weigh groups of which too few people answered to be shown, so that weighted figures would give their answers: put such groups together with others, or weigh by another column."

  /// The weights of the hidden parts of everybody, and of each level that has some: where there are fewer than four, or one is most of them, a
  /// weighted mean beside the plain one gives what is hidden.
  private static func hidden(
    _ codes: [Int32], weights: [Double], _ sample: ModelSample, _ organizations: [Int32], minimum: Int
  ) -> [[Double]] {
    let alone = holdingOneHidden(codes, sample, organizations)
    func parts(_ people: [Int]) -> [Double] {
      var found: [Int32: (people: Int, weight: Double)] = [:]
      for person in people where codes[person] >= 0 {
        let own = found[codes[person]] ?? (0, 0)
        found[codes[person]] = (own.people + 1, own.weight + weights[person])
      }
      return found.sorted { $0.key < $1.key }.filter { $0.value.people < minimum || alone.contains($0.key) }.map(
        \.value.weight)
    }
    let used = sample.isUsed.indices.filter { sample.isUsed[$0] }
    let levels = zip(sample.terms, sample.levels).flatMap { term, levels in
      term.levels.indices.map { level in used.filter { levels[$0] == Int32(level) } }
    }
    return minimum > 0 ? ([used] + levels).map(parts).filter { !$0.isEmpty } : []
  }

  /// Parts whose people are those of one hidden organisation, beside organisations that are shown.
  private static func holdingOneHidden(
    _ codes: [Int32], _ sample: ModelSample, _ organizations: [Int32]
  ) -> Set<Int32> {
    var parts: [Int32: Set<Int32>] = [:]
    for person in codes.indices where sample.isUsed[person] && organizations[person] >= 0 {
      guard sample.hiddenOrganizations.contains(Int(organizations[person])) else { continue }
      parts[organizations[person], default: []].insert(codes[person])
    }
    var hidden: [Int32: Int] = [:]
    for own in parts.values { for part in own { hidden[part, default: 0] += 1 } }
    return Set(parts.values.filter { $0.count == 1 }.flatMap(\.self).filter { hidden[$0] == 1 })
  }

  /// Whether a number of people is not told that two terms would give: the mean of a level is that of the others' effects by the shares of
  /// its people, and shares are fractions.
  private static func isUncounted(_ sample: ModelSample) -> Bool {
    sample.terms.count > 1 && (sample.count == nil || sample.counts.contains { $0 == nil })
  }

  /// By how many parts are hidden, of a column that divides the people of a model.
  ///
  /// A part is told where it has nobody or the minimum, and so has every level of a term in it. Errors by cluster and a random intercept are functions
  /// of how many people of each level are in each cluster, and of the answers.
  /// - Parameters:
  ///   - codes: the part of each person; −1 for none.
  ///   - isHidden: whether a part is hidden for another reason.
  static func digits(
    _ codes: [Int32], count: Int, _ sample: ModelSample, minimum: Int, isHidden: (Int) -> Bool = { _ in false }
  ) -> SpreadDigits {
    guard minimum > 0 else { return .full }
    var people = [Int](repeating: 0, count: count)
    for (person, code) in codes.enumerated() where code >= 0 && sample.isUsed[person] { people[Int(code)] += 1 }
    var isTold = people.indices.map { people[$0] == 0 || (people[$0] >= minimum && !isHidden($0)) }
    for (term, levels) in zip(sample.terms, sample.levels) {
      var cells = [[Int]](repeating: [Int](repeating: 0, count: term.levels.count), count: count)
      for (person, level) in levels.enumerated() where level >= 0 && codes[person] >= 0 {
        cells[Int(codes[person])][Int(level)] += 1
      }
      for (part, own) in cells.enumerated() where own.contains(where: { (1..<minimum).contains($0) }) {
        isTold[part] = false
      }
    }
    return SpreadDigits(people: people, isTold: isTold)
  }
}
