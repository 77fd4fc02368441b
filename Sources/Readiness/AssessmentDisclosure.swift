import Disclosure
import Survey

/// What is hidden and what a reader can still infer about it, as `disclosure.csv` lists it.
///
/// Hidden groups within organisations and hidden respondent types are not listed here either: which of them answered is hidden.
struct AssessmentDisclosure: Sendable {
  /// The rows: for each table one about the whole, then one per hidden number in the order of its file.
  let rows: [DisclosureRow]

  init(
    _ suppression: AssessmentSuppression, measures: [Measure], distributions: [DistributionRow],
    intervals: [TableAudit.Interval?], threads: Int
  ) {
    guard suppression.rule.minimum > 0 else {
      rows = []
      return
    }
    let counts = AssessmentCounts(suppression)
    let cells = zip(distributions, intervals).compactMap { row, interval -> DisclosureRow? in
      counts.isUnlisted(row)
        ? nil
        : interval.map {
          DisclosureRow(
            table: .distributions, groupBy: row.respondentType == nil ? nil : "respondent_type",
            group: row.respondentType,
            measure: row.item, answer: row.answer, why: .primaryClassOrComplementary, interval: $0)
        }
    }
    rows =
      [DisclosureRow(table: .people, why: .audited)] + Self.people(suppression)
      + (measures.isEmpty ? [] : [DisclosureRow(table: .scores, why: .audited)])
      + Self.scores(suppression, measures: measures, threads: threads)
      + (distributions.isEmpty ? [] : [DisclosureRow(table: .distributions, why: .audited)]) + cells
  }

  /// Organisations and groups over the cohort that are hidden; those within organisations are in no list.
  private static func people(_ suppression: AssessmentSuppression) -> [DisclosureRow] {
    let groups = suppression.groups
    let places = groups.keys.indices.filter { place in
      suppression.isHidden[place] && !suppression.isUnlisted(groups.keys[place])
    }
    let intervals = suppression.intervals(of: places)
    return places.map {
      row(.people, groups.keys[$0], isHeldBack: suppression.isHeldBack[$0], interval: intervals[$0])
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
      return places.map {
        row(
          .scores, groups.keys[$0], measure: measures[measure].id,
          isHeldBack: suppression.heldBackOn[measure].contains($0), interval: intervals[$0])
      }
    }.flatMap(\.self)
  }

  private static func row(
    _ table: DisclosureRow.Table, _ key: GroupKey, measure: String? = nil, isHeldBack: Bool,
    interval: TableAudit.Interval?
  ) -> DisclosureRow {
    DisclosureRow(
      table: table, organization: key.organization, groupBy: key.by, group: key.group,
      measure: measure,
      why: isHeldBack ? .earlierRelease : table == .people ? .primaryOrComplementary : .primaryClassOrComplementary,
      interval: interval)
  }
}
