public import Readiness
public import Tabular

extension WeightRow {
  /// `weights.csv`: one row per scheme and dimension.
  public static let schema = Schema<WeightRow>(
    name: "weights",
    meaning: "One row per weighting scheme and barrier dimension.",
    columns: [
      Column(
        "scheme", .string,
        meaning:
          "equal, manual, budget (a factor's points are split over what it serves), budget_overlapping (shares overlap and are not "
          + "summed), ahp, entropy, critic, "
          + "pca or benefit_of_the_doubt (the mean of every organisation's own weights)."
      ) { .text($0.scheme) },
      Column("dimension", .string, meaning: "The dimension's code.") { .text($0.dimension) },
      Column("label", .string, meaning: "The dimension's name.") { .text($0.label) },
      Column("weight", .number, unit: "share 0–1", meaning: "The weight.") { CellValue($0.weight) },
      Column("weight_low", .number, unit: "share 0–1", meaning: "Lower end of its interval.") {
        CellValue($0.interval?.lower)
      },
      Column("weight_high", .number, unit: "share 0–1", meaning: "Upper end of its interval.") {
        CellValue($0.interval?.upper)
      },
      Column("crosswalk", .string, meaning: "Version of the map from factors to dimensions; empty where none is used.")
      {
        CellValue($0.crosswalk)
      },
      statusColumn { $0.status },
      Column("used", .integer, meaning: "1 for the scheme that the overall score uses, 0 for the others.") {
        .integer($0.isUsed ? 1 : 0)
      },
      Column(
        "importance", .number, unit: "share 0–1",
        meaning:
          "Measured importance: the share of the overall score's variance over organisations that the dimension alone "
          + "accounts for (correlation ratio); empty below eight organisations. A weight is a trade-off and not importance."
      ) { CellValue($0.importance) },
      Column(
        "importance_linear", .number, unit: "share 0–1",
        meaning: "The squared linear correlation of dimension and overall score over organisations."
      ) { CellValue($0.linearImportance) },
    ])
}
