import Readiness
import Tabular

extension ComparisonEvidence {
  /// The columns of `comparisons.csv` after `note`: what stands behind a comparison besides its p and effect.
  static let columns: [Column<Comparison>] = [
    Column(
      "design", .string, meaning: "How organisations entered.", categories: Design.categories
    ) { CellValue($0.evidence.design?.rawValue) },
    Column("design_reason", .string, meaning: "Why this design, in numbers of organisations.") {
      CellValue($0.evidence.reason)
    },
    Column("null", .string, meaning: "The null hypothesis that p speaks about.") {
      CellValue(unlessEmpty: $0.evidence.null)
    },
    Column("sidedness", .string, meaning: "Which outcomes count as at least as far out.") {
      CellValue(unlessEmpty: $0.evidence.sidedness)
    },
    Column(
      "p_low", .number, unit: "probability", meaning: "Lower end of the Monte Carlo 99% interval of a permutation p."
    ) { CellValue($0.p?.interval?.lower) },
    Column(
      "p_high", .number, unit: "probability", meaning: "Upper end of the Monte Carlo 99% interval of a permutation p."
    ) { CellValue($0.p?.interval?.upper) },
    Column(
      "p_adjustment", .string,
      meaning: "How p_adjusted was made; empty without one.",
      categories: [
        ColumnCategory("holm", "Holm over the family"),
        ColumnCategory(
          "benjamini_hochberg", "Benjamini and Hochberg: few of those let through are expected to be chance"),
        ColumnCategory("studentized_range", "the studentized range of all pairs"),
        ColumnCategory("max_t", "the largest of all statistics over the shuffles"),
      ]
    ) { CellValue(unlessEmpty: $0.evidence.adjustment) },
    Column("effect_interval", .string, meaning: "How the effect's interval was made; empty without one.") {
      CellValue(unlessEmpty: $0.effect?.intervalMethod ?? "")
    },
    Column(
      "organisations", .integer, unit: "organisations", meaning: "Organisations with a scored person of the groups."
    ) { CellValue($0.evidence.organizations) },
    Column(
      "icc1", .number,
      meaning:
        "ICC(1): share of the spread of scores that lies between organisations, over those whose people of the groups are told; empty where these are fewer than half of the people."
    ) {
      CellValue($0.evidence.intraclassCorrelation)
    },
    Column(
      "design_effect", .number,
      meaning:
        "How many times larger the variance of a mean is than for unrelated people, over the same organisations; 1 or more."
    ) { CellValue($0.evidence.designEffect) },
    Column("leave_one_out_low", .number, meaning: "Smallest effect when each organisation in turn is left out.") {
      CellValue($0.evidence.leaveOneOrganizationOut?.lowerBound)
    },
    Column("leave_one_out_high", .number, meaning: "Largest effect when each organisation in turn is left out.") {
      CellValue($0.evidence.leaveOneOrganizationOut?.upperBound)
    },
    Column(
      "dk_effect_low", .number,
      meaning: "Smallest effect if every “don't know” of one group hid the lowest answer and of the other the highest."
    ) { CellValue($0.evidence.doNotKnowBounds?.lowerBound) },
    Column(
      "dk_effect_high", .number,
      meaning: "Largest effect if every “don't know” of one group hid the lowest answer and of the other the highest."
    ) { CellValue($0.evidence.doNotKnowBounds?.upperBound) },
    Column("n_without_score", .integer, unit: "people", meaning: "People of the groups without a score on the measure.")
    { CellValue($0.evidence.missing.people) },
    Column("dk_answers", .integer, unit: "answers", meaning: "“Don't know” answers of the groups behind the measure.") {
      CellValue($0.evidence.missing.doNotKnow)
    },
    Column("nfm_answers", .integer, unit: "answers", meaning: "“Not for me” answers of the groups behind the measure.")
    {
      CellValue($0.evidence.missing.notForMe)
    },
    Column("skipped_answers", .integer, unit: "answers", meaning: "Skipped answers of the groups behind the measure.") {
      CellValue($0.evidence.missing.skipped)
    },
    Column(
      "not_asked_answers", .integer, unit: "answers",
      meaning: "Answers of the groups behind the measure that were not asked for."
    ) { CellValue($0.evidence.missing.notAsked) },
    Column(
      "median_a", .number, unit: "units of the measure",
      meaning: "Median of the people of group_a, on the scale of the measure; pairs only."
    ) {
      CellValue($0.evidence.medians?.first)
    },
    Column(
      "median_b", .number, unit: "units of the measure",
      meaning: "Median of the people of group_b, on the scale of the measure; pairs only."
    ) {
      CellValue($0.evidence.medians?.second)
    },
    Column(
      "effect_by_chance", .number,
      meaning: "What chance alone would make of an effect that is never 0, on average; empty for other effects."
    ) { CellValue($0.evidence.effectByChance) },
  ]
}

extension CellValue {
  /// A text, or an empty cell where there is nothing to say.
  init(unlessEmpty text: String) { self = text.isEmpty ? .empty : .text(text) }
}
