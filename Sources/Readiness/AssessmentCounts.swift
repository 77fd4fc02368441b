import Disclosure

/// Counts of people as they are published: who answered, and how often each answer was given.
struct AssessmentCounts: Sendable {
  private let suppression: AssessmentSuppression

  init(_ suppression: AssessmentSuppression) { self.suppression = suppression }

  /// Participation, without the numbers of hidden groups. That people were invited is known to whoever invited them; of a hidden
  /// organisation's other types nothing is told, not even that there are such people.
  func published(_ rows: [ParticipationRow]) -> [ParticipationRow] {
    guard suppression.rule.minimum > 0 else { return rows }
    return rows.compactMap { row in
      let key = GroupKey(
        organization: row.organization, by: row.respondentType == nil ? nil : "respondent_type",
        group: row.respondentType)
      if let place = suppression.groups.place(key), !suppression.isHidden[place] { return row }
      if row.invited == nil, suppression.isUnlisted(key) { return nil }
      return ParticipationRow(
        organization: row.organization, respondentType: row.respondentType, invited: row.invited, answered: nil,
        status: .suppressed)
    }
  }

  /// Distributions, without the counts of hidden types and without cells of one to four people, nor what would give them away:
  /// a single hidden cell of an item and type, hidden cells of it that are few people together, or a single hidden cell of an
  /// answer over the types.
  func published(_ rows: [DistributionRow], threads: Int) -> [DistributionRow] {
    guard suppression.rule.minimum > 0 else { return rows }
    var items: [Range<Int>] = []
    for index in rows.indices {
      if let last = items.last, rows[last.lowerBound].item == rows[index].item {
        items[items.count - 1] = last.lowerBound..<(index + 1)
      } else {
        items.append(index..<(index + 1))
      }
    }
    let ranges = items
    return concurrentMap(ranges.count, threads: threads) { published(item: rows[ranges[$0]]) }.flatMap(\.self)
  }

  /// One item: a table of types × answers with both margins; the first type is nil, all together.
  private func published(item rows: ArraySlice<DistributionRow>) -> [DistributionRow] {
    let rows = Array(rows)
    let answers = rows.prefix { $0.respondentType == rows[0].respondentType }.count
    let types = rows.count / max(1, answers)
    guard types * answers == rows.count else { return rows.map { $0.withheld(.suppressed) } }
    // Cells, then the number of people of each type.
    var counts = rows.map { $0.count ?? 0 }
    var partitions: [Partition] = []
    var hidden: Set<Int> = []
    var known: Set<Int> = []
    for type in 0..<types {
      let cells = (0..<answers).map { type * answers + $0 }
      let total = counts.count
      counts.append(cells.reduce(0) { $0 + counts[$1] })
      partitions.append(Partition(whole: total, parts: cells))
      let code = rows[type * answers].respondentType
      let key = GroupKey(by: code == nil ? nil : "respondent_type", group: code)
      if let place = suppression.groups.place(key), !suppression.isHidden[place] {
        known.insert(total)
      } else {
        hidden.formUnion(cells + [total])
      }
    }
    for answer in 0..<answers {
      partitions.append(
        Partition(whole: answer, parts: (1..<types).map { $0 * answers + answer }, guardsUnion: false))
    }
    let cells = Suppression(
      counts: counts, partitions: partitions, rule: suppression.rule, empty: .shown, alreadyHidden: hidden, fixed: known
    )
    return rows.indices.map { cells.isHidden($0) ? rows[$0].withheld(.suppressed) : rows[$0] }
  }
}

extension DistributionRow {
  /// The row without its count.
  func withheld(_ status: Status) -> DistributionRow {
    DistributionRow(item: item, respondentType: respondentType, answer: answer, count: nil, status: status)
  }
}
