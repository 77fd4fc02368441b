import Survey

/// How two groups see the same barriers: a mark for each group on one line, and the gap between them.
struct GapChart: Drawing, Hashable {
  /// One barrier.
  struct Row: Sendable, Hashable {
    let name: Phrase
    let first: ChartNumber
    let second: ChartNumber
    /// First minus second with its interval.
    let gap: ChartNumber
  }

  let title: Phrase
  let firstGroup: Phrase
  let secondGroup: Phrase
  let rangeName: Phrase
  /// The widest gap first, whichever its side; withheld ones at the end.
  let rows: [Row]

  init(title: Phrase, firstGroup: Phrase, secondGroup: Phrase, rangeName: Phrase, rows: [Row]) {
    self.title = title
    self.firstGroup = firstGroup
    self.secondGroup = secondGroup
    self.rangeName = rangeName
    // A row is drawn with all of its numbers or with none.
    self.rows = rows.map { row in
      guard let mark = row.gap.mark ?? row.first.mark ?? row.second.mark else { return row }
      return Row(name: row.name, first: .withheld(mark), second: .withheld(mark), gap: .withheld(mark))
    }.sorted(by: { $0.gap.value.map(abs) }, descending: true)
  }

  var finding: Phrase {
    guard let widest = rows.first, let gap = widest.gap.value else { return "No gap can be shown." }
    let size = Phrase.decimal(abs(gap), decimals: 1)
    guard gap != 0 else { return "The two groups score alike wherever it can be shown." }
    return
      "The widest gap is on \(widest.name): \(gap > 0 ? firstGroup : secondGroup) score \(size) points higher than \(gap > 0 ? secondGroup : firstGroup)."
  }

  var table: TextTable {
    TextTable(
      caption: title,
      columns: [
        .words("Measure"), .numbers(firstGroup), .numbers(secondGroup), .numbers("Gap in points"), .numbers(rangeName),
      ],
      rows: rows.map { [$0.name, $0.first.text, $0.second.text, $0.gap.text, $0.gap.rangeText] },
      notes: ["Above 0: \(firstGroup) score higher than \(secondGroup)."])
  }

  func draw(on canvas: inout Canvas) {
    let track = Track.whole
    canvas.key([
      (canvas.words(firstGroup), { Self.first(&$0, $1 + 12, $2) }),
      (canvas.words(secondGroup), { Self.second(&$0, $1 + 12, $2) }),
    ])
    canvas.paragraph(
      canvas.words("On the right: the gap in points, with its \(rangeName)."), size: Canvas.small, paint: .quiet)
    for row in rows {
      canvas.y += 8
      canvas.rowHead(canvas.words(row.name), trailing: canvas.words(Self.signed(row.gap)))
      let middle = canvas.y + 10
      if let first = row.first.value, let second = row.second.value {
        canvas.grid(track, middle: middle, height: 18)
        canvas.line(track.x(first), middle, track.x(second), middle, .ink, width: 3)
        Self.second(&canvas, track.x(second), middle)
        Self.first(&canvas, track.x(first), middle)
      } else {
        canvas.withheldRow(track, middle: middle)
      }
      canvas.y += 20
      if row.gap.range != nil {
        canvas.text(
          canvas.words(row.gap.rangeText), Canvas.width - Canvas.margin, canvas.y + 0.76 * Canvas.small, anchor: .end,
          size: Canvas.small, paint: .quiet)
        canvas.y += 19
      }
    }
    canvas.axis(track)
    canvas.markNotes(rows.compactMap(\.gap.mark))
  }

  /// `+3.1`, `-0.4`, or the mark.
  private static func signed(_ gap: ChartNumber) -> Phrase {
    (gap.value ?? 0) > 0 ? .verbatim("+") + gap.text : gap.text
  }

  private static func first(_ canvas: inout Canvas, _ x: Double, _ middle: Double) {
    canvas.circle(x, middle, radius: 5, fill: .first, stroke: .paper, width: 1)
  }

  /// An open diamond, wider than the dot, so that both marks show where they meet.
  private static func second(_ canvas: inout Canvas, _ x: Double, _ middle: Double) {
    canvas.diamond(x, middle, radius: 9.5, fill: .paper, stroke: .second, width: 2.5)
  }
}
