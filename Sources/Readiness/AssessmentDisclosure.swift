import Disclosure
import Survey

/// Which numbers of people are hidden and what a reader can still infer about them, as `disclosure.csv` lists it.
///
/// Hidden groups within organisations and hidden respondent types are not listed here either: which of them answered is hidden.
struct AssessmentDisclosure: Sendable {
  /// The rows: which tables were audited, then one row per hidden number, table by table in the order of its file.
  let rows: [DisclosureRow]

  /// - Parameters:
  ///   - items: the codes of the rated items.
  ///   - means: the items of which means are told.
  init(
    _ suppression: AssessmentSuppression, measures: [Measure], items: [String], means: OneItemMeans,
    distributions: [DistributionRow], intervals: [TableAudit.Interval?], threads: Int
  ) {
    guard suppression.rule.minimum > 0 else {
      rows = []
      return
    }
    let counts = AssessmentCounts(suppression)
    let tellMeans = Set(means.scores.keys.map { items[$0] })
    let cells = zip(distributions, intervals).compactMap { row, interval -> DisclosureRow? in
      guard let interval, !counts.isUnlisted(row) else { return nil }
      let isRating = AssessmentAnswers.ItemCounts.kinds[row.answer] == nil
      return DisclosureRow(
        table: "distributions", column: "count", groupBy: row.respondentType == nil ? nil : "respondent_type",
        group: row.respondentType, measure: row.item, answer: row.answer,
        why: isRating && tellMeans.contains(row.item) ? .countsBesideMean : .primaryClassOrComplementary,
        interval: interval)
    }
    let audited =
      ["profiles"] + (measures.isEmpty ? [] : ["scores"]) + (distributions.isEmpty ? [] : ["distributions"])
    rows =
      audited.map { DisclosureRow(table: $0, action: .audited, why: .sums) } + Self.people(suppression)
      + Self.scores(suppression, measures: measures, threads: threads) + cells
  }

  /// Organisations and groups over the cohort that are hidden; those within organisations are in no list.
  private static func people(_ suppression: AssessmentSuppression) -> [DisclosureRow] {
    let groups = suppression.groups
    let places = groups.keys.indices.filter { place in
      suppression.isHidden[place] && !suppression.isUnlisted(groups.keys[place])
    }
    let intervals = suppression.intervals(of: places)
    return places.map { place in
      let key = groups.keys[place]
      let isOrganization = key.organization != nil && key.by == nil
      return DisclosureRow(
        table: isOrganization ? "profiles" : "scores", column: isOrganization ? "respondents" : "n",
        organization: key.organization, groupBy: key.by, group: key.group,
        why: suppression.isHeldBack[place] ? .earlierRelease : .primaryOrComplementary, interval: intervals[place])
    }
  }

  /// Groups whose people are shown and whose score on a measure is hidden.
  private static func scores(
    _ suppression: AssessmentSuppression, measures: [Measure], threads: Int
  ) -> [DisclosureRow] {
    let groups = suppression.groups
    return concurrentMap(measures.count, threads: threads) { measure -> [DisclosureRow] in
      let places = groups.keys.indices.filter { place in
        suppression.hidden[measure][place] && !suppression.isHidden[place]
          && suppression.counts[measure][place] != nil
      }
      guard !places.isEmpty else { return [] }
      let intervals = suppression.intervals(of: places, measure: measure)
      let usual: DisclosureRow.Why =
        suppression.isOfOneItem(measure) ? .primaryClassComplementaryOrCounts : .primaryClassOrComplementary
      return places.map { place in
        let key = groups.keys[place]
        return DisclosureRow(
          table: "scores", column: "n", organization: key.organization, groupBy: key.by, group: key.group,
          measure: measures[measure].id,
          why: suppression.heldBackOn[measure].contains(place) ? .earlierRelease : usual, interval: intervals[place])
      }
    }.flatMap(\.self)
  }
}
