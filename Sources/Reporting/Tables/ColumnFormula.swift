/// How the numbers of output columns are made, one formula for each column that has one; sources stand in *How scores are made* and *Reading
/// the statistics*.
///
/// A formula names other columns of the same row by their names. Columns that count, and ends of intervals that a method's name says
/// more of than a formula, have none.
enum ColumnFormula {
  /// The formula; nil for a column without one.
  static func of(_ column: String, in table: String) -> String? { formulas[table]?[column] }

  /// By the name of the table, then of the column.
  static let formulas: [String: [String: String]] = [
    "profiles": profiles, "scores": scores, "allocations": allocations, "allocation-summary": allocationSummary,
    "money-and-need": moneyAndNeed, "weights": weights, "priorities": priorities, "perception-gaps": perceptionGaps,
    "comparisons": comparisons, "wave-changes": waveChanges, "gap-shares": gapShares, "ranks": ranks,
    "pairwise": pairwise, "robustness": robustness, "sensitivity": sensitivity, "benchmark": benchmark,
    "models": models, "reliability": reliability, "reliability-items": reliabilityItems, "agreement": agreement,
    "structure": structure, "quality": quality, "quality-headline": qualityHeadline, "response": response,
  ]

  private static let profiles = [
    "readiness":
      "Σ w × mean over people of dimension d ÷ Σ w, over the dimensions shown; w by the plan, equal unless it says otherwise",
    "readiness_low": "readiness − t(n − 1) × standard deviation over redrawn people",
    "readiness_high": "readiness + t(n − 1) × standard deviation over redrawn people",
    "gap": "readiness of staff − readiness of citizens",
    "growth_cm": growth, "growth_de": growth, "growth_dl": growth, "growth_as": growth,
  ]
  private static let growth = "mean over leaders − mean over the others"

  private static let scores = [
    "value": "mean over people of the measure; of overall Σ w × dimension d ÷ Σ w over the dimensions shown",
    "low": "value − t × standard error; organisations are the independent units where there are several",
    "high": "value + t × standard error; organisations are the independent units where there are several",
    "sd": "√(Σ (x − value)² ÷ (n − 1))", "coverage": "answers given ÷ answers asked for",
    "dk_rate": "“don't know” ÷ answers asked for", "nfm_rate": "“not for me” ÷ answers asked for",
  ]

  private static let allocations = [
    "mean": "Σ points ÷ respondents", "mean_low": logit, "mean_high": logit, "organisation_low": logit,
    "organisation_high": logit, "share_zero": "people who gave 0 ÷ respondents",
    "organisation_mean": "Σ means of organisations ÷ organisations",
    "geometric_mean_small_fill": geometric + " 0.0065", "geometric_mean_large_fill": geometric + " 0.025",
    "frechet_mean": "100 × m ÷ Σ m, m = (mean over people of x^α ÷ Σ x^α)^(1 ÷ α), α = 0.5, x the shares",
  ]
  private static let logit = "t interval of the logit of the mean share, with a floor for few people, back in points"
  private static let geometric = "100 × g ÷ Σ g, g = exp(mean over people of ln x), x the shares with a 0 replaced by"

  private static let allocationSummary = [
    "effective_number": "exp(−Σ p ln p), p the average as shares",
    "factors_used": "mean over people of the number of factors above 0",
    "concentration": "mean over people of Σ p², p a person's shares",
  ]

  private static let moneyAndNeed = [
    "severity": "100 − readiness of the cohort",
    "money": "Σ over factors that serve it of share ÷ dimensions that the factor serves",
    "money_overlapping": "Σ over factors that serve it of share",
  ]

  private static let weights = [
    "importance": "variance of E(overall | dimension) ÷ variance of overall, over organisations",
    "importance_linear": "r²(dimension, overall), over organisations",
  ]

  private static let priorities = [
    "gap": "max(0, target − readiness)", "priority": "weight × gap ÷ Σ (weight × gap) over the dimensions",
  ]

  private static let perceptionGaps = ["difference": "value_a − value_b"]

  private static let comparisons = [
    "icc1": "(MSB − MSW) ÷ (MSB + (k₀ − 1) × MSW), k₀ = (N − Σn² ÷ N) ÷ (organisations − 1)",
    "design_effect": "1 + (Σn² ÷ N − 1) × max(0, icc1)",
  ]

  private static let waveChanges = [
    "change": "mean of everybody in the second wave − mean of everybody in the first",
    "twice_change": "mean over people of both waves of second − first",
    "once_change": "mean of those in the second wave alone − mean of those in the first alone",
  ]

  private static let gapShares = ["gap": "100 − readiness", "share": "points ÷ gap"]

  private static let ranks = [
    "standard_error": "standard deviation of readiness over redrawn people",
    "comparison_low": "readiness − z × standard_error, one z for all by Goldstein and Healy (1995)",
    "comparison_high": "readiness + z × standard_error, one z for all by Goldstein and Healy (1995)",
    "sucra": "(organisations − mean rank over draws) ÷ (organisations − 1)",
    "shrunken_kept": "τ² ÷ (τ² + standard_error²), τ² the variance between organisations",
    "shrunken": "shrunken_kept × readiness + (1 − shrunken_kept) × the common mean of organisations",
  ]

  private static let pairwise = [
    "difference": "readiness of first − readiness of second",
    "standard_error": "standard deviation over draws of the difference",
  ]

  private static let robustness = ["mean_shift": "mean over runs of |rank − published rank|"]

  private static let sensitivity = [
    "first": "variance of E(y | input) ÷ variance of y",
    "total": "1 − variance of E(y | all other inputs) ÷ variance of y",
  ]

  private static let benchmark = [
    "percentile": "(peers below + ½ × peers equal) ÷ peers", "difference": "value − peer_mean",
  ]

  private static let models = [
    "odds_ratio": "exp(estimate)", "odds_ratio_low": "exp(low)", "odds_ratio_high": "exp(high)",
  ]

  private static let reliability = [
    "alpha": "k ÷ (k − 1) × (1 − Σ variances of the parts ÷ variance of their sum), k parts",
    "alpha_standardized": "k r ÷ (1 + (k − 1) r), r the mean_correlation",
    "omega": "(Σ loadings)² ÷ ((Σ loadings)² + Σ unique variances)",
    "floor": "people at the lowest possible score ÷ people with a score",
    "ceiling": "people at the highest possible score ÷ people with a score",
  ]

  private static let reliabilityItems = [
    "item_rest": "r(part, sum of the others)", "alpha_without": "alpha of the other parts",
    "closest_other_r": "r(item, score of closest_other)",
  ]

  private static let agreement = [
    "rwg_uniform": "J (1 − q) ÷ (J (1 − q) + q), q = min(1, mean variance of J items ÷ variance of even answers)",
    "rwg_skewed":
      "J (1 − q) ÷ (J (1 − q) + q), q = min(1, mean variance of J items ÷ variance of slightly skewed answers)",
    "rwg_star_uniform": "1 − mean variance of the items ÷ variance of even answers",
    "rwg_star_skewed": "1 − mean variance of the items ÷ variance of slightly skewed answers",
    "ad_limit": "answers of the scale ÷ 6", "deviation": "mean over people of |score − mean|",
    "icc1": "(MSB − MSW) ÷ (MSB + (k0 − 1) × MSW)", "icc2": "(MSB − MSW) ÷ MSB",
    "k0": "(N − Σn² ÷ N) ÷ (organisations − 1)", "design_effect": "1 + (Σn² ÷ N − 1) × max(0, icc1)",
  ]

  private static let structure = [
    "kmo": "Σ r² ÷ (Σ r² + Σ partial r²), over pairs of items",
    "bartlett": "−(n − 1 − (2p + 5) ÷ 6) × ln |R|, p items with correlations R", "bartlett_df": "p (p − 1) ÷ 2",
    "first_share": "first_eigenvalue ÷ Σ eigenvalues",
  ]

  private static let quality = ["share": "marked ÷ n"]
  private static let qualityHeadline = ["difference": "value_without − value"]
  private static let response = ["rate": "answered ÷ invited"]
}
