import Readiness
public import Tabular

/// `codebook.csv`: one row per output column, per measure and per item.
public struct CodebookRow: Sendable, Hashable {
  /// What a row is about.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A column of a file.
    case column
    /// A score, which occurs in several files.
    case measure
    /// A question of the survey, or a factor of its budget.
    case item
  }

  /// The file, such as `scores.csv`; empty for a measure or an item, which occur in several.
  public let file: String
  /// The name of the column, the measure or the item.
  public let variable: String
  /// What the row is about.
  public let kind: Kind
  /// What its values are.
  public let type: ColumnType
  /// The label by language code (`en`, `cy`); a language that it is not written in is not there.
  public let labels: [String: String]
  /// The unit; empty where there is none.
  public let unit: String
  /// The lowest and highest value, such as `0–100`; empty where there is none.
  public let range: String
  /// The only values that there are, with what they say; empty where there are many.
  public let values: String
  /// How the number is made; empty where there is no formula.
  public let formula: String
  /// The kinds of missing values and how each is told; empty where nothing can be missing.
  public let missing: String
  /// What it means.
  public let meaning: String

  /// The columns of the file, with a label for each language.
  public static func schema(languages: [String]) -> Schema<CodebookRow> {
    Schema(
      name: "codebook", meaning: "One row per output column, per measure and per item.",
      columns: [
        Column("file", .string, meaning: "The file; empty for a measure or an item.") {
          CellValue(unlessEmpty: $0.file)
        },
        Column("variable", .string, meaning: "The name in the files.") { .text($0.variable) },
        Column("kind", .string, meaning: "What the row is about.", categories: Kind.categories) {
          .text($0.kind.rawValue)
        },
        Column("type", .string, meaning: "What its values are.", categories: ColumnType.categories) {
          .text($0.type.rawValue)
        },
      ] + languages.map(label) + [
        Column("unit", .string, meaning: "The unit.") { CellValue(unlessEmpty: $0.unit) },
        Column("range", .string, meaning: "Lowest and highest value.") { CellValue(unlessEmpty: $0.range) },
        Column(
          "values", .string, meaning: "The only values that there are, with what they say; empty where any may be."
        ) {
          CellValue(unlessEmpty: $0.values)
        },
        Column("formula", .string, meaning: "How the number is made.") { CellValue(unlessEmpty: $0.formula) },
        Column("missing", .string, meaning: "What can be missing, and how it is told.") {
          CellValue(unlessEmpty: $0.missing)
        },
        Column("meaning", .string, meaning: "What it means.") { .text($0.meaning) },
      ])
  }

  private static func label(_ language: String) -> Column<CodebookRow> {
    Column(
      "label_\(language.replacing("-", with: "_").lowercased())", .string,
      meaning: "The label in the language “\(language)”; empty while it is not written."
    ) { CellValue($0.labels[language]) }
  }
}

extension CodebookRow.Kind: ColumnWord {
  var meaning: String {
    switch self {
    case .column: "a column of a file"
    case .measure: "a score, which occurs in several files"
    case .item: "a question of the survey, or a factor of its budget"
    }
  }
}

extension ColumnType: ColumnWord {
  var meaning: String {
    switch self {
    case .string: "text"
    case .integer: "whole numbers"
    case .number: "numbers"
    }
  }
}
