public import Readiness
public import Tabular

extension PerceptionGap {
  /// `perception-gaps.csv`: one row per pair of groups, measure and kind of gap.
  public static let schema = Schema<PerceptionGap>(
    name: "perception-gaps",
    meaning: "One row per pair of groups, measure and kind of gap; p is adjusted over all rows of a grouping.",
    columns: [
      Column("by", .string, meaning: "The column that groups people.") { .text($0.by) },
      Column("group_a", .string, meaning: "The first group.") { .text($0.groupA) },
      Column("group_b", .string, meaning: "The second group.") { .text($0.groupB) },
      Column("measure", .string, meaning: "The measure that is seen differently.") { .text($0.measure) },
      Column("kind", .string, meaning: "What is compared.", categories: PerceptionGap.Kind.categories) {
        .text($0.kind.rawValue)
      },
      Column("n_a", .integer, unit: "people", meaning: "People of the first group that count.") { CellValue($0.nA) },
      Column("n_b", .integer, unit: "people", meaning: "People of the second group that count.") { CellValue($0.nB) },
      Column("value_a", .number, unit: "points 0–100", meaning: "The first group's value; percent for knowledge.") {
        CellValue($0.valueA)
      },
      Column("value_b", .number, unit: "points 0–100", meaning: "The second group's value; percent for knowledge.") {
        CellValue($0.valueB)
      },
      Column("difference", .number, unit: "points", meaning: "value_a minus value_b.") {
        CellValue($0.difference.value)
      },
      Column("difference_low", .number, unit: "points", meaning: "Lower end of its interval at the plan's level.") {
        CellValue($0.difference.interval?.lower)
      },
      Column("difference_high", .number, unit: "points", meaning: "Upper end of its interval at the plan's level.") {
        CellValue($0.difference.interval?.upper)
      },
      Column("interval_method", .string, meaning: "How the interval was made; empty without one.") {
        CellValue(unlessEmpty: $0.intervalMethod)
      },
      Column("method", .string, meaning: "The test, as in comparisons.csv.") { CellValue(unlessEmpty: $0.method) },
      Column(
        "design", .string, meaning: "How organisations entered the test, as in comparisons.csv.",
        categories: ComparisonEvidence.Design.categories
      ) { CellValue($0.design?.rawValue) },
      Column("p", .number, unit: "probability", meaning: "Two-sided p.") { CellValue($0.p?.value) },
      Column("p_method", .string, meaning: "exact, permutation:count:seed or asymptotic.") {
        CellValue($0.p.map { Comparison.words(for: $0.method) })
      },
      Column(
        "p_smallest", .number, unit: "probability",
        meaning:
          "The smallest p that these group sizes can give, or, where how they are spread is hidden, a number it is not below; empty where nothing sets a bound."
      ) {
        CellValue($0.p?.smallestKnown)
      },
      Column("p_adjusted", .number, unit: "probability", meaning: "p adjusted by Holm over all rows of the grouping.") {
        CellValue($0.pAdjusted)
      },
      statusColumn { $0.status },
      Column("note", .string, meaning: "Why there is no number, or a caution; empty when there is nothing to add.") {
        CellValue($0.note)
      },
    ])
}
