import Survey

/// Organisations in order of readiness, each with its interval and its band.
struct LeagueChart: Drawing, Hashable {
  /// One organisation.
  struct Row: Sendable, Hashable {
    /// `3rd`, `joint 3rd`; empty for one that is not ranked.
    let rank: Phrase
    let name: Phrase
    let score: ChartNumber
    /// The simultaneous range of its rank, `1st to 4th`; nil where there is none.
    let band: Phrase?
    /// Whether the page is about it.
    let isOwn: Bool
  }

  let title: Phrase
  let rangeName: Phrase
  /// In order of rank; those without a score at the end.
  let rows: [Row]
  /// The places of the rows among all, from 1.
  let places: ClosedRange<Int>
  /// How many organisations there are.
  let count: Int

  /// The most organisations that one drawing shows.
  static let most = 20

  /// A chart of all organisations, or of those around a place where there are more than ``most``: around the page's own, else from the first.
  init(title: Phrase, rangeName: Phrase, all rows: [Row]) {
    self.title = title
    self.rangeName = rangeName
    let ordered = rows.sorted(by: { $0.score.value }, descending: true)
    let own = ordered.firstIndex(where: \.isOwn)
    let start = own.map { max(0, min($0 - Self.most / 2, ordered.count - Self.most)) } ?? 0
    self.rows = Array(ordered.dropFirst(start).prefix(Self.most))
    places = start + 1...max(start + 1, start + self.rows.count)
    count = rows.count
  }

  var finding: Phrase {
    guard let first = rows.first, first.score.value != nil else { return "No organisation can be ranked." }
    let told: Phrase =
      first.band.map { "\(first.name) has \(first.score.text) out of 100; its band is \($0)." }
      ?? "\(first.name) has \(first.score.text) out of 100."
    return .spaced([told, part].compactMap(\.self))
  }

  /// Which part of all is shown; nil where it is all.
  private var part: Phrase? {
    guard count > rows.count else { return nil }
    return "Places \(places.lowerBound) to \(places.upperBound) of \(count) organisations are drawn."
  }

  var table: TextTable {
    TextTable(
      caption: title,
      columns: [.words("Rank"), .words("Organisation"), .numbers("Readiness"), .numbers(rangeName), .words("Band")],
      rows: rows.map {
        [
          $0.rank == .empty ? $0.score.mark?.phrase ?? Mark.notAvailable.phrase : $0.rank, $0.name, $0.score.text,
          $0.score.rangeText, $0.band ?? $0.score.mark?.phrase ?? Mark.notAvailable.phrase,
        ]
      }, notes: [part].compactMap(\.self), naming: 1)
  }

  func draw(on canvas: inout Canvas) {
    if let part { canvas.paragraph(canvas.words(part), size: Canvas.small, paint: .quiet) }
    canvas.key(keyEntries(canvas))
    let bands = rows.map { $0.band.map(canvas.words) ?? "" }
    let column = min(150, bands.map { TextMeasure.width($0, size: Canvas.small) }.max() ?? 0)
    let track = Track.whole(right: Canvas.width - Canvas.margin - column - 18)
    for (row, band) in zip(rows, bands) {
      canvas.y += 8
      let name = canvas.words(row.rank == .empty ? row.name : .separated([row.rank, row.name], by: "\u{2002}"))
      canvas.rowHead(name, trailing: canvas.words(row.score.text), bold: row.isOwn)
      draw(row, band, on: &canvas, track)
    }
    canvas.axis(track)
    canvas.markNotes(rows.compactMap(\.score.mark))
  }

  private func keyEntries(
    _ canvas: Canvas
  ) -> [(words: String, symbol: (inout Canvas, Double, Double) -> Void)] {
    func symbol(isOwn: Bool) -> (inout Canvas, Double, Double) -> Void {
      { canvas, x, middle in
        let track = Track(bounds: 0...1, ticks: [], left: x + 1, right: x + 23)
        Self.mark(&canvas, x + 12, middle, isOwn: isOwn, track: track, range: 0...1)
      }
    }
    let all = (
      words: canvas.words("Readiness with its \(rangeName); on the right the band"), symbol: symbol(isOwn: false)
    )
    return rows.contains(where: \.isOwn) ? [all, (canvas.words("This organisation"), symbol(isOwn: true))] : [all]
  }

  private func draw(_ row: Row, _ band: String, on canvas: inout Canvas, _ track: Track) {
    let middle = canvas.y + 10
    let lines = TextMeasure.wrap(band, width: 150, size: Canvas.small)
    for (place, line) in lines.enumerated() {
      canvas.text(
        line, Canvas.width - Canvas.margin, middle + 5 + 18 * Double(place), anchor: .end, size: Canvas.small,
        paint: .quiet)
    }
    if let value = row.score.value {
      canvas.grid(track, middle: middle, height: 18)
      Self.mark(&canvas, track.x(value), middle, isOwn: row.isOwn, track: track, range: row.score.range)
    } else {
      canvas.withheldRow(track, middle: middle)
    }
    canvas.y += 20 + 18 * Double(lines.count - 1)
  }

  /// A dot, or for the page's own organisation a diamond, on its interval.
  private static func mark(
    _ canvas: inout Canvas, _ x: Double, _ middle: Double, isOwn: Bool, track: Track, range: ClosedRange<Double>?
  ) {
    let paint: Paint = isOwn ? .second : .first
    if let range { canvas.interval(range, on: track, middle: middle, paint: paint) }
    if isOwn {
      canvas.diamond(x, middle, radius: 8, fill: paint, stroke: .paper)
    } else {
      canvas.circle(x, middle, radius: 6, fill: paint, stroke: .paper, width: 1.5)
    }
  }
}

extension Canvas {
  /// A square on its corner.
  mutating func diamond(_ x: Double, _ y: Double, radius: Double, fill: Paint, stroke: Paint, width: Double = 1.5) {
    let (left, right) = (Self.number(x - radius), Self.number(x + radius))
    let (top, bottom) = (Self.number(y - radius), Self.number(y + radius))
    let (x, y) = (Self.number(x), Self.number(y))
    path("M\(x) \(top)L\(right) \(y)L\(x) \(bottom)L\(left) \(y)Z", fill: fill, stroke: stroke, width: width)
  }
}
