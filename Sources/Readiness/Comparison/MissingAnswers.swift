import Survey

/// People and answers that comparisons cannot use, by grouping, measure and group, as they may be shown.
///
/// ``AssessmentAnswers`` says which counts may be shown, as it does for `scores.csv`. Every number that a comparison shows is a sum
/// over groups that could be shown one by one.
struct MissingAnswers: Sendable {
  /// Counts of one grouping: kind of missing, then measure × group.
  private struct Table: Sendable {
    let counts: [[Int]]
    /// The groups as they are published.
    let keys: [GroupKey]
    /// People in each group.
    let people: [Int]
  }

  private var tables: [String: Table] = [:]
  private let answers: AssessmentAnswers
  private let digits: OneItemDigits
  private let minimum: Int

  /// Counts.
  ///
  /// - Parameters:
  ///   - people: all people by organisation and respondent type.
  ///   - groupings: the groupings that are compared.
  ///   - answers: what may be shown.
  ///   - digits: how finely means of one item are told.
  init(
    _ people: PeopleCells, groupings: [Grouping], answers: AssessmentAnswers, digits: OneItemDigits, minimum: Int,
    threads: Int
  ) {
    self.minimum = minimum
    self.answers = answers
    self.digits = digits
    let layout = people.scores.layout
    for grouping in groupings {
      let items = Self.itemCounts(grouping, people: people, threads: threads)
      let counts = AnswerCounts.reasons.indices.map { kind in
        layout.items.flatMap { parts in
          grouping.groups.indices.map { group in parts.reduce(0) { $0 + items[$1][group * 4 + kind] } }
        }
      }
      var sizes = [Int](repeating: 0, count: grouping.groups.count)
      for code in RespondentGrouping(grouping).codes where code >= 0 { sizes[Int(code)] += 1 }
      tables[grouping.name] = Table(
        counts: counts, keys: grouping.groups.map { GroupKey(by: grouping.name, group: $0) }, people: sizes)
    }
  }

  /// How many answers of a kind a group's people gave behind a measure, whether or not it may be shown.
  func count(_ reason: MissingReason, by: String, group: Int, measure: Int) -> Int {
    guard let table = tables[by], let kind = AnswerCounts.reasons.firstIndex(of: reason) else { return 0 }
    return table.counts[kind][measure * table.keys.count + group]
  }

  /// Whether that count may be shown.
  func isShown(_ reason: MissingReason, by: String, group: Int, measure: Int) -> Bool {
    guard let table = tables[by] else { return false }
    return answers.isShown(AssessmentAnswers.Kind(reason), table.keys[group], measure: measure)
  }

  /// Whether the number of people with a score may be shown for each of some groups, beside the number of all their people.
  func showsPeople(by: String, groups: [Int], measure: Int) -> Bool {
    guard let table = tables[by] else { return false }
    return groups.allSatisfy { answers.showsSpread(table.keys[$0], measure: measure) }
  }

  /// The step that a group's mean of a measure is told in, points; nil where it is told in full.
  func unit(by: String, group: Int, measure: Int) -> Double? {
    tables[by].flatMap { digits.unit($0.keys[group], measure: measure) }
  }

  /// The step that intervals about some groups' means of a measure are told in, points; nil where they are told in full.
  func intervalUnit(by: String, groups: [Int], measure: Int) -> Double? {
    tables[by].flatMap { table in digits.intervalUnit(groups.map { table.keys[$0] }, measure: measure) }
  }

  /// People in a group, with a score or without.
  func people(by: String, group: Int) -> Int { tables[by]?.people[group] ?? 0 }

  /// What some groups together are missing on a measure.
  ///
  /// - Parameter scored: people with a score in every group of the grouping.
  func missing(by: String, groups: [Int], measure: Int, scored: [Int]) -> ComparisonEvidence.Missing {
    func sum(_ reason: MissingReason) -> Int? {
      guard groups.allSatisfy({ isShown(reason, by: by, group: $0, measure: measure) }) else { return nil }
      return groups.reduce(0) { $0 + count(reason, by: by, group: $1, measure: measure) }
    }
    let without = groups.map { (tables[by]?.people[$0] ?? 0) - scored[$0] }
    return ComparisonEvidence.Missing(
      people: showsPeople(by: by, groups: groups, measure: measure)
        && without.allSatisfy { $0 == 0 || $0 >= minimum } ? without.reduce(0, +) : nil,
      doNotKnow: sum(.doNotKnow), notForMe: sum(.notForMe), skipped: sum(.skipped), notAsked: sum(.notAsked))
  }

  /// Per item the counts of a grouping, group × kind.
  private static func itemCounts(_ grouping: Grouping, people: PeopleCells, threads: Int) -> [[Int]] {
    let responses = people.scores.responses
    let codings = people.scores.layout.codings
    let width = grouping.groups.count
    if grouping.column.name == responses.respondentType.name {
      let groupOf = people.cells.map { grouping.group(ofCode: $0.group) }
      return people.counts.map { counts in
        var sums = [Int](repeating: 0, count: 4 * width)
        for (cell, group) in groupOf.enumerated() where group >= 0 {
          for (kind, reason) in AnswerCounts.reasons.enumerated() {
            sums[group * 4 + kind] += counts.count(reason, cell: cell)
          }
        }
        return sums
      }
    }
    let cellOf = RespondentGrouping(grouping).codes.map { $0 < 0 ? Int32(width) : $0 }
    var sizes = [Int](repeating: 0, count: width + 1)
    for cell in cellOf { sizes[Int(cell)] += 1 }
    let people = sizes
    return concurrentMap(codings.count, threads: threads) { item in
      let counts = AnswerCounts(responses.answers[item], coding: codings[item], cellOf: cellOf, sizes: people)
      return (0..<width).flatMap { group in AnswerCounts.reasons.map { counts.count($0, cell: group) } }
    }
  }
}
