import Survey

/// Dimensions by facets, a cell each, with the number in it.
struct HeatMapChart: Drawing, Hashable {
  /// One dimension with a number per facet.
  struct Row: Sendable, Hashable {
    let name: Phrase
    let cells: [ChartNumber]
  }

  let title: Phrase
  /// The facets in order.
  let columns: [Phrase]
  /// How many of them stand together before a gap, such as the Co's before the Steps; 0 without a gap.
  let together: Int
  /// Dimensions in their own order.
  let rows: [Row]

  init(title: Phrase, columns: [Phrase], together: Int = 0, rows: [Row]) {
    precondition(rows.allSatisfy { $0.cells.count == columns.count }, "a row has a cell per column")
    self.title = title
    self.columns = columns
    self.together = together
    self.rows = rows
  }

  var finding: Phrase {
    let cells = rows.flatMap { row in row.cells.indices.map { (row: row, column: $0, number: row.cells[$0]) } }
    let known = cells.sorted { $0.number.value }.filter { $0.number.value != nil }
    guard let low = known.first, let high = known.last, known.count > 1 else { return "No two cells can be shown." }
    return
      "Lowest: \(low.row.name), \(columns[low.column]), with \(low.number.text). Highest: \(high.row.name), \(columns[high.column]), with \(high.number.text)."
  }

  var table: TextTable {
    TextTable(
      caption: title, columns: [.words("Barrier")] + columns.map { .numbers($0) },
      rows: rows.map { [$0.name] + $0.cells.map(\.text) })
  }

  func draw(on canvas: inout Canvas) {
    canvas.steps()
    let width = cellWidth
    heads(on: &canvas, width: width)
    for row in rows {
      canvas.y += 6
      canvas.paragraph(canvas.words(row.name))
      canvas.y += 1
      for (place, cell) in row.cells.enumerated() { draw(cell, x: x(place), width: width, on: &canvas) }
      canvas.y += Self.height
    }
    canvas.y += 4
    canvas.markNotes(rows.flatMap { $0.cells.compactMap(\.mark) })
  }

  static let height = 30.0
  private static let gap = 10.0

  private var cellWidth: Double {
    let gap = together > 0 && together < columns.count ? Self.gap : 0
    return (Canvas.width - 2 * Canvas.margin - gap) / Double(max(1, columns.count))
  }

  /// The left end of a column.
  func x(_ place: Int) -> Double {
    Canvas.margin + Double(place) * cellWidth + (together > 0 && place >= together ? Self.gap : 0)
  }

  /// The names of the facets over their columns: across where no word must be broken, else upright.
  private func heads(on canvas: inout Canvas, width: Double) {
    let names = columns.map(canvas.words)
    if names.allSatisfy({ TextMeasure.isWhole($0, width: width - 6, size: Canvas.small, bold: true) }) {
      across(names, on: &canvas, width: width)
    } else {
      upright(names, on: &canvas, width: width)
    }
  }

  private func across(_ names: [String], on canvas: inout Canvas, width: Double) {
    let heads = names.map { TextMeasure.wrap($0, width: width - 6, size: Canvas.small, bold: true) }
    let height = heads.map(\.count).max() ?? 0
    for (place, lines) in heads.enumerated() {
      for (number, line) in lines.enumerated() {
        let row = Double(height - lines.count + number)
        canvas.text(
          line, x(place) + width / 2, canvas.y + 12 + 18 * row, anchor: .middle, size: Canvas.small, bold: true)
      }
    }
    canvas.y += 18 * Double(height) + 2
  }

  private func upright(_ names: [String], on canvas: inout Canvas, width: Double) {
    let heads = names.map { TextMeasure.wrap($0, width: 150, size: Canvas.size) }
    canvas.y += (heads.joined().map { TextMeasure.width($0, size: Canvas.size) }.max() ?? 0) + 4
    let fits = max(1, Int(width / 19))
    for (place, lines) in heads.enumerated() {
      let shown = lines.prefix(fits)
      let first = x(place) + width / 2 + 5.5 - 9.5 * Double(shown.count - 1)
      for (number, line) in shown.enumerated() {
        canvas.uprightText(line, first + 19 * Double(number), canvas.y)
      }
    }
  }

  private func draw(_ cell: ChartNumber, x: Double, width: Double, on canvas: inout Canvas) {
    let ground: Paint
    if let value = cell.value {
      ground = .step(value)
      canvas.rectangle(x, canvas.y, width, Self.height, fill: ground, stroke: .edge)
    } else {
      ground = .paper
      canvas.hatched(x, canvas.y, width, Self.height)
    }
    canvas.text(
      canvas.words(cell.text), x + width / 2, canvas.y + 20.5, anchor: .middle, size: Canvas.small, paint: ground.text,
      on: ground, halo: cell.value == nil)
  }
}
