public import Readiness
public import Tabular

extension Comparison {
  /// `comparisons.csv`: one row per comparison and test.
  public static let schema = Schema<Comparison>(
    name: "comparisons",
    meaning: "One row per comparison and test; read the rows that are primary.",
    columns: [
      Column("family", .string, meaning: "The family within which p is adjusted.") { .text($0.family) },
      Column("measure", .string, meaning: "The measure that is compared.") { .text($0.measure) },
      Column("by", .string, meaning: "The column that groups people.") { .text($0.by) },
      Column("group_a", .string, meaning: "The first group, or all for all groups at once.") { .text($0.groupA) },
      Column("group_b", .string, meaning: "The second group; empty for all groups at once.") { CellValue($0.groupB) },
      Column("n_a", .integer, unit: "people", meaning: "People in the first group, or in all groups.") {
        CellValue($0.nA)
      },
      Column("n_b", .integer, unit: "people", meaning: "People in the second group.") { CellValue($0.nB) },
      Column(
        "primary", .integer,
        meaning: """
          1 for the row to read, 0 for a row that stands beside it. Between waves of six organisations or more the report reads \
          whole_organisation_signs beside it.
          """
      ) { .integer($0.primary ? 1 : 0) },
      Column("method", .string, meaning: "The test.") { .text($0.method) },
      Column("statistic", .number, meaning: "The test statistic.") { CellValue($0.statistic) },
      Column("df", .number, meaning: "Degrees of freedom of the limit distribution; empty where there are none.") {
        CellValue($0.degreesOfFreedom)
      },
      Column(
        "p", .number, unit: "probability",
        meaning:
          "Two-sided p: an outcome counts when it is at least as far out. Rounded up where more digits would tell hidden numbers."
      ) {
        CellValue($0.p?.value)
      },
      Column(
        "p_method", .string,
        meaning:
          "exact, permutation:count:seed, asymptotic, or drawn_limit:count:seed (draws of what shuffles tend to)."
      ) {
        CellValue($0.p.map { words(for: $0.method) })
      },
      Column(
        "p_smallest", .number, unit: "probability",
        meaning:
          "The smallest p that these group sizes can give, or, where how they are spread is hidden, a number it is not below; empty where nothing sets a bound."
      ) {
        CellValue($0.p?.smallestKnown)
      },
      Column(
        "p_adjusted", .number, unit: "probability", meaning: "p adjusted within the family, as p_adjustment says."
      ) {
        CellValue($0.pAdjusted)
      },
      Column("effect_name", .string, meaning: "Which effect size; empty without one.", categories: effectNames) {
        CellValue($0.effect?.name)
      },
      Column(
        "effect", .number, meaning: "The effect size; in few digits, or empty, where it would tell hidden numbers."
      ) { CellValue($0.effect?.value) },
      Column("effect_low", .number, meaning: "Lower end of its interval.") { CellValue($0.effect?.interval?.lower) },
      Column("effect_high", .number, meaning: "Upper end of its interval.") { CellValue($0.effect?.interval?.upper) },
      statusColumn { $0.status },
      Column("note", .string, meaning: "Why it cannot be made, or a caution; empty when there is nothing to add.") {
        CellValue($0.note)
      },
    ] + ComparisonEvidence.columns)

  /// Every name of an effect in the table, with its reading.
  private static let effectNames = [
    ColumnCategory("probability_of_superiority", "chance that someone of group_a scores higher, ties split"),
    ColumnCategory("hedges_g", "difference of means in standard deviations"),
    ColumnCategory("epsilon_squared", "share of the spread of ranks that groups explain"),
    ColumnCategory("omega_squared", "share of the spread of scores that groups explain"),
    ColumnCategory("mean_difference", "mean of group_a less that of group_b"),
    ColumnCategory("mean_rank_difference", "mean rank of group_a less that of group_b"),
    ColumnCategory("difference_of_shares", "share of group_a less that of group_b"),
    ColumnCategory(
      "points_to_move", "points of 100 to move between factors for the groups to agree, half the sum of differences"),
    ColumnCategory("mean_points_difference", "mean points of group_a less those of group_b"),
    ColumnCategory("kendall_w", "agreement of people's orders of factors, 0 to 1"),
    ColumnCategory("cramers_v", "association of groups and answers, 0 to 1"),
    ColumnCategory("kendall_tau_b", "agreement of the order of groups with the scores, −1 to 1"),
    ColumnCategory("matched_pairs_rank_biserial", "between waves, −1 to 1, above 0 where the second is higher"),
    ColumnCategory("share_of_changes_that_rose", "between waves, of those who changed"),
    ColumnCategory("mean_change", "between waves, of organisations, in points"),
  ]

  static func words(for method: PValue.Method) -> String {
    switch method {
    case .exact: "exact"
    case .permutation(let count, let seed): "permutation:\(count):\(seed)"
    case .asymptotic: "asymptotic"
    case .drawnLimit(let count, let seed): "drawn_limit:\(count):\(seed)"
    }
  }
}
