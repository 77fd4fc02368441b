import Readiness
import Tabular

/// For whom CSV files are written.
public enum TableProfile: String, Sendable, Hashable, CaseIterable {
  /// For programs: UTF-8 without a byte order mark, LF, empty cells where there is no number, no text changed.
  case analysis
  /// For people who open a file in a spreadsheet: a byte order mark, CRLF, marks where there is no number, and texts that a spreadsheet would
  /// take for a formula or for a number kept as texts by an apostrophe. Numbers stay as they are.
  case excel

  /// The bytes of a table; `plain` are those for programs.
  func bytes(of table: PublishedTable, plain: [UInt8]) -> [UInt8] {
    switch self {
    case .analysis: plain
    case .excel: SpreadsheetText(table).bytes
    }
  }
}

/// A table as CSV for a spreadsheet.
struct SpreadsheetText {
  /// UTF-8 with a byte order mark.
  let bytes: [UInt8]

  init(_ table: PublishedTable) {
    var writer = CSVWriter(forSpreadsheets: true)
    let marks = CellMarks(table.description)
    writer.write(table.description.columns.map(\.name))
    table.forEachRow { cells in
      writer.write(
        cells.indices.map { index in
          switch cells[index] {
          case .text(let text): Self.kept(text)
          case .empty: marks.mark(at: index, in: cells) ?? ""
          case .integer, .number: cells[index].csvText
          }
        })
    }
    bytes = writer.bytes
  }

  /// A text that stays a text: one that a spreadsheet would run as a formula, round or shorten as a number begins with an apostrophe.
  static func kept(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return isFormula(first) || isLongNumber(text) ? "'\(text)" : text
  }

  /// Signs that begin a formula, plain and full-width, and blanks that hide one.
  private static func isFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  /// Digits alone that would lose their first noughts or their last places.
  private static func isLongNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      && (text.utf8.count > 11 || (text.utf8.first == 0x30 && text.utf8.count > 1))
  }
}

/// Marks in the empty cells of a table, from the words that its rows give as reasons: [c], [z], [u] or [x].
struct CellMarks {
  private let names: [String]
  private let isText: [Bool]
  private let status: Int?
  private let withheld: Int?

  init(_ table: TableDescription) {
    names = table.columns.map(\.name)
    isText = table.columns.map { $0.type == .string }
    status = names.firstIndex(of: "status")
    withheld = names.firstIndex(of: "withheld")
  }

  /// The mark of an empty cell of numbers; nil for a text, which may rightly be empty.
  func mark(at index: Int, in cells: [CellValue]) -> String? {
    guard !isText[index] else { return nil }
    return Mark(reason(names[index], cells) ?? .tooFewAnswers).rawValue
  }

  /// The reason that a row gives for one of its columns, or for all of them.
  private func reason(_ column: String, _ cells: [CellValue]) -> Status? {
    if let withheld, case .text(let list) = cells[withheld] {
      for entry in list.split(separator: " ") {
        let parts = entry.split(separator: ":")
        if parts.count == 2, parts[0] == column { return Status(rawValue: String(parts[1])) }
      }
    }
    guard let status, case .text(let word) = cells[status] else { return nil }
    return Status(rawValue: word)
  }
}
