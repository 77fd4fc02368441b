/// One row of the codebook: what a column of an output table is.
public struct CodebookEntry: Sendable, Hashable {
  /// The table, without ending: `scores`.
  public let table: String
  /// The column.
  public let column: String
  /// What its values are.
  public let type: ColumnType
  /// The unit; empty where there is none.
  public let unit: String
  /// What it means.
  public let meaning: String

  /// Makes a value from its parts.
  public init(table: String, column: String, type: ColumnType, unit: String, meaning: String) {
    self.table = table
    self.column = column
    self.type = type
    self.unit = unit
    self.meaning = meaning
  }

  /// The codebook as a table of its own.
  public static var schema: Schema<CodebookEntry> {
    Schema(
      name: "codebook", meaning: "one column of one output table",
      columns: [
        Column("table", .string, meaning: "The file that holds the column, without its ending.") { .text($0.table) },
        Column("column", .string, meaning: "The name of the column.") { .text($0.column) },
        Column("type", .string, meaning: "What its values are: string, integer or number.") { .text($0.type.rawValue) },
        Column("unit", .string, meaning: "The unit of its values; empty where there is none.") { .text($0.unit) },
        Column("meaning", .string, meaning: "What the column says, in one sentence.") { .text($0.meaning) },
      ])
  }
}

extension Schema {
  /// The codebook's rows for this table, in the order of its columns.
  public var codebook: [CodebookEntry] {
    columns.map {
      CodebookEntry(table: name, column: $0.name, type: $0.type, unit: $0.unit, meaning: $0.meaning)
    }
  }
}
