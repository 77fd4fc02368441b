public import Readiness
public import Tabular

extension DistributionRow {
  /// `distributions.csv`: one row per item, respondent type and answer.
  public static let schema = Schema<DistributionRow>(
    name: "distributions",
    meaning: "One row per item, respondent type and answer.",
    columns: [
      Column("item", .string, meaning: "The item's code.") { .text($0.item) },
      Column("respondent_type", .string, meaning: "The respondent type; all for all types together.") {
        .text($0.respondentType ?? "all")
      },
      Column("answer", .string, meaning: "A code of the scale, dk, nfm, skipped or not_asked.") { .text($0.answer) },
      Column("count", .integer, unit: "people", meaning: "How many people gave the answer.") { CellValue($0.count) },
      statusColumn { $0.status },
    ])
}
