public import Readiness
public import Tabular

extension AgreementRow {
  /// `agreement.csv`: the cohort by measure, then every organisation by measure.
  public static let schema = Schema<AgreementRow>(
    name: "agreement",
    meaning:
      "One row per measure over the organisations that are shown, then one per organisation and measure; rwg, awg and deviations in few digits and of larger organisations alone, save in a pilot.",
    columns: [
      Column(
        "level", .string, meaning: "Whose agreement.",
        categories: [
          ColumnCategory("cohort", "all organisations that are shown"),
          ColumnCategory("organisation", "one organisation"),
        ]
      ) { .text($0.organization == nil ? "cohort" : "organisation") },
      Column("organisation", .string, meaning: "The organisation; empty for the cohort.") {
        CellValue($0.organization)
      },
      Column("measure", .string, meaning: "The score.") { .text($0.measure) },
      Column(
        "n", .integer, unit: "people", meaning: "People with a score; over the cohort those of organisations shown."
      ) { CellValue($0.people) },
      Column("items", .integer, meaning: "Items of it that were asked; 0 for the overall score.") {
        CellValue($0.items)
      },
      Column(
        "rwg_uniform", .number, meaning: "rwg(J) of the answers, against people who give every answer as often."
      ) { CellValue($0.within?.rwgUniform) },
      Column("rwg_skewed", .number, meaning: "rwg(J) against people who lean a little to one end; five answers only.") {
        CellValue($0.within?.rwgSkewed)
      },
      Column(
        "rwg_star_uniform", .number, meaning: "r*wg(J), below 0 where people stand at opposite ends; even answers."
      ) {
        CellValue($0.within?.rStarUniform)
      },
      Column("rwg_star_skewed", .number, meaning: "r*wg(J) against people who lean a little to one end.") {
        CellValue($0.within?.rStarSkewed)
      },
      Column("awg", .number, meaning: "awg(J): agreement beside the largest disagreement that the means allow.") {
        CellValue($0.within?.awg)
      },
      Column("ad_mean", .number, unit: "answers", meaning: "Mean distance of people from an item's mean.") {
        CellValue($0.within?.averageDeviation)
      },
      Column("ad_median", .number, unit: "answers", meaning: "Mean distance of people from an item's median.") {
        CellValue($0.within?.medianDeviation)
      },
      Column("ad_limit", .number, unit: "answers", meaning: "Up to this it is customarily called agreement.") {
        CellValue($0.within?.customaryLimit)
      },
      Column("deviation", .number, unit: "points", meaning: "Mean distance of people's scores from their mean.") {
        CellValue($0.views?.averageDeviation)
      },
      Column(
        "views", .string,
        meaning:
          "split where a third of the people or more stand outside every 50 points that hold the median, else shared; the plan may say otherwise.",
        categories: [
          ColumnCategory("split", "people stand too far apart for one number"),
          ColumnCategory("shared", "people stand near enough to each other"),
        ]
      ) { CellValue($0.views.map { $0.areSplit ? "split" : "shared" }) },
      Column("icc1", .number, meaning: "ICC(1): share of the spread of people's scores between organisations.") {
        CellValue($0.between?.correlation?.value)
      },
      Column("icc1_low", .number, meaning: "Lower end of its interval at the plan's level.") {
        CellValue($0.between?.correlation?.interval.lower)
      },
      Column("icc1_high", .number, meaning: "Upper end of the same.") {
        CellValue($0.between?.correlation?.interval.upper)
      },
      Column("icc2", .number, meaning: "ICC(2): how reliably an organisation's mean tells organisations apart.") {
        CellValue($0.between?.correlation?.reliability)
      },
      Column("icc2_low", .number, meaning: "Lower end of its interval at the plan's level.") {
        CellValue($0.between?.correlation?.reliabilityInterval?.lower)
      },
      Column("icc2_high", .number, meaning: "Upper end of the same.") {
        CellValue($0.between?.correlation?.reliabilityInterval?.upper)
      },
      Column("organisations", .integer, meaning: "Organisations behind it, those that are shown.") {
        CellValue($0.between?.correlation?.clusterCount)
      },
      Column("k0", .number, unit: "people", meaning: "The size that stands for organisations of different sizes.") {
        CellValue($0.between?.correlation?.commonSize)
      },
      Column("design_effect", .number, meaning: "How many times larger the variance of a mean is for it.") {
        CellValue($0.between?.correlation?.designEffect)
      },
      Column(
        "krippendorff", .number,
        meaning: "Krippendorff's alpha of ordered answers; a unit is one item in one organisation. Dimensions only."
      ) { CellValue($0.between?.krippendorff) },
      Column("krippendorff_low", .number, meaning: "Lower end of its interval by redrawing units, from eight units on.")
      {
        CellValue($0.between?.krippendorffInterval?.lower)
      },
      Column("krippendorff_high", .number, meaning: "Upper end of the same.") {
        CellValue($0.between?.krippendorffInterval?.upper)
      },
      Column("units", .integer, meaning: "Units that two people or more answered.") {
        CellValue($0.between?.units)
      },
      statusColumn(\.status),
    ])
}
