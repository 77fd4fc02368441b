public import Readiness
public import Tabular

extension GapShareRow {
  /// `gap-shares.csv`: one row per organisation, breakdown and part.
  public static let schema = Schema<GapShareRow>(
    name: "gap-shares",
    meaning:
      "One row per organisation and part: where its distance from 100 lies, by barrier, by Co and by Step, each adding up to the whole.",
    columns: [
      Column("organisation", .string, meaning: "The organisation.") { .text($0.organization) },
      Column(
        "breakdown", .string, meaning: "One of three ways to break the same distance down.",
        categories: GapShareRow.Breakdown.categories
      ) { .text($0.breakdown.rawValue) },
      Column(
        "part", .string,
        meaning: "The barrier, Co or Step; none for answers to items that belong to no Co, or to no Step."
      ) { .text($0.part ?? "none") },
      Column("gap", .number, unit: "points 0–100", meaning: "100 less overall readiness.") { CellValue($0.gap) },
      Column(
        "points", .number, unit: "points 0–100",
        meaning:
          "Points of the gap that the part holds. A barrier's: weight × distance from 100, or its Shapley value where barriers are not put together by the mean. An item's go in equal parts to its Co's, and to its Steps."
      ) { CellValue($0.points) },
      Column("share", .number, unit: "share 0–1", meaning: "Points as a share of the gap.") { CellValue($0.share) },
      Column(
        "share_low", .number, unit: "share 0–1",
        meaning:
          "Lower end of its interval; empty for few people, and where barriers are not put together by the mean."
      ) { CellValue($0.interval?.lower) },
      Column("share_high", .number, unit: "share 0–1", meaning: "Upper end of its interval.") {
        CellValue($0.interval?.upper)
      },
      Column(
        "p_largest", .number, unit: "probability",
        meaning:
          "Share of redrawn surveys in which it is the largest barrier, Co or Step; ties share; none takes no part."
      ) { CellValue($0.largest) },
      statusColumn { $0.status },
    ])
}
