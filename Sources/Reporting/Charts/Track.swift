import Survey
import Tabular

/// A horizontal scale: which numbers it spans and between which places of the sheet.
struct Track: Equatable {
  /// The numbers at the ends.
  let bounds: ClosedRange<Double>
  /// Numbers that are marked, in order.
  let ticks: [Double]
  /// The places of the ends.
  let left: Double
  let right: Double

  /// The whole scale of readiness, 0 to 100 in quarters.
  static let whole = Track.whole()

  /// The same between other places of the sheet.
  static func whole(right: Double = Canvas.width - 14) -> Track {
    Track(bounds: 0...100, ticks: [0, 25, 50, 75, 100], right: right)
  }

  init(bounds: ClosedRange<Double>, ticks: [Double], left: Double = 14, right: Double = Canvas.width - 14) {
    self.bounds = bounds
    self.ticks = ticks
    self.left = left
    self.right = right
  }

  /// The smallest scale of round numbers that holds all of these within `limit`: at most five steps of 1, 2, 5, 10, 20 or 25; all of `limit` without a number.
  init(
    holding numbers: [Double], within limit: ClosedRange<Double>, left: Double = 14, right: Double = Canvas.width - 14
  ) {
    let inside = numbers.map { Swift.min(Swift.max($0, limit.lowerBound), limit.upperBound) }
    let low = inside.min() ?? limit.lowerBound
    let high = inside.max() ?? limit.upperBound
    let steps: [Double] = [1, 2, 5, 10, 20, 25, 50]
    let step = steps.first { (high / $0).rounded(.up) - (low / $0).rounded(.down) <= 5 } ?? 100
    let from = (low / step).rounded(.down)
    let to = Swift.max(from + 1, (high / step).rounded(.up))
    self.init(
      bounds: from * step...to * step, ticks: stride(from: from, through: to, by: 1).map { $0 * step }, left: left,
      right: right)
  }

  /// The place of a number; one beyond the ends is drawn at the end.
  func x(_ value: Double) -> Double {
    let inside = Swift.min(Swift.max(value, bounds.lowerBound), bounds.upperBound)
    return left + (right - left) * (inside - bounds.lowerBound) / (bounds.upperBound - bounds.lowerBound)
  }
}

extension Canvas {
  /// The line above a row's marks: its name on the left, wrapped, and its number on the right.
  mutating func rowHead(_ name: String, trailing: String, bold: Bool = false, paint: Paint = .ink) {
    let room = trailing.isEmpty ? 0 : TextMeasure.width(trailing, size: Self.size, bold: true) + 14
    text(
      trailing, Self.width - Self.margin, y + 0.76 * Self.size, anchor: .end, bold: true, paint: paint)
    paragraph(name, width: Self.width - 2 * Self.margin - room, bold: bold)
  }

  /// The lines of a scale in one row, `height` high around `middle`.
  mutating func grid(_ track: Track, middle: Double, height: Double) {
    for tick in track.ticks { line(track.x(tick), middle - height / 2, track.x(tick), middle + height / 2, .grid) }
    line(track.left, middle, track.right, middle, .grid)
  }

  /// The numbers of a scale, each under its line; moves ``y``.
  mutating func axis(_ track: Track) {
    y += 2
    for (place, tick) in track.ticks.enumerated() {
      let label = NumberText.shortest(tick)
      let half = TextMeasure.width(label, size: Self.small) / 2
      let x = Swift.min(Swift.max(track.x(tick), Self.margin + half), Self.width - Self.margin - half)
      // With much on the scale, every second number is enough.
      if track.ticks.count > 6, place % 2 == 1 { continue }
      text(label, x, y + 0.76 * Self.small, anchor: .middle, size: Self.small, paint: .quiet)
    }
    y += 19
  }

  /// An interval: a bar with an end on each side.
  mutating func interval(_ range: ClosedRange<Double>, on track: Track, middle: Double, paint: Paint) {
    let (from, to) = (track.x(range.lowerBound), track.x(range.upperBound))
    line(from, middle, to, middle, paint, width: 2.5)
    for end in [from, to] { line(end, middle - 5, end, middle + 5, paint, width: 2.5) }
  }

  /// A row whose number is withheld: all of it hatched, whatever the number.
  mutating func withheldRow(_ track: Track, middle: Double, height: Double = 12) {
    hatched(track.left, middle - height / 2, track.right - track.left, height)
  }

  /// The marks of withheld numbers with their meaning.
  mutating func markNotes(_ marks: [Mark]) {
    for mark in Mark.allCases where marks.contains(mark) {
      y += 4
      paragraph(words(mark.meaning), size: Self.small, paint: .quiet)
    }
  }

  /// A key: symbols, each with its words, side by side where they fit; a symbol is drawn in a box of 26 × 20 from its left end and middle.
  mutating func key(_ entries: [(words: String, symbol: (inout Canvas, Double, Double) -> Void)]) {
    var x = Self.margin
    let room = Self.width - Self.margin
    for entry in entries {
      let width = TextMeasure.width(entry.words, size: Self.small)
      if x > Self.margin, x + 28 + width > room {
        x = Self.margin
        y += 22
      }
      entry.symbol(&self, x, y + 9)
      let lines = TextMeasure.wrap(entry.words, width: room - x - 28, size: Self.small)
      for (place, line) in lines.enumerated() {
        text(line, x + 28, y + 14 + 19 * Double(place), size: Self.small, paint: .quiet)
      }
      if lines.count > 1 { y += 19 * Double(lines.count - 1) }
      x += 28 + width + 10
    }
    y += 22
  }
}
