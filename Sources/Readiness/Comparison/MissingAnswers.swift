import Disclosure
import Survey

/// People and answers that comparisons cannot use, by grouping, measure and group, as they may be shown.
///
/// A count from 1 to the minimum less 1 is withheld, and with it what would give it away: where a measure is made of others (the
/// overall score of its dimensions), where a roll-up is made of respondent types, and where `distributions.csv` has the counts of
/// single items. Every number that a comparison shows is a sum over groups that could be shown one by one.
struct MissingAnswers: Sendable {
  /// Counts of one grouping: kind of missing, then measure × group.
  private struct Table: Sendable {
    var counts: [[Int]]
    var isHidden: [[Bool]]
    /// People in each group.
    var people: [Int]
    let groupCount: Int
  }

  private var tables: [String: Table] = [:]
  private let minimum: Int

  /// Counts and decides what is hidden.
  ///
  /// - Parameters:
  ///   - people: all people by organisation and respondent type.
  ///   - groupings: the groupings that are compared.
  ///   - isHidden: whether disclosure hides a group on a measure.
  init(
    _ people: PeopleCells, groupings: [Grouping], minimum: Int, threads: Int,
    isHidden: (_ by: String, _ group: String, _ measure: Int) -> Bool
  ) {
    self.minimum = minimum
    let scores = people.scores
    let types = scores.responses.typeGrouping
    let all = [types] + groupings.filter { $0.name != types.name }
    let items = all.map { Self.itemCounts($0, people: people, threads: threads) }
    let layout = scores.layout
    for (grouping, items) in zip(all, items) {
      let counts = AnswerCounts.reasons.indices.map { kind in
        layout.items.flatMap { parts in
          grouping.groups.indices.map { group in parts.reduce(0) { $0 + items[$1][group * 4 + kind] } }
        }
      }
      let codes = RespondentGrouping(grouping).codes
      var sizes = [Int](repeating: 0, count: grouping.groups.count)
      for code in codes where code >= 0 { sizes[Int(code)] += 1 }
      tables[grouping.name] = Table(
        counts: counts, isHidden: counts.map { $0.map { _ in false } }, people: sizes, groupCount: grouping.groups.count
      )
    }
    guard minimum > 0 else { return }
    for kind in AnswerCounts.reasons.indices {
      hide(kind, groupings: all, typeItems: items[0], scores: scores, isHidden: isHidden)
    }
  }

  /// How many answers of a kind a group's people gave behind a measure, whether or not it may be shown.
  func count(_ reason: MissingReason, by: String, group: Int, measure: Int) -> Int {
    guard let table = tables[by], let kind = AnswerCounts.reasons.firstIndex(of: reason) else { return 0 }
    return table.counts[kind][measure * table.groupCount + group]
  }

  /// Whether that count may be shown.
  func isShown(_ reason: MissingReason, by: String, group: Int, measure: Int) -> Bool {
    guard let table = tables[by], let kind = AnswerCounts.reasons.firstIndex(of: reason) else { return false }
    return !table.isHidden[kind][measure * table.groupCount + group]
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
      people: without.allSatisfy { $0 == 0 || $0 >= minimum } ? without.reduce(0, +) : nil,
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

  /// Hides one kind's counts: small ones, those of hidden groups, and whatever would give them away by one subtraction.
  private mutating func hide(
    _ kind: Int, groupings: [Grouping], typeItems: [[Int]], scores: Scores,
    isHidden: (_ by: String, _ group: String, _ measure: Int) -> Bool
  ) {
    let layout = scores.layout
    var counts: [Int] = []
    var already: Set<Int> = []
    var partitions: [Partition] = []
    var starts: [String: Int] = [:]
    for grouping in groupings {
      guard let table = tables[grouping.name] else { continue }
      let start = counts.count
      starts[grouping.name] = start
      counts += table.counts[kind]
      let width = grouping.groups.count
      for measure in layout.measures.indices {
        for group in 0..<width where isHidden(grouping.name, grouping.groups[group], measure) {
          already.insert(start + measure * width + group)
        }
      }
      for whole in layout.measures.indices {
        for parts in Self.divisions(of: whole, layout: layout) {
          partitions += (0..<width).map { group in
            Partition(whole: start + whole * width + group, parts: parts.map { start + $0 * width + group })
          }
        }
      }
    }
    // Types of every roll-up.
    let types = groupings[0]
    if let rollUps = groupings.first(where: { $0.name == "roll_up" }), let start = starts["roll_up"] {
      let partsOf = rollUps.groups.map { rollUp in
        types.groups.indices.filter { type in
          scores.responses.instrument.respondentTypes.contains { $0.code == types.groups[type] && $0.rollUp == rollUp }
        }
      }
      for measure in layout.measures.indices {
        for (rollUp, parts) in partsOf.enumerated() where !parts.isEmpty {
          partitions.append(
            Partition(
              whole: start + measure * rollUps.groups.count + rollUp,
              parts: parts.map { measure * types.groups.count + $0 }))
        }
      }
    }
    // Single items by type are in another file already.
    let firstItem = counts.count
    let width = types.groups.count
    counts += typeItems.flatMap { item in (0..<width).map { item[$0 * 4 + kind] } }
    for measure in layout.measures.indices where !layout.items[measure].isEmpty {
      partitions += (0..<width).map { type in
        Partition(whole: measure * width + type, parts: layout.items[measure].map { firstItem + $0 * width + type })
      }
    }
    let large = (firstItem..<counts.count).filter { counts[$0] == 0 || counts[$0] >= minimum }
    let suppression = Suppression(
      counts: counts, partitions: partitions, rule: SuppressionRule(minimum: minimum), empty: .shown,
      alreadyHidden: already, fixed: Set(large))
    for grouping in groupings {
      guard let start = starts[grouping.name], let count = tables[grouping.name]?.counts[kind].count else { continue }
      tables[grouping.name]?.isHidden[kind] = (start..<(start + count)).map(suppression.isHidden)
    }
  }

  /// The sets of measures that share a measure's items among them, each item in one.
  private static func divisions(of whole: Int, layout: ScoringLayout) -> [[Int]] {
    guard layout.measures[whole].kind == .overall else { return [] }
    let facets = layout.measures.indices.filter { if case .facet = layout.measures[$0].kind { true } else { false } }
    return [layout.dimensions, facets].filter { parts in
      let items = parts.flatMap { layout.items[$0] }
      return items.count == layout.items[whole].count && Set(items) == Set(layout.items[whole])
    }
  }
}
