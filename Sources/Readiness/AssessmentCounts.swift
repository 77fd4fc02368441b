import Disclosure

/// Counts of people as they are published: who answered, and how often each answer was given.
struct AssessmentCounts: Sendable {
  private let suppression: AssessmentSuppression

  init(_ suppression: AssessmentSuppression) { self.suppression = suppression }

  /// Participation, without the numbers of hidden groups. That people were invited is known to whoever invited them; of other hidden
  /// types nothing is told, not even that there are such people.
  func published(_ rows: [ParticipationRow]) -> [ParticipationRow] {
    guard suppression.rule.minimum > 0 else { return rows }
    return rows.compactMap { row in
      let key = GroupKey(
        organization: row.organization, by: row.respondentType == nil ? nil : "respondent_type",
        group: row.respondentType)
      if let place = suppression.groups.place(key), !suppression.isHidden[place] { return row }
      if row.invited == nil, suppression.isUnlisted(key) { return nil }
      // Nobody answers who was not invited, so how many were bounds a hidden number: eight of eight, of invited two, three and three.
      return ParticipationRow(
        organization: row.organization, respondentType: row.respondentType, invited: nil, answered: nil,
        status: .suppressed)
    }
  }

  /// The rows of distributions whose type may be listed.
  func listed(_ rows: [DistributionRow]) -> [DistributionRow] { rows.filter { !isUnlisted($0) } }

  /// Whether the type of a row may not be listed.
  func isUnlisted(_ row: DistributionRow) -> Bool {
    row.respondentType.map { suppression.isUnlisted(GroupKey(by: "respondent_type", group: $0)) } ?? false
  }

  /// Distributions, without the counts of hidden types, without cells of few people, and without what would give either away by any
  /// combination of sums; and what can still be inferred about each count that is hidden, in the order of the rows.
  ///
  /// - Parameter means: which items tell their means rather than their counts.
  func published(
    _ rows: [DistributionRow], means: OneItemMeans, threads: Int
  ) -> (rows: [DistributionRow], intervals: [TableAudit.Interval?]) {
    guard suppression.rule.minimum > 0 else { return (rows, rows.map { _ in nil }) }
    var items: [Range<Int>] = []
    for index in rows.indices {
      if let last = items.last, rows[last.lowerBound].item == rows[index].item {
        items[items.count - 1] = last.lowerBound..<(index + 1)
      } else {
        items.append(index..<(index + 1))
      }
    }
    let ranges = items
    let tables = concurrentMap(ranges.count, threads: threads) { item in
      let table = ItemTable(
        Array(rows[ranges[item]]), suppression: suppression, alike: suppression.hiddenRows[item],
        tellsMeans: means.scores[item] != nil)
      return (table.published, table.intervals)
    }
    return (tables.flatMap(\.0), tables.flatMap(\.1))
  }
}

extension DistributionRow {
  /// The row without its count.
  func withheld(_ status: Status) -> DistributionRow {
    DistributionRow(
      item: item, respondentType: respondentType, answer: answer, count: nil, status: status)
  }
}
