/// A value of one cell in an output table.
public enum CellValue: Sendable, Hashable {
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number, written in the shortest form that reads back the same.
  case number(Double)
  /// Nothing: an empty cell, JSON `null`.
  case empty

  /// A number, or an empty cell for nil.
  public init(_ number: Double?) { self = number.map(CellValue.number) ?? .empty }
  /// A whole number, or an empty cell for nil.
  public init(_ integer: Int?) { self = integer.map(CellValue.integer) ?? .empty }
  /// A text, or an empty cell for nil.
  public init(_ text: String?) { self = text.map(CellValue.text) ?? .empty }
}

/// What the values of a column are.
public enum ColumnType: String, Sendable, Hashable, Codable, CaseIterable {
  /// Any text.
  case string
  /// Whole numbers.
  case integer
  /// Numbers.
  case number
}

/// A column of an output table, declared once: name, unit, meaning and value.
public struct Column<Row: Sendable>: Sendable {
  /// `lower_snake`, at most 32 characters.
  public let name: String
  /// What the values are.
  public let type: ColumnType
  /// The unit, such as `points 0–100`; empty where there is none.
  public let unit: String
  /// What the column means, in one sentence.
  public let meaning: String
  /// The only words that a text column holds, with what they mean, where they are few; empty where any text may stand.
  public let categories: [ColumnCategory]
  /// The value in a row.
  public let value: @Sendable (Row) -> CellValue

  /// Makes a value from its parts.
  public init(
    _ name: String, _ type: ColumnType, unit: String = "", meaning: String, categories: [ColumnCategory] = [],
    value: @escaping @Sendable (Row) -> CellValue
  ) {
    self.name = name
    self.type = type
    self.unit = unit
    self.meaning = meaning
    self.categories = categories
    self.value = value
  }
}

/// A word that a column may hold, and what it means.
public struct ColumnCategory: Sendable, Hashable {
  /// The word in the table.
  public let value: String
  /// What it means, for people.
  public let label: String

  /// Makes a value from its parts.
  public init(_ value: String, _ label: String) {
    self.value = value
    self.label = label
  }
}

/// An output table declared once: it drives the CSV writer, the codebook and the golden tests.
public struct Schema<Row: Sendable>: Sendable {
  /// The file name without ending: `scores`.
  public let name: String
  /// What one row is.
  public let meaning: String
  /// The columns in order.
  public let columns: [Column<Row>]

  /// Declares a table; column names must be distinct.
  public init(name: String, meaning: String, columns: [Column<Row>]) {
    precondition(Set(columns.map(\.name)).count == columns.count, "two columns of \(name) share a name")
    self.name = name
    self.meaning = meaning
    self.columns = columns
  }
}
