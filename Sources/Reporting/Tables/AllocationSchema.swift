public import Readiness
public import Tabular

extension AllocationRow {
  /// `allocations.csv`: one row per budget factor.
  public static let schema = Schema<AllocationRow>(
    name: "allocations",
    meaning: "One row per budget factor: how a budget increase would be spent, out of 100 points.",
    columns: [
      Column("factor", .string, meaning: "The factor's code.") { .text($0.factor) },
      Column("label", .string, meaning: "The factor's wording.") { .text($0.label) },
      Column("respondents", .integer, unit: "people", meaning: "People who shared out the points.") {
        CellValue($0.respondents)
      },
      Column("mean", .number, unit: "points of 100", meaning: "Mean over people, points as given.") {
        CellValue($0.mean)
      },
      Column("mean_low", .number, unit: "points of 100", meaning: "Lower end of the interval of the mean.") {
        CellValue($0.meanInterval?.lower)
      },
      Column("mean_high", .number, unit: "points of 100", meaning: "Upper end of the interval of the mean.") {
        CellValue($0.meanInterval?.upper)
      },
      Column("median", .number, unit: "points of 100", meaning: "Median over people.") { CellValue($0.median) },
      Column(
        "share_zero", .number, unit: "share 0–1",
        meaning: "Share of people who gave the factor nothing; withheld where these, or the others, are few."
      ) {
        CellValue($0.shareZero)
      },
      Column("rank", .number, meaning: "Rank by mean, 1 is the largest; ties share the mean of their places.") {
        CellValue($0.rank)
      },
      Column("organisations", .integer, unit: "organisations", meaning: "Organisations with an allocation.") {
        CellValue($0.organizations)
      },
      Column("organisation_mean", .number, unit: "points of 100", meaning: "Mean of the organisations' means.") {
        CellValue($0.organizationMean)
      },
      Column("organisation_low", .number, unit: "points of 100", meaning: "Lower end of its interval.") {
        CellValue($0.organizationInterval?.lower)
      },
      Column("organisation_high", .number, unit: "points of 100", meaning: "Upper end of its interval.") {
        CellValue($0.organizationInterval?.upper)
      },
      Column("organisation_rank", .number, meaning: "Rank by the mean of the organisations' means.") {
        CellValue($0.organizationRank)
      },
      Column(
        "mean_low_together", .number, unit: "points of 100",
        meaning: "Lower end of the interval of the mean that holds for all factors together."
      ) { CellValue($0.meanTogether?.lower) },
      Column(
        "mean_high_together", .number, unit: "points of 100",
        meaning: "Upper end of the interval of the mean that holds for all factors together."
      ) { CellValue($0.meanTogether?.upper) },
      Column(
        "organisation_low_together", .number, unit: "points of 100",
        meaning: "Lower end of the interval of the organisations' mean that holds for all factors together."
      ) { CellValue($0.organizationTogether?.lower) },
      Column(
        "organisation_high_together", .number, unit: "points of 100",
        meaning: "Upper end of the interval of the organisations' mean that holds for all factors together."
      ) { CellValue($0.organizationTogether?.upper) },
      Column("median_rank", .number, meaning: "Rank by median.") { CellValue($0.medianRank) },
      Column(
        "rank_less_one_person_low", .number,
        meaning: "Best rank by mean when one person is left out; empty above 20,000 people."
      ) { CellValue($0.rankWithoutOnePerson?.lowerBound) },
      Column("rank_less_one_person_high", .number, meaning: "Worst rank by mean when one person is left out.") {
        CellValue($0.rankWithoutOnePerson?.upperBound)
      },
      Column(
        "rank_less_one_organisation_low", .number,
        meaning: "Best rank by the organisations' mean when one organisation is left out."
      ) { CellValue($0.rankWithoutOneOrganization?.lowerBound) },
      Column(
        "rank_less_one_organisation_high", .number,
        meaning: "Worst rank by the organisations' mean when one organisation is left out."
      ) { CellValue($0.rankWithoutOneOrganization?.upperBound) },
      Column(
        "geometric_mean_small_fill", .number, unit: "points of 100",
        meaning: "Check only: geometric mean over people with zeros filled in as 0.65 points. No weight rests on it."
      ) { CellValue($0.otherMeans?.geometricSmallFill) },
      Column(
        "geometric_mean_large_fill", .number, unit: "points of 100",
        meaning: "Check only: the same with zeros filled in as 2.5 points; where the two differ, the fill decides."
      ) { CellValue($0.otherMeans?.geometricLargeFill) },
      Column(
        "frechet_mean", .number, unit: "points of 100",
        meaning: "Check only: Fréchet mean over people at α = 0.5, between arithmetic and geometric, zeros as they are."
      ) { CellValue($0.otherMeans?.frechetHalf) },
      statusColumn { $0.status },
      Column(
        "withheld", .string,
        meaning: "Numbers of a row with a mean that are withheld all the same, as column:status, separated by spaces."
      ) {
        CellValue(unlessEmpty: $0.withheldColumns.map { "\($0):\(Status.suppressed.rawValue)" }.joined(separator: " "))
      },
    ])

  /// The columns of the figures that are withheld, in their order.
  var withheldColumns: [String] {
    let columns: [(Figure, [String])] = [
      (.interval, ["mean_low", "mean_high"]), (.shareZero, ["share_zero"]),
      (.interval, ["mean_low_together", "mean_high_together"]),
      (.rankWithoutOnePerson, ["rank_less_one_person_low", "rank_less_one_person_high"]),
      (.otherMeans, ["geometric_mean_small_fill", "geometric_mean_large_fill", "frechet_mean"]),
    ]
    return columns.filter { withheld.contains($0.0) }.flatMap(\.1)
  }
}

extension OrganizationAllocationRow {
  /// `organisation-allocations.csv`: one row per organisation and budget factor.
  public static let schema = Schema<OrganizationAllocationRow>(
    name: "organisation-allocations",
    meaning: "One row per organisation and budget factor: how its own people would spend a budget increase.",
    columns: [
      Column("organisation", .string, meaning: "The organisation.") { .text($0.organization) },
      Column("factor", .string, meaning: "The factor's code.") { .text($0.factor) },
      Column("label", .string, meaning: "The factor's wording.") { .text($0.label) },
      Column("respondents", .integer, unit: "people", meaning: "Its people who shared out the points.") {
        CellValue($0.respondents)
      },
      Column("mean", .number, unit: "points of 100", meaning: "Mean over its people, points as given.") {
        CellValue($0.mean)
      },
      statusColumn { $0.status },
    ])
}
