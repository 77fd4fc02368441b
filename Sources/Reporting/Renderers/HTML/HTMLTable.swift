import Readiness

/// A table of a report as HTML: a caption, headings with their scope, marks with their meaning, notes below.
struct HTMLTable {
  /// The number of the table in its page, from 1.
  private let number: Int
  private let caption: String
  private let columns: [Column]
  private let rows: [[String]]
  private let notes: [String]
  private let marks: [String: String]
  /// The column that names the rows.
  private let naming: Int

  private struct Column {
    let heading: String
    let isNumeric: Bool
    /// Words so short that they stay on one line where there is room.
    let isShort: Bool
    /// The longest piece that cannot be broken, in characters.
    let leastWidth: Int

    init(heading: String, cells: [String], isNumeric: Bool) {
      (self.heading, self.isNumeric) = (heading, isNumeric)
      isShort = !isNumeric && cells.allSatisfy { $0.count <= 20 }
      let words = { (text: String) in text.split { $0 == " " || $0 == "/" }.map(\.count) }
      let cellWidths = isNumeric ? cells.map(\.count) : cells.flatMap(words)
      leastWidth = (words(heading) + cellWidths).max() ?? 0
    }
  }

  init(_ table: TextTable, number: Int, text: (Phrase) -> String) {
    self.number = number
    caption = text(table.caption)
    notes = table.notes.map(text)
    naming = table.naming
    let rows = table.rows.map { $0.map(text) }
    self.rows = rows
    columns = table.columns.enumerated().map { index, column in
      Column(heading: text(column.heading), cells: rows.map { $0[index] }, isNumeric: column.alignment == .right)
    }
    marks = Dictionary(Mark.allCases.map { ($0.rawValue, text($0.meaning)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the table, its words broken as far as they can be, may need more than the 34 characters that a screen of 320 pixels has.
  private var isWide: Bool { columns.reduce(0) { $0 + $1.leastWidth + 2 } > 34 }

  /// Writes the table. A short one is kept on one sheet of paper.
  func write(to html: inout HTMLWriter) {
    html.markup(rows.count > 15 ? "<div class=\"table\">\n" : "<div class=\"table whole\">\n")
    if rows.isEmpty {
      html.element("<p class=\"caption\">", caption, "</p>\n")
    } else if isWide {
      // It scrolls by itself, also by keyboard, and so needs a name.
      html.markup("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"table-")
      html.number(number)
      html.markup("\">\n")
      writeTable(to: &html)
      html.markup("</div>\n")
    } else {
      writeTable(to: &html)
    }
    if !notes.isEmpty {
      html.markup("<div class=\"notes\">\n")
      for note in notes { html.element("<p>", note, "</p>\n") }
      html.markup("</div>\n")
    }
    html.markup("</div>\n")
  }

  private func writeTable(to html: inout HTMLWriter) {
    html.markup("<table>\n<caption><span id=\"table-")
    html.number(number)
    html.element("\">", caption, "</span></caption>\n<thead>\n<tr>")
    for column in columns {
      html.markup(column.isNumeric ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
      html.breakable(column.heading)
      html.markup("</th>")
    }
    html.markup("</tr>\n</thead>\n<tbody>\n")
    for row in rows { write(row, to: &html) }
    html.markup("</tbody>\n</table>\n")
  }

  private func write(_ row: [String], to html: inout HTMLWriter) {
    html.markup("<tr>")
    for (index, cell) in row.enumerated() {
      if index == naming {
        writeHeading(cell, columns[index], to: &html)
      } else {
        html.markup(
          columns[index].isNumeric ? "<td class=\"n\">" : columns[index].isShort ? "<td class=\"short\">" : "<td>")
        write(cell, to: &html)
        html.markup("</td>")
      }
    }
    html.markup("</tr>\n")
  }

  /// The cell that names the row; one that the text sets off with a dash is part of the row above.
  private func writeHeading(_ cell: String, _ column: Column, to html: inout HTMLWriter) {
    let isPart = cell.hasPrefix("- ")
    html.markup("<th scope=\"row\"")
    if isPart {
      html.markup(" class=\"part\"")
    } else if column.isShort {
      html.markup(" class=\"short\"")
    } else if column.isNumeric {
      html.markup(" class=\"n\"")
    }
    html.markup(">")
    write(isPart ? String(cell.dropFirst(2)) : cell, to: &html)
    html.markup("</th>")
  }

  /// A mark that stands where a number would be says what it means; the notes below say it too.
  private func write(_ cell: String, to html: inout HTMLWriter) {
    guard let meaning = marks[cell] else { return html.breakable(cell) }
    html.markup("<abbr title=\"")
    html.element("", meaning, "\">")
    html.element("", cell, "</abbr>")
  }
}
