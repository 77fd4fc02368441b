public import Readiness
public import Tabular

extension ModelRow {
  /// `models.csv`: one row per estimate, test or fact of a model.
  public static let schema = Schema<ModelRow>(
    name: "models", meaning: "One row per estimate, test or fact of a model of one outcome by terms.",
    columns: subjectColumns + estimateColumns + errorColumns + testColumns + peopleColumns)

  private static let subjectColumns: [Column<ModelRow>] = [
    Column("outcome", .string, meaning: "The item or the measure that is explained.") { .text($0.outcome) },
    Column("model", .string, meaning: "The model.", categories: ModelRow.Model.categories) {
      .text($0.model.rawValue)
    },
    Column("kind", .string, meaning: "What the row is.", categories: ModelRow.Kind.categories) {
      .text($0.kind.rawValue)
    },
    Column("term", .string, meaning: "The column of groups; empty for what belongs to none.") { CellValue($0.term) },
    Column(
      "level", .string,
      meaning:
        "The group; _pooled are groups too small to be shown, alone or where columns meet, put together; _blank are people whose cell is empty."
    ) { CellValue($0.level) },
    Column("reference", .string, meaning: "The group that it is held against.") { CellValue($0.reference) },
    Column(
      "item", .string,
      meaning:
        "The cut (1|2 lies between codes 1 and 2), the test (wald, likelihood_ratio, proportional_odds, rank_test, rao_scott), the "
        + "variance (between_clusters, residual, intraclass_correlation) or the fact (effective_people, design_effect_of_weights)."
    ) { CellValue($0.item) },
  ]

  private static let estimateColumns: [Column<ModelRow>] = [
    Column(
      "estimate", .number,
      meaning:
        "Points 0–100 for a score, log odds of a higher code for an item, squared points for a variance, and the code for the mean of an item."
    ) { CellValue($0.estimate) },
    Column("standard_error", .number, meaning: "The standard error that interval, statistic and p rest on.") {
      CellValue($0.standardError)
    },
    Column(
      "error", .string, meaning: "Its kind.",
      categories: [
        ColumnCategory("model", "people unrelated, by the model"),
        ColumnCategory("hc3", "people unrelated, whatever their variances"),
        ColumnCategory("cr1", "by cluster, times √(G/(G − 1))"),
        ColumnCategory("cr2", "by cluster, corrected for few of them"),
        ColumnCategory("reml", "of the random intercept, by restricted likelihood"),
        ColumnCategory("design", "linearised, by the design of the sample"),
      ]
    ) { CellValue($0.errorKind) },
    Column("low", .number, meaning: "Lower end of the interval of the estimate.") { CellValue($0.interval?.lower) },
    Column("high", .number, meaning: "Upper end.") { CellValue($0.interval?.upper) },
    Column(
      "interval", .string, meaning: "How the interval was made.",
      categories: [
        ColumnCategory("profile", "profile of the likelihood"),
        ColumnCategory("t", "estimate and standard error, with df"),
      ]
    ) { CellValue($0.intervalMethod) },
    Column(
      "odds_ratio", .number,
      meaning: "The exponential of the estimate: odds of a higher code, level over reference; empty for scores."
    ) { CellValue($0.oddsRatio) },
    Column("odds_ratio_low", .number, meaning: "Lower end of its interval.") { CellValue($0.oddsRatioInterval?.lower) },
    Column("odds_ratio_high", .number, meaning: "Upper end.") { CellValue($0.oddsRatioInterval?.upper) },
    Column(
      "superiority", .number, unit: "probability",
      meaning:
        "The chance that somebody of the level stands higher than somebody of the reference on the logistic scale that the answers are taken "
        + "to be steps of, on which nobody ties; not the share of pairs of answers."
    ) { CellValue($0.superiority) },
  ]

  private static let errorColumns: [Column<ModelRow>] = [
    Column("se_model", .number, meaning: "Standard error for unrelated people, by the model.") {
      CellValue($0.errors.model)
    },
    Column("se_hc3", .number, meaning: "The same whatever the variances of people.") { CellValue($0.errors.hc3) },
    Column("se_cr0", .number, meaning: "Standard error by cluster, uncorrected.") { CellValue($0.errors.cr0) },
    Column(
      "se_cr1", .number,
      meaning: "CR0 times √(G/(G − 1)) for proportional odds, and √((N − 1)/(N − p)) more for least squares."
    ) { CellValue($0.errors.cr1) },
    Column("se_cr2", .number, meaning: "Standard error by cluster, corrected for few of them (Bell and McCaffrey).") {
      CellValue($0.errors.cr2)
    },
    Column("se_design", .number, meaning: "Linearised standard error of a design.") { CellValue($0.errors.design) },
  ]

  private static let testColumns: [Column<ModelRow>] = [
    Column(
      "statistic", .number,
      meaning:
        "t or z of a coefficient; F or χ² of a test (χ² for likelihood_ratio and proportional_odds, t for a rank_test of two)."
    ) { CellValue($0.statistic) },
    Column(
      "df", .number,
      meaning:
        "Degrees of freedom: of t (Satterthwaite's for cr2 and reml, clusters − 1 for cr1), of χ², or of F's numerator; empty for z, and where digits are few but for tests that count columns."
    ) { CellValue($0.degreesOfFreedom) },
    Column("df_denominator", .number, meaning: "Degrees of freedom of F's denominator; empty where digits are few.") {
      CellValue($0.denominator)
    },
    Column(
      "p", .number, unit: "probability", meaning: "The two-sided p, for this row alone; no adjustment for several."
    ) {
      CellValue($0.p)
    },
    Column(
      "design_effect", .number,
      meaning: "Variance over that of a simple random sample of as many people; of a table, the mean effect."
    ) { CellValue($0.designEffect) },
  ]

  private static let peopleColumns: [Column<ModelRow>] = [
    Column("n", .integer, unit: "people", meaning: "People in the model; empty where it would tell of few.") {
      CellValue($0.n)
    },
    Column("n_level", .integer, unit: "people", meaning: "People of the level; empty where it would tell of few.") {
      CellValue($0.nLevel)
    },
    Column("clusters", .integer, meaning: "Clusters in the model; empty where people are taken as unrelated.") {
      CellValue($0.clusters)
    },
    Column(
      "status", .string,
      meaning:
        "ok, or why there is no number: suppressed, separated (a group gave only the highest or lowest answers), not_testable, "
        + "no_variation, too_few_people, too_few_answers.", categories: Status.categories
    ) { .text($0.status.rawValue) },
    Column("note", .string, meaning: "What to know about the row.") { CellValue($0.note) },
  ]
}
