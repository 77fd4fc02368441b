import Disclosure
import Statistics

/// The raw rows of scores by group, and the same rows with everything withheld that disclosure hides.
struct AssessmentScores: Sendable {
  /// Rows of one group under one weighting, one per measure in order.
  private struct Block: Sendable {
    let key: GroupKey
    let weighting: Weighting
    let first: Int
  }

  private let rows: [ScoreRow]
  private let blocks: [Block]
  private let measureCount: Int
  private let blockOf: [Weighting: [GroupKey: Int]]

  /// Takes raw rows, in which every group and weighting has one row per measure, in order.
  init(_ rows: [ScoreRow], measures: [Measure]) {
    self.rows = rows
    measureCount = measures.count
    blocks = stride(from: 0, to: rows.count, by: max(1, measures.count)).map { first in
      let row = rows[first]
      return Block(
        key: GroupKey(organization: row.organization, by: row.groupBy, group: row.group), weighting: row.weighting,
        first: first)
    }
    var blockOf: [Weighting: [GroupKey: Int]] = [:]
    for (index, block) in blocks.enumerated() { blockOf[block.weighting, default: [:]][block.key] = index }
    self.blockOf = blockOf
  }

  /// The raw row of a group on a measure; nil for a group without people.
  func raw(_ key: GroupKey, measure: Int, weighting: Weighting = .respondents) -> ScoreRow? {
    blockOf[weighting]?[key].map { rows[blocks[$0].first + measure] }
  }

  /// People with a score, measure × group; nil where the measure was not asked.
  func counts(of groups: AssessmentGroups) -> [[Int?]] {
    let starts = groups.keys.map { key in blockOf[.respondents]?[key].map { blocks[$0].first } }
    return (0..<measureCount).map { measure in
      starts.map { start in
        guard let start else { return nil }
        let estimate = rows[start + measure].estimate
        return estimate.status == .notAsked ? nil : estimate.n ?? 0
      }
    }
  }

  /// The rows as they are published.
  ///
  /// - Parameters:
  ///   - suppression: what is hidden.
  ///   - items: the number of items behind each measure.
  ///   - intervals: intervals of organisations' overall scores that replace those of the rows.
  func published(
    _ suppression: AssessmentSuppression, items: [Int], overall: Int?, intervals: [String: ConfidenceInterval?]
  ) -> [ScoreRow] {
    var published: [ScoreRow] = []
    published.reserveCapacity(rows.count)
    for block in blocks {
      let place = suppression.groups.place(block.key)
      let parts = place.flatMap { place -> [Int]? in
        switch block.weighting {
        case .respondents: nil
        case .types: suppression.groups.rollUpParts[place]
        case .organizations: suppression.groups.organizationParts[place]
        }
      }
      for measure in 0..<measureCount {
        var row = rows[block.first + measure]
        let isHidden = place.map { suppression.hidden[measure][$0] } ?? (suppression.rule.minimum > 0)
        if row.estimate.status != .notAsked,
          isHidden || parts.map({ suppression.hidesMean(of: $0, measure: measure) }) ?? false
        {
          row = row.withheld(.suppressed)
        } else if block.weighting == .respondents {
          if measure == overall, block.key.by == nil, let name = block.key.organization, let interval = intervals[name]
          {
            row = row.replacing(interval: interval)
          }
          if items[measure] == 1 { row = row.withoutSmallRates(minimum: suppression.rule.minimum) }
        }
        published.append(row)
      }
    }
    return published
  }
}

extension ScoreRow {
  /// The row without any number.
  func withheld(_ status: Status) -> ScoreRow {
    ScoreRow(
      level: level, organization: organization, groupBy: groupBy, group: group, weighting: weighting, measure: measure,
      estimate: .withheld(status), sd: nil, coverage: nil, doNotKnowRate: nil, notForMeRate: nil)
  }

  /// The row with another interval.
  func replacing(interval: ConfidenceInterval?) -> ScoreRow {
    ScoreRow(
      level: level, organization: organization, groupBy: groupBy, group: group, weighting: weighting, measure: measure,
      estimate: Estimate(value: estimate.value, interval: interval, n: estimate.n, status: estimate.status), sd: sd,
      coverage: coverage, doNotKnowRate: doNotKnowRate, notForMeRate: notForMeRate)
  }

  /// The row of a measure of one item without rates that are one to four people: a rate of one item is a count.
  func withoutSmallRates(minimum: Int) -> ScoreRow {
    guard let n = estimate.n, let coverage, coverage > 0 else { return self }
    let asked = Double(n) / coverage
    let people = [doNotKnowRate, notForMeRate].compactMap { $0.map { Int(($0 * asked).rounded()) } }
    guard people.contains(where: { $0 > 0 && $0 < minimum }) else { return self }
    return ScoreRow(
      level: level, organization: organization, groupBy: groupBy, group: group, weighting: weighting, measure: measure,
      estimate: estimate, sd: sd, coverage: coverage, doNotKnowRate: nil, notForMeRate: nil)
  }
}
