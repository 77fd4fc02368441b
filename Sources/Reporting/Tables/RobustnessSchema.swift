public import Readiness
import Statistics
public import Tabular

extension RobustnessRow {
  /// `robustness.csv`: one row per organisation.
  public static let schema = Schema<RobustnessRow>(
    name: "robustness",
    meaning: "One row per organisation: how its rank moves with who answered and with how the ranking is made.",
    columns: [
      Column("organisation", .string, meaning: "The organisation.") { .text($0.organization) },
      Column("rank", .integer, meaning: "Rank under the published choices, among the organisations of this table.") {
        CellValue($0.rank)
      },
      Column("rank_05", .number, meaning: "Rank at 5% of the runs: a spread, not a confidence set.") {
        CellValue($0.spread[0])
      },
      Column("rank_25", .number, meaning: "Rank at 25% of the runs.") { CellValue($0.spread[1]) },
      Column("rank_50", .number, meaning: "Rank at 50% of the runs.") { CellValue($0.spread[2]) },
      Column("rank_75", .number, meaning: "Rank at 75% of the runs.") { CellValue($0.spread[3]) },
      Column("rank_95", .number, meaning: "Rank at 95% of the runs.") { CellValue($0.spread[4]) },
      Column("mean_shift", .number, unit: "places", meaning: "Mean distance from the published rank.") {
        CellValue($0.meanShift)
      },
      Column("share_same", .number, unit: "share 0–1", meaning: "Share of runs that give the published rank.") {
        CellValue($0.shareSame)
      },
      Column(
        "share_first", .number, unit: "share 0–1", meaning: "Share of runs in which it is first, also with others."
      ) {
        CellValue($0.shareFirst)
      },
      Column(
        "cause_sampling", .number, unit: "share 0–1",
        meaning:
          "Share of the variance of its rank over the runs that is owed to who answered (Shapley effect: what causes do only together is split evenly); the three add up to 1, and are empty where the rank never moves."
      ) { CellValue($0.causes?.sampling) },
      Column("cause_weights", .number, unit: "share 0–1", meaning: "Share owed to the weights of the barriers.") {
        CellValue($0.causes?.weights)
      },
      Column(
        "cause_method", .number, unit: "share 0–1",
        meaning: "Share owed to normalisation, aggregation, a barrier left out and the missing rule."
      ) { CellValue($0.causes?.method) },
      Column(
        "cause_sampling_low", .number, unit: "share 0–1",
        meaning: "Lower end of the interval of `cause_sampling`: how far other runs of the same number would move it."
      ) { CellValue($0.causes?.interval(0)?.lower) },
      Column("cause_sampling_high", .number, unit: "share 0–1", meaning: "Upper end of the same.") {
        CellValue($0.causes?.interval(0)?.upper)
      },
      Column("cause_weights_low", .number, unit: "share 0–1", meaning: "Lower end of that of `cause_weights`.") {
        CellValue($0.causes?.interval(1)?.lower)
      },
      Column("cause_weights_high", .number, unit: "share 0–1", meaning: "Upper end of the same.") {
        CellValue($0.causes?.interval(1)?.upper)
      },
      Column("cause_method_low", .number, unit: "share 0–1", meaning: "Lower end of that of `cause_method`.") {
        CellValue($0.causes?.interval(2)?.lower)
      },
      Column("cause_method_high", .number, unit: "share 0–1", meaning: "Upper end of the same.") {
        CellValue($0.causes?.interval(2)?.upper)
      },
    ])
}

extension RobustnessRow.Causes {
  /// The interval of one share; nil where there is none.
  fileprivate func interval(_ cause: Int) -> ConfidenceInterval? {
    intervals.indices.contains(cause) ? intervals[cause] : nil
  }
}

extension SensitivityRow {
  /// `sensitivity.csv`: one row per output and input.
  public static let schema = Schema<SensitivityRow>(
    name: "sensitivity",
    meaning:
      "One row per output and input: Sobol's indices, the share of the output's variance that the input explains.",
    columns: [
      Column(
        "organisation", .string,
        meaning:
          "The organisation whose rank is explained; empty for the mean distance of all ranks from the published ones."
      ) { CellValue($0.organization) },
      Column(
        "input", .string,
        meaning: "respondents, weights, normalisation, aggregation, dimension_left_out or missing_rule."
      ) { .text($0.input) },
      Column("alternatives", .integer, meaning: "Alternatives of the input; with one it cannot move anything.") {
        CellValue($0.alternatives)
      },
      Column("first", .number, unit: "share of variance", meaning: "First-order index; an estimate may be below 0.") {
        CellValue($0.first)
      },
      Column("first_low", .number, unit: "share of variance", meaning: "Lower end of its interval.") {
        CellValue($0.firstInterval?.lower)
      },
      Column("first_high", .number, unit: "share of variance", meaning: "Upper end of its interval.") {
        CellValue($0.firstInterval?.upper)
      },
      Column("total", .number, unit: "share of variance", meaning: "Total index: alone and with all that it joins in.")
      {
        CellValue($0.total)
      },
      Column("total_low", .number, unit: "share of variance", meaning: "Lower end of its interval.") {
        CellValue($0.totalInterval?.lower)
      },
      Column("total_high", .number, unit: "share of variance", meaning: "Upper end of its interval.") {
        CellValue($0.totalInterval?.upper)
      },
      Column(
        "total_half", .number, unit: "share of variance",
        meaning: "The total index from half of the points: near `total` when it has settled."
      ) { CellValue($0.totalOfHalf) },
      statusColumn { $0.status },
    ])
}
