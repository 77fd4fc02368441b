public import Readiness
public import Tabular

extension PriorityRow {
  /// `priorities.csv`: one row per dimension, of the cohort and of each organisation.
  public static let schema = Schema<PriorityRow>(
    name: "priorities",
    meaning:
      "One row per barrier dimension, of everybody together and of each organisation: where weight and distance from the "
      + "target meet.",
    columns: [
      Column("organisation", .string, meaning: "The organisation; empty for everybody together.") {
        CellValue($0.organization)
      },
      Column("dimension", .string, meaning: "The dimension's code.") { .text($0.dimension) },
      Column("readiness", .number, unit: "points 0–100", meaning: "Readiness on the dimension.") {
        CellValue($0.readiness)
      },
      Column("weight", .number, unit: "share 0–1", meaning: "The weight under the chosen scheme.") {
        CellValue($0.weight)
      },
      Column("gap", .number, unit: "points 0–100", meaning: "Points of readiness below the target (plan: target).") {
        CellValue($0.gap)
      },
      Column(
        "priority", .number, unit: "share 0–1",
        meaning:
          "Weight times gap as a share of their sum; the dimensions of an organisation add up to 1, or are 0 at the target."
      ) { CellValue($0.priority) },
      Column(
        "top_three", .number, unit: "probability",
        meaning:
          "Share of re-drawings of people (whole organisations for everybody together) in which it is among the three "
          + "highest; ties count in part. Weights are held."
      ) { CellValue($0.topThree) },
      statusColumn { $0.status },
    ])
}

extension WhoseWeightsRow {
  /// `whose-weights.csv`: one row per organisation.
  public static let schema = Schema<WhoseWeightsRow>(
    name: "whose-weights",
    meaning: "One row per organisation: whose budget allocations, as weights, would put it first.",
    columns: [
      Column("organisation", .string, meaning: "The organisation.") { .text($0.organization) },
      Column("judges", .integer, unit: "people", meaning: "People whose allocation reaches a dimension.") {
        CellValue($0.judges)
      },
      Column(
        "share_first", .number, unit: "share 0–1",
        meaning: "Share of them under whose own weights the organisation is first; ties count in part."
      ) { CellValue($0.first) },
      Column(
        "share_top_quarter", .number, unit: "share 0–1",
        meaning: "Share of them under whose own weights it is in the top quarter."
      ) { CellValue($0.topQuarter) },
      Column("budget_rank", .integer, meaning: "Rank under the mean of the organisations' allocations.") {
        CellValue($0.budgetRank)
      },
      Column(
        "budget_rank_without_own", .integer,
        meaning: "Rank when its own people's allocations are left out of the weights; empty where they are few."
      ) { CellValue($0.rankWithoutOwn) },
      Column(
        "peers", .integer, unit: "organisations", meaning: "Other organisations whose own mean allocation may be shown."
      ) { CellValue($0.peers) },
      Column(
        "share_first_peers", .number, unit: "share 0–1",
        meaning:
          "Share of these under whose mean allocation, as weights, the organisation is first; ties count in part."
      ) { CellValue($0.peersFirst) },
      Column(
        "share_top_quarter_peers", .number, unit: "share 0–1",
        meaning: "Share of these under whose mean allocation it is in the top quarter."
      ) { CellValue($0.peersTopQuarter) },
      Column("next_above", .string, meaning: "The organisation next above it by budget_rank; empty for the first.") {
        CellValue($0.above)
      },
      Column(
        "points_to_pass", .number, unit: "points of 100",
        meaning:
          "Fewest points, in steps of five, to move in the mean of the organisations' allocations for it to "
          + "pass next_above; empty where no move does."
      ) { CellValue($0.pointsToPass) },
      Column("pass_to", .string, meaning: "The factor that would receive these points.") { CellValue($0.passTo) },
      Column("pass_from", .string, meaning: "The factors that would give them, separated by spaces.") {
        CellValue(unlessEmpty: $0.passFrom.joined(separator: " "))
      },
      statusColumn { $0.status },
    ])
}

extension OrganizationOrder {
  /// `organisation-orders.csv`: one row per scheme and organisation.
  public static let schema = Schema<OrganizationOrder>(
    name: "organisation-orders",
    meaning: "One row per weighting scheme and organisation: its place under that scheme.",
    columns: [
      Column("scheme", .string, meaning: "The weighting scheme, as in weights.csv.") { .text($0.scheme) },
      Column(
        "aggregation", .string,
        meaning: "How dimensions are put together; copeland, borda and kemeny give an order and no score."
      ) { .text($0.aggregation) },
      Column("used", .integer, meaning: "1 for the chosen scheme and aggregation, 0 for others beside it.") {
        .integer($0.isUsed ? 1 : 0)
      },
      Column("organisation", .string, meaning: "The organisation.") { .text($0.organization) },
      Column("score", .number, unit: "points 0–100", meaning: "Its score; empty for an order without scores.") {
        CellValue($0.score)
      },
      Column("rank", .integer, meaning: "Its rank, 1 is the readiest; ties share the smallest.") { CellValue($0.rank) },
      Column(
        "rank_last", .integer, meaning: "Its last place where several orders are equally good (kemeny); else the rank."
      ) { CellValue($0.lastRank) },
      statusColumn { $0.status },
    ])
}
