import Readiness

/// A table set in columns of equal width, two blanks apart; the widest column of words wraps when the page is too narrow.
struct TableLayout {
  /// The lines, heading first.
  let lines: [String]

  init(_ table: TextTable, width: Int, wording: Wording = .english) {
    let headings = table.columns.map { wording.text($0.heading).withoutTurns }
    let rows = table.rows.map { $0.map { wording.text($0).withoutTurns } }
    var widths = table.columns.indices.map { column in
      max(headings[column].count, rows.map { $0[column].count }.max() ?? 0)
    }
    let gap = 2
    // Words give way before numbers, the widest first, never below 12 characters.
    while widths.reduce(0, +) + gap * (widths.count - 1) > width {
      let words = widths.indices.filter { table.columns[$0].alignment == .left && widths[$0] > 12 }
      guard let widest = words.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    // Then numbers under a heading of several words, down to its longest word and their longest number.
    let least = headings.indices.map { column in
      max(
        headings[column].split(separator: " ").map(\.count).max() ?? 0, rows.map { $0[column].count }.max() ?? 0)
    }
    while widths.reduce(0, +) + gap * (widths.count - 1) > width {
      let numbers = widths.indices.filter { table.columns[$0].alignment == .right && widths[$0] > least[$0] }
      guard let widest = numbers.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    var lines = PlainText.wrap(wording.text(table.caption).withoutTurns, width: width)
    if !rows.isEmpty {
      lines.append("")
      lines += Self.set(headings, table.columns, widths, gap)
      lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
      for row in rows { lines += Self.set(row, table.columns, widths, gap) }
    }
    if !table.notes.isEmpty { lines.append("") }
    for note in table.notes { lines += PlainText.wrap(wording.text(note).withoutTurns, width: width) }
    self.lines = lines
  }

  /// One row, on as many lines as its longest cell needs.
  private static func set(
    _ texts: [String], _ columns: [TextTable.Column], _ widths: [Int], _ gap: Int
  ) -> [String] {
    let cells = texts.indices.map { PlainText.wrap(texts[$0], width: widths[$0]) }
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { line in
      texts.indices.map { column in
        let text = line < cells[column].count ? cells[column][line] : ""
        let blanks = String(repeating: " ", count: max(0, widths[column] - text.count))
        return columns[column].alignment == .left ? text + blanks : blanks + text
      }.joined(separator: String(repeating: " ", count: gap))
    }
  }
}
