import Statistics
import Survey

/// Turns tables of groups into rows, one weighting at a time.
struct ScoreRows {
  private(set) var rows: [ScoreRow] = []
  private let measures: [Measure]
  private let plan: ScoringPlan
  private var quantiles: [Double: Double] = [:]

  init(_ scores: Scores) {
    measures = scores.measures
    plan = scores.plan
  }

  /// Rows in which every respondent counts the same; `parts` are the group's people by organisation, where there are several.
  mutating func people(
    _ table: GroupTable, _ group: Int, parts: [OrganizationPart] = [], level: ScoreRow.Level,
    organization: String? = nil, label: (by: String, group: String)? = nil
  ) {
    for (place, measure) in measures.enumerated() {
      let tally = table.tallies[place][group]
      let value = table.value(place, group: group)
      // Means of organisations that happen to be equal say nothing about chance; their people do. No interval would also say that they are equal.
      let clustered = table.influences(place, group: group, parts: parts).flatMap(ClusteredError.init)
        .flatMap { $0.error > Self.noError ? $0 : nil }
      let interval = value.flatMap {
        self.interval(
          $0, error: clustered?.error ?? table.standardError(place, group: group), units: tally.n,
          freedom: clustered?.freedom ?? Double(tally.n - 1))
      }
      append(
        table, group, place, measure, level: level, organization: organization, label: label, weighting: .respondents,
        value: value, interval: interval, n: tally.n, sd: tally.standardDeviation)
    }
  }

  /// Rows in which every roll-up that has the measure counts the same; `parts` are the roll-ups of the group, `within` gives
  /// a roll-up's people by organisation, where there are several.
  mutating func typesEqual(
    _ table: GroupTable, _ group: Int, parts: [(GroupTable, Int)], within: [[OrganizationPart]] = [],
    level: ScoreRow.Level, organization: String? = nil
  ) {
    for (place, measure) in measures.enumerated() {
      let has = parts.map { $0.value(place, group: $1) != nil }
      let present = zip(parts, has).filter(\.1).map(\.0)
      let values = present.compactMap { $0.value(place, group: $1) }
      let people = present.map { $0.tallies[place][$1].n }
      let n = people.reduce(0, +)
      var interval: ConfidenceInterval?
      // Each roll-up's squared error, divided by the squared number of roll-ups.
      let errors = present.compactMap { table, part in
        table.standardError(place, group: part).map { $0 * $0 / Double(values.count * values.count) }
      }
      let value = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
      if let value, let clustered = typesEqualError(place, parts: parts, within: within, has: has) {
        interval = self.interval(value, error: clustered.error, units: n, freedom: clustered.freedom)
      } else if let value, errors.count == values.count {
        let variance = errors.reduce(0, +)
        let scatter = zip(errors, people).reduce(0) { $0 + $1.0 * $1.0 / Double($1.1 - 1) }
        interval = self.interval(
          value, error: variance.squareRoot(), units: n, freedom: scatter > 0 ? variance * variance / scatter : 0)
      }
      append(
        table, group, place, measure, level: level, organization: organization, label: nil, weighting: .types,
        value: value, interval: interval, n: n, sd: nil)
    }
  }

  /// The error of a mean of roll-ups whose people sit in the same organisations.
  private func typesEqualError(
    _ place: Int, parts: [(GroupTable, Int)], within: [[OrganizationPart]], has: [Bool]
  ) -> ClusteredError? {
    guard within.count == parts.count else { return nil }
    let count = Double(has.count { $0 })
    var sums: [Int: Double] = [:]
    for ((table, group), inside) in zip(zip(parts, within), has).filter(\.1).map(\.0) {
      guard let influences = table.influences(place, group: group, parts: inside) else { return nil }
      sums.merge(influences.mapValues { $0 / count }, uniquingKeysWith: +)
    }
    return ClusteredError(sums)
  }

  /// Rows in which every organisation that has the measure counts the same; `parts` are the group within organisations.
  mutating func organizationsEqual(
    _ table: GroupTable, _ group: Int, parts: [(GroupTable, Int)], level: ScoreRow.Level,
    label: (by: String, group: String)? = nil
  ) {
    for (place, measure) in measures.enumerated() {
      var tally = Moments([])
      var n = 0
      var ends = (lowest: Double.infinity, highest: -Double.infinity)
      for (table, part) in parts {
        guard let value = table.value(place, group: part) else { continue }
        tally = tally + Moments(CollectionOfOne(value))
        ends = (min(ends.lowest, value), max(ends.highest, value))
        n += table.tallies[place][part].n
      }
      let equal = ends.highest - ends.lowest <= 1e-9
      let value = tally.count == 0 ? nil : equal ? ends.lowest : tally.mean
      let interval = value.flatMap {
        self.interval($0, error: equal ? 0 : tally.standardError, units: tally.count, freedom: Double(tally.count - 1))
      }
      append(
        table, group, place, measure, level: level, organization: nil, label: label, weighting: .organizations,
        value: value, interval: interval, n: n, sd: nil)
    }
  }

  private mutating func append(
    _ table: GroupTable, _ group: Int, _ place: Int, _ measure: Measure, level: ScoreRow.Level, organization: String?,
    label: (by: String, group: String)?, weighting: Weighting, value: Double?, interval: ConfidenceInterval?, n: Int,
    sd: Double?
  ) {
    let rates = table.rates[place][group]
    let status: Status = rates.asked == 0 ? .notAsked : value == nil ? .tooFewAnswers : .ok
    var row = ScoreRow(
      level: level, organization: organization, groupBy: label?.by, group: label?.group, weighting: weighting,
      measure: measure.id,
      estimate: Estimate(value: value, interval: interval, n: status == .notAsked ? nil : n, status: status),
      sd: value == nil ? nil : sd, coverage: rates.coverage, doNotKnowRate: rates.doNotKnowRate,
      notForMeRate: rates.notForMeRate)
    row.answers = rates
    rows.append(row)
  }

  /// A standard error in points up to which nothing varies: what rounding leaves where means are equal.
  static let noError = 1e-9

  /// Student's t, clipped to the scale; nil for fewer units than the plan asks, and where nothing varies.
  private mutating func interval(
    _ value: Double, error: Double?, units: Int, freedom: Double
  ) -> ConfidenceInterval? {
    guard let error, error > Self.noError, freedom > 0, units >= max(2, plan.intervalMinimum) else { return nil }
    let quantile: Double
    if let known = quantiles[freedom] {
      quantile = known
    } else {
      quantile = ConfidenceInterval.mean(0, standardError: 1, degreesOfFreedom: freedom, level: plan.level).upper
      quantiles[freedom] = quantile
    }
    return ConfidenceInterval(
      lower: value - quantile * error, upper: value + quantile * error, level: plan.level
    ).clipped(to: 0...100)
  }
}
