import Readiness
import Tabular

/// `import.do`: Stata reads every table and saves it beside its file.
struct StataScript {
  let text: String

  init(_ tables: [(file: PublishedFile, table: TableDescription)]) {
    text =
      """
      * Reads the tables of this folder, with labels, and saves each as a Stata file beside it. Stata 14 or later.
      * Where there is no number there is a missing value, and the variable status says why. "notes" says what the words of a variable mean.
      version 14


      """ + tables.map(Self.section).joined(separator: "\n")
  }

  private static func section(_ file: PublishedFile, _ table: TableDescription) -> String {
    func places(_ isIn: (TableDescription.Column) -> Bool) -> String {
      table.columns.enumerated().filter { isIn($0.element) }.map { "\($0.offset + 1)" }.joined(separator: " ")
    }
    let (texts, numbers) = (places { $0.type == .string }, places { $0.type != .string })
    var lines = [
      "import delimited using \(quoted(file.name)), varnames(1) case(preserve) encoding(\"UTF-8\") bindquote(strict) ///",
      "  \(texts.isEmpty ? "" : "stringcols(\(texts)) ")\(numbers.isEmpty ? "" : "numericcols(\(numbers)) ")clear",
      "label data \(quoted(cut(table.meaning)))",
    ]
    for column in table.columns {
      lines.append("label variable \(column.name) \(quoted(column.label(limit: 80)))")
      if column.label(limit: 80) != column.label(limit: .max) {
        lines.append("notes \(column.name): \(plain(column.label(limit: .max)))")
      }
      for category in column.categories {
        lines.append("notes \(column.name): \(plain("\(category.value): \(category.label)"))")
      }
    }
    lines.append("save \(quoted("\(table.name).dta")), replace")
    return lines.joined(separator: "\n") + "\n"
  }

  /// What Stata shows of a data label: 80 characters.
  private static func cut(_ text: String) -> String { String(text.prefix(80)) }

  /// A text in the quotes that may hold quotes.
  static func quoted(_ text: String) -> String { "`\"\(plain(text))\"'" }

  /// A text without what Stata would expand or end a line at.
  private static func plain(_ text: String) -> String {
    String(text.map { character in "`'$\"".contains(character) ? "’" : character.isNewline ? " " : character })
  }
}
