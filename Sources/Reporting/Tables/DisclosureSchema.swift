public import Readiness
public import Tabular

extension DisclosureRow {
  /// `disclosure.csv`: one row per hidden number that is listed, and one per table that was audited.
  public static let schema = Schema<DisclosureRow>(
    name: "disclosure",
    meaning:
      "One row per hidden number of people, with what can be inferred about it, and one per table that was audited.",
    columns: [
      Column(
        "table", .string,
        meaning:
          "people (who answered), scores (people with a score) or distributions (how often an answer was given)."
      ) { .text($0.table.rawValue) },
      Column("organisation", .string, meaning: "The organisation; empty over all.") {
        CellValue($0.organization)
      },
      Column("group_by", .string, meaning: "The column that groups people; empty for everybody.") {
        CellValue($0.groupBy)
      },
      Column("group", .string, meaning: "The group; empty for everybody.") { CellValue($0.group) },
      Column("measure", .string, meaning: "The measure or the item; empty for all of them.") {
        CellValue($0.measure)
      },
      Column("answer", .string, meaning: "The answer, in distributions.") { CellValue($0.answer) },
      Column(
        "why", .string,
        meaning:
          "primary_or_complementary: few people, or beside few; which is not told, because it would say where the few are. "
          + "primary_class_or_complementary: few people, or people who all gave one answer or have one score, or beside either; which is not told. "
          + "earlier_release: fewer people than the minimum tell it from what an earlier release of the ledger showed, or it stands beside such a number. "
          + "audited: nothing in this table of this run leaks by the audit of its sums; groups in it that are not listed are hidden too."
      ) { .text($0.why.rawValue) },
      Column(
        "low", .integer, unit: "people",
        meaning: "The least that the hidden number can be, from all that is shown."
      ) { CellValue($0.interval?.lower) },
      Column(
        "high", .integer, unit: "people",
        meaning: "The most that it can be; empty where nothing that is shown bounds it."
      ) { CellValue($0.interval?.upper) },
    ])
}
