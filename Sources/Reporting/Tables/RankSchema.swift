public import Readiness
import Statistics
public import Tabular

extension RankRow {
  /// `ranks.csv`: one row per ranked organisation.
  public static let schema = Schema<RankRow>(
    name: "ranks", meaning: "One row per ranked organisation: its rank, and how far to trust it.",
    columns: [
      Column("organisation", .string, meaning: "The organisation.") { .text($0.organization) },
      Column("n", .integer, unit: "people", meaning: "People with an overall score.") { CellValue($0.people) },
      Column("readiness", .number, unit: "points 0–100", meaning: "Overall readiness.") { CellValue($0.score) },
      Column("readiness_low", .number, unit: "points 0–100", meaning: "Lower end of its interval.") {
        CellValue($0.interval?.lower)
      },
      Column("readiness_high", .number, unit: "points 0–100", meaning: "Upper end of its interval.") {
        CellValue($0.interval?.upper)
      },
      Column("standard_error", .number, unit: "points", meaning: "Standard deviation of the score over redrawn people.")
      {
        CellValue($0.standardError)
      },
      Column(
        "comparison_low", .number, unit: "points",
        meaning: "Lower end for a chart in which any two organisations are compared by eye (Goldstein and Healy)."
      ) { CellValue($0.comparisonInterval?.lower) },
      Column("comparison_high", .number, unit: "points", meaning: "Upper end of the same.") {
        CellValue($0.comparisonInterval?.upper)
      },
      Column("rank", .integer, meaning: "Rank by readiness, 1 is the readiest; ties share the smallest.") {
        CellValue($0.rank)
      },
      Column("rank_low", .integer, meaning: "Best rank in the marginal confidence set.") {
        CellValue($0.rankSet.lowerBound)
      },
      Column("rank_high", .integer, meaning: "Worst rank in the marginal confidence set.") {
        CellValue($0.rankSet.upperBound)
      },
      Column("band_low", .integer, meaning: "Best rank in the simultaneous confidence set.") {
        CellValue($0.band.lowerBound)
      },
      Column("band_high", .integer, meaning: "Worst rank in the simultaneous confidence set.") {
        CellValue($0.band.upperBound)
      },
      Column("p_first", .number, unit: "probability", meaning: "Share of draws in which it is first; ties share.") {
        CellValue($0.probabilityFirst)
      },
      Column(
        "p_first_quarter", .number, unit: "probability",
        meaning: "Share of draws in which it is in the first quarter, rounded up to whole places; ties share."
      ) { CellValue($0.probabilityFirstQuarter) },
      Column(
        "sucra", .number, unit: "share 0–1", meaning: "Surface under the cumulative ranking curve; 1 is always first."
      ) { CellValue($0.sucra) },
      Column("draw_rank_05", .number, meaning: "Rank at 5% of the draws: a spread, not a confidence set.") {
        CellValue($0.spread[0])
      },
      Column("draw_rank_25", .number, meaning: "Rank at 25% of the draws.") { CellValue($0.spread[1]) },
      Column("draw_rank_50", .number, meaning: "Rank at 50% of the draws.") { CellValue($0.spread[2]) },
      Column("draw_rank_75", .number, meaning: "Rank at 75% of the draws.") { CellValue($0.spread[3]) },
      Column("draw_rank_95", .number, meaning: "Rank at 95% of the draws.") { CellValue($0.spread[4]) },
      Column(
        "shrunken", .number, unit: "points 0–100",
        meaning: "Readiness drawn towards the mean of all organisations (empirical Bayes); never sets the rank."
      ) { CellValue($0.shrunken?.score) },
      Column("shrunken_se", .number, unit: "points", meaning: "Its standard error.") {
        CellValue($0.shrunken?.standardError)
      },
      Column(
        "shrunken_kept", .number, unit: "share 0–1", meaning: "Share of its distance from the mean that it keeps."
      ) { CellValue($0.shrunken?.kept) },
      Column("shrunken_rank", .integer, meaning: "Rank by shrunken readiness.") { CellValue($0.shrunken?.rank) },
      Column("funnel_low", .number, unit: "points", meaning: "Lower 95% limit for its number of people.") {
        CellValue($0.funnel?.limits.lowerBound)
      },
      Column("funnel_high", .number, unit: "points", meaning: "Upper 95% limit for its number of people.") {
        CellValue($0.funnel?.limits.upperBound)
      },
      Column(
        "funnel_place", .string,
        meaning: "Where it lies to the limits of the funnel (95% and 99.8%).",
        categories: FunnelLimits.Place.categories
      ) { CellValue($0.funnel?.place.rawValue) },
      Column(
        "held_below", .string, meaning: "Of those clearly above it, the one it came nearest to; empty when none is."
      ) { CellValue($0.heldBelow?.organization) },
      Column("held_below_difference", .number, unit: "points", meaning: "How far below that one it is.") {
        CellValue($0.heldBelow?.difference)
      },
      Column("held_below_needed", .number, unit: "points", meaning: "Difference from which the two are told apart.") {
        CellValue($0.heldBelow?.needed)
      },
      Column(
        "nearest_tie", .string,
        meaning: "Of those it cannot be told apart from, the one nearest to being told apart; empty when none is left."
      ) { CellValue($0.nearestTie?.organization) },
      Column("nearest_tie_difference", .number, unit: "points", meaning: "How far apart the two are.") {
        CellValue($0.nearestTie?.difference)
      },
      Column("nearest_tie_needed", .number, unit: "points", meaning: "Difference from which the two are told apart.") {
        CellValue($0.nearestTie?.needed)
      },
      Column(
        "further_people", .integer, unit: "people",
        meaning:
          "More people of this organisation, answering alike, after whom that tie would be broken: the smallest number with which the difference passes what is then needed; empty when no number would do."
      ) { CellValue($0.furtherPeople) },
      Column("clearly_above", .integer, meaning: "Organisations that the simultaneous sets put above it.") {
        CellValue($0.clearlyAbove)
      },
      Column(
        "failed_above", .integer,
        meaning: "Organisations with a higher score from which it cannot be told apart; `pairwise.csv` has each."
      ) { CellValue($0.openAbove.count) },
      Column("clearly_below", .integer, meaning: "Organisations that the simultaneous sets put below it.") {
        CellValue($0.clearlyBelow)
      },
      Column(
        "views_split", .integer,
        meaning: "1 where its people's views are split, so that readiness is a mean and no view that they hold, else 0."
      ) { CellValue($0.hasSplitViews ? 1 : 0) },
    ])
}

extension RankPair {
  /// `pairwise.csv`: one row per pair of ranked organisations.
  public static let schema = Schema<RankPair>(
    name: "pairwise", meaning: "One row per pair of ranked organisations, the higher score first.",
    columns: [
      Column("first", .string, meaning: "The organisation with the higher score.") { .text($0.first) },
      Column("second", .string, meaning: "The other.") { .text($0.second) },
      Column("difference", .number, unit: "points", meaning: "The first's readiness minus the second's.") {
        CellValue($0.difference)
      },
      Column("standard_error", .number, unit: "points", meaning: "Standard deviation of the difference over the draws.")
      {
        CellValue($0.standardError)
      },
      Column("p_above", .number, unit: "probability", meaning: "Share of draws in which the first is above the second.")
      {
        CellValue($0.probabilityAbove)
      },
      Column("told_apart", .integer, meaning: "1 when the simultaneous confidence sets tell the two apart, else 0.") {
        CellValue($0.isDecided ? 1 : 0)
      },
      Column(
        "needed", .number, unit: "points", meaning: "Difference from which the two are told apart, by Student’s t."
      ) { CellValue($0.needed) },
    ])
}
