public import Readiness
public import Tabular

extension MoneyAndNeedRow {
  /// `money-and-need.csv`: one row per barrier dimension.
  public static let schema = Schema<MoneyAndNeedRow>(
    name: "money-and-need",
    meaning: "One row per barrier dimension: how serious it is, and the money on what could relieve it.",
    columns: [
      Column("dimension", .string, meaning: "The dimension's code.") { .text($0.dimension) },
      Column("label", .string, meaning: "The dimension's name.") { .text($0.label) },
      Column("severity", .number, unit: "points 0–100", meaning: "100 minus readiness of the cohort, people equal.") {
        CellValue($0.severity)
      },
      Column(
        "money", .number, unit: "share 0–1",
        meaning:
          "Share of the money, organisations equal; a factor that serves several dimensions is split evenly over them."
      ) { CellValue($0.share) },
      Column(
        "money_overlapping", .number, unit: "share 0–1",
        meaning: "Share of the money on factors that serve it, each in full; shares overlap and are not summed."
      ) { CellValue($0.overlappingShare) },
      Column(
        "verdict", .string,
        meaning: "What severity and money say together. " + MoneyAndNeed.rule.english,
        categories: MoneyAndNeedRow.Verdict.categories
      ) { CellValue($0.verdict?.rawValue) },
      statusColumn { $0.status },
    ])
}

extension AllocationSummaryRow {
  /// `allocation-summary.csv`: one row per way of averaging.
  public static let schema = Schema<AllocationSummaryRow>(
    name: "allocation-summary",
    meaning: "One row per way of averaging allocations: what leads, how firmly, and how people spread their points.",
    columns: [
      Column(
        "average", .string,
        meaning:
          "respondents (people equal), organisations (organisations equal) or median (of people). Checks over people, "
          + "on which nothing rests: geometric_0.0065 and geometric_0.025 (zeros filled in as that share), frechet_0.5."
      ) { .text($0.average) },
      Column("units", .integer, meaning: "People, or organisations, that count.") { CellValue($0.units) },
      Column("leaders", .string, meaning: "Codes of the factors that lead, separated by spaces.") {
        CellValue(unlessEmpty: $0.leaders.joined(separator: " "))
      },
      Column("followers", .string, meaning: "Codes of the factors next to them, separated by spaces.") {
        CellValue(unlessEmpty: $0.followers.joined(separator: " "))
      },
      Column("leading", .number, unit: "points of 100", meaning: "Points of the leaders.") { CellValue($0.leading) },
      Column("following", .number, unit: "points of 100", meaning: "Points of the followers.") {
        CellValue($0.following)
      },
      Column(
        "points_to_tie", .number, unit: "points of all together",
        meaning: "Fewest points, summed over people, to move from the leader for a tie; more overturns it."
      ) { CellValue($0.pointsToTie) },
      Column(
        "changes_without_one_person", .integer, unit: "cases",
        meaning: "How often leaving out one person changes the leaders."
      ) { CellValue($0.changesWithoutOnePerson) },
      Column(
        "changes_without_one_organisation", .integer, unit: "cases",
        meaning: "How often leaving out one organisation changes the leaders."
      ) { CellValue($0.changesWithoutOneOrganization) },
      Column(
        "effective_number", .number, unit: "factors",
        meaning: "How many factors of equal size would be as spread out as the average (Hill's number of order 1)."
      ) { CellValue($0.effectiveNumber) },
      Column("factors_used", .number, unit: "factors", meaning: "Mean number of factors that a person used.") {
        CellValue($0.factorsUsed)
      },
      Column(
        "concentration", .number, unit: "share 0–1",
        meaning: "Mean over people of the sum of squared shares: 1 for one factor, 1 ÷ factors for an even split."
      ) { CellValue($0.concentration) },
      Column("even_splits", .integer, unit: "people", meaning: "People who gave every factor the same.") {
        CellValue($0.evenSplits)
      },
      Column("one_factor", .integer, unit: "people", meaning: "People who gave one factor everything.") {
        CellValue($0.oneFactor)
      },
      Column("few_factors", .integer, unit: "people", meaning: "People who used fewer than three factors.") {
        CellValue($0.fewFactors)
      },
      statusColumn { $0.status },
      Column(
        "withheld", .string,
        meaning: "Numbers of a row with leaders that are withheld all the same, as column:status, separated by spaces."
      ) {
        CellValue(unlessEmpty: $0.withheldColumns.map { "\($0):\(Status.suppressed.rawValue)" }.joined(separator: " "))
      },
    ])

  /// The columns of the figures that are withheld, in their order.
  var withheldColumns: [String] {
    let columns: [(Figure, [String])] = [
      (.units, ["units"]), (.points, ["leading", "following"]), (.pointsToTie, ["points_to_tie"]),
      (.changesWithoutOnePerson, ["changes_without_one_person"]), (.effectiveNumber, ["effective_number"]),
      (.factorsUsed, ["factors_used"]), (.evenSplits, ["even_splits"]), (.oneFactor, ["one_factor"]),
      (.fewFactors, ["few_factors"]),
    ]
    return columns.filter { withheld.contains($0.0) }.flatMap(\.1)
  }
}
