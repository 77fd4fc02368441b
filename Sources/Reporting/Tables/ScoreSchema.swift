public import Readiness
public import Tabular

extension ScoreRow {
  /// `scores.csv`: one row per level, group, weighting and measure; never a respondent.
  public static let schema = Schema<ScoreRow>(
    name: "scores",
    meaning: "One row per level, group, weighting and measure.",
    columns: [
      Column("level", .string, meaning: "What the group is.", categories: ScoreRow.Level.categories) {
        .text($0.level.rawValue)
      },
      Column("organisation", .string, meaning: "The organisation; empty for the cohort and for a type.") {
        CellValue($0.organization)
      },
      Column("group_by", .string, meaning: "The column that groups people; empty for the cohort and organisations.") {
        CellValue($0.groupBy)
      },
      Column("group", .string, meaning: "The group within that column.") { CellValue($0.group) },
      Column("weighting", .string, meaning: "How members count.", categories: Weighting.categories) {
        .text($0.weighting.rawValue)
      },
      Column("measure", .string, meaning: "The measure; its row in this codebook says how it is made.") {
        .text($0.measure)
      },
      Column("value", .number, unit: "points 0–100", meaning: "The score, higher is readier.") {
        CellValue($0.estimate.value)
      },
      Column("low", .number, unit: "points 0–100", meaning: "Lower end of the interval at the plan's level.") {
        CellValue($0.estimate.interval?.lower)
      },
      Column("high", .number, unit: "points 0–100", meaning: "Upper end of the interval at the plan's level.") {
        CellValue($0.estimate.interval?.upper)
      },
      Column("sd", .number, unit: "points", meaning: "Standard deviation over people (n − 1).") { CellValue($0.sd) },
      Column("n", .integer, unit: "people", meaning: "People with a score on the measure.") {
        CellValue($0.estimate.n)
      },
      Column(
        "coverage", .number, unit: "share 0–1",
        meaning:
          "Share of the asked answers that were given. Like every share here it is withheld where it would tell of few answers."
      ) {
        CellValue($0.coverage)
      },
      Column("dk_rate", .number, unit: "share 0–1", meaning: "Share of the asked answers that were “don't know”.") {
        CellValue($0.doNotKnowRate)
      },
      Column("nfm_rate", .number, unit: "share 0–1", meaning: "Share of the asked answers that were “not for me”.") {
        CellValue($0.notForMeRate)
      },
      statusColumn { $0.estimate.status },
      Column(
        "withheld", .string,
        meaning: "Numbers of a row with a value that are withheld all the same, as column:status, separated by spaces."
      ) { CellValue(unlessEmpty: $0.withheld.joined(separator: " ")) },
    ])

  /// Numbers that are hidden beside a score that is shown: shares of few answers, the number of people where it would tell of few without a score, and
  /// the standard deviation of few answers.
  private var withheld: [String] {
    guard estimate.status == .ok else { return [] }
    let hidden: [(String, Bool)] = [
      ("sd", sd == nil && weighting == .respondents && estimate.n ?? 2 > 1), ("n", estimate.n == nil),
      ("coverage", coverage == nil),
      ("dk_rate", doNotKnowRate == nil), ("nfm_rate", notForMeRate == nil),
    ]
    return hidden.filter(\.1).map { "\($0.0):\(Status.suppressed.rawValue)" }
  }
}

/// The `status` column that every long table ends with or carries.
func statusColumn<Row>(_ status: @escaping @Sendable (Row) -> Status) -> Column<Row> {
  Column(
    "status", .string,
    meaning: "Why there is a number or none.",
    categories: Status.categories
  ) { .text(status($0).rawValue) }
}
