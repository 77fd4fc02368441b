import Readiness
import Tabular

/// `import.sps`: SPSS, or PSPP, reads every table and saves it beside its file.
struct SPSSScript {
  let text: String

  init(_ tables: [(file: PublishedFile, table: TableDescription)]) {
    text =
      """
      * Encoding: UTF-8.
      * Reads the tables of this folder, with labels, and saves each as a system file beside it.
      * Where there is no number there is a missing value, and the variable status says why.
      * A name that SPSS keeps for itself ends in an underscore here.


      """ + tables.map(Self.section).joined(separator: "\n")
  }

  private static func section(_ file: PublishedFile, _ table: TableDescription) -> String {
    let widths = widths(file, table)
    let variables = zip(table.columns, widths).map { column, width in
      "\(name(column)) \(column.type == .string ? "A\(width)" : "F40.10")"
    }
    let labels = table.columns.map { "  \(name($0)) \(quoted($0.label(limit: 250)))" }
    let words = table.columns.filter { !$0.categories.isEmpty }.map { column in
      "  /\(name(column)) "
        + column.categories.map { "\(quoted($0.value)) \(quoted(label($0)))" }.joined(separator: " ")
    }
    var text = """
      GET DATA /TYPE=TXT /FILE=\(quoted(file.name)) /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
        /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
        \(variables.joined(separator: "\n  ")).
      VARIABLE LABELS
      \(labels.joined(separator: "\n")).

      """
    if !words.isEmpty { text += "VALUE LABELS\n\(words.joined(separator: "\n")).\n" }
    return text + "SAVE OUTFILE=\(quoted("\(table.name).sav")).\n"
  }

  /// The bytes that the longest text of each column takes; a width is never 0.
  private static func widths(_ file: PublishedFile, _ table: TableDescription) -> [Int] {
    var widths = table.columns.map { $0.categories.map(\.value.utf8.count).max() ?? 1 }
    file.table?.forEachRow { cells in
      for (index, cell) in cells.enumerated() {
        if case .text(let text) = cell { widths[index] = max(widths[index], text.utf8.count + 1) }
      }
    }
    return widths.map { min(max(1, $0), 32_767) }
  }

  /// A label of a word: SPSS keeps 120 bytes of it.
  private static func label(_ category: ColumnCategory) -> String {
    var label = category.label
    while label.utf8.count > 117 { label.removeLast() }
    return label == category.label ? label : "\(label)…"
  }

  /// Names that SPSS does not take.
  private static let reserved: Set<String> = [
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
  ]

  private static func name(_ column: TableDescription.Column) -> String {
    reserved.contains(column.name) ? "\(column.name)_" : column.name
  }

  /// A text in quotes; one within is doubled.
  static func quoted(_ text: String) -> String {
    "'\(String(text.map { $0.isNewline ? " " : $0 }).replacing("'", with: "''"))'"
  }
}
