import Survey

/// Need against money: how serious each barrier is, and what share of the money could ease it, both with their intervals.
struct PriorityChart: Drawing, Hashable {
  /// One barrier.
  struct Point: Sendable, Hashable {
    let name: Phrase
    /// Severity, 0…100.
    let need: ChartNumber
    /// Percent of the money.
    let money: ChartNumber
  }

  let title: Phrase
  /// What an interval is called.
  let rangeName: Phrase
  /// The strongest need first; withheld ones at the end.
  let points: [Point]

  init(title: Phrase, rangeName: Phrase, points: [Point]) {
    self.title = title
    self.rangeName = rangeName
    // Where either number is withheld neither places the barrier.
    self.points = points.sorted(by: { $0.money.value == nil ? nil : $0.need.value }, descending: true)
  }

  private var placed: [(point: Point, need: Double, money: Double)] {
    points.compactMap { point in
      guard let need = point.need.value, let money = point.money.value else { return nil }
      return (point, need, money)
    }
  }

  var finding: Phrase {
    guard let most = placed.first else { return "No barrier can be shown." }
    let richest = placed.max { $0.money < $1.money } ?? most
    let first: Phrase =
      "The strongest barrier is \(most.point.name): severity \(most.point.need.text), \(percent(most.point.money)) of the money."
    guard richest.point != most.point else { return first }
    return
      "\(first) Most money would go to \(richest.point.name): \(percent(richest.point.money)), with a severity of \(richest.point.need.text)."
  }

  private func percent(_ number: ChartNumber) -> Phrase {
    number.value == nil ? number.text : "\(number.text)%"
  }

  var table: TextTable {
    TextTable(
      caption: title,
      columns: [
        .numbers("Number"), .words("Barrier"), .numbers("Severity"), .numbers(rangeName), .numbers("Share of money, %"),
        .numbers(rangeName),
      ],
      rows: points.enumerated().map { place, point in
        [.count(place + 1), point.name, point.need.text, point.need.rangeText, point.money.text, point.money.rangeText]
      })
  }

  static let plot = (left: 44.0, right: Canvas.width - 12, height: 330.0)

  func draw(on canvas: inout Canvas) {
    let across = Track(
      holding: placed.flatMap { $0.point.need.extent }, within: 0...100, left: Self.plot.left, right: Self.plot.right)
    let upward = Track(
      holding: [0] + placed.flatMap { $0.point.money.extent }, within: 0...100, left: 0, right: Self.plot.height)
    canvas.paragraph(canvas.words("Upwards: share of the money, %"), size: Canvas.small, paint: .quiet)
    canvas.y += 8
    let foot = canvas.y + Self.plot.height
    frame(across, upward, foot: foot, on: &canvas)
    let spots = placed.map { (x: across.x($0.need), y: foot - upward.x($0.money)) }
    for (spot, one) in zip(spots, placed) {
      if let range = one.point.need.range {
        canvas.line(across.x(range.lowerBound), spot.y, across.x(range.upperBound), spot.y, .hatch, width: 1.5)
      }
      if let range = one.point.money.range {
        canvas.line(
          spot.x, foot - upward.x(range.lowerBound), spot.x, foot - upward.x(range.upperBound), .hatch, width: 1.5)
      }
    }
    for spot in spots { canvas.circle(spot.x, spot.y, radius: 6, fill: .first, stroke: .paper, width: 1.5) }
    let keyed = labels(spots, foot: foot, on: &canvas)
    canvas.y = foot + 8
    canvas.axis(across)
    canvas.paragraph(
      canvas.words(
        "To the right: severity of the barrier, 0 to 100. Low on the right stand serious barriers that get little money."
      ), size: Canvas.small, paint: .quiet)
    canvas.y += 6
    for (place, point) in points.enumerated() where keyed || place >= placed.count {
      let mark = point.need.mark ?? point.money.mark
      let name = canvas.words(point.name) + (mark.map { " \($0.rawValue)" } ?? "")
      let number = place < placed.count ? "\(place + 1)" : "–"
      canvas.text(number, Canvas.margin + 18, canvas.y + 0.76 * Canvas.size, anchor: .end, bold: true)
      canvas.paragraph(name, x: Canvas.margin + 28, width: Canvas.width - 2 * Canvas.margin - 28)
      canvas.y += 2
    }
    canvas.markNotes(points.flatMap { [$0.need.mark, $0.money.mark].compactMap(\.self) })
  }

  private func frame(_ across: Track, _ upward: Track, foot: Double, on canvas: inout Canvas) {
    for tick in across.ticks { canvas.line(across.x(tick), foot - Self.plot.height, across.x(tick), foot, .grid) }
    for tick in upward.ticks {
      let y = foot - upward.x(tick)
      canvas.line(Self.plot.left, y, Self.plot.right, y, .grid)
      canvas.text(
        canvas.words(.decimal(tick, decimals: 0)), Self.plot.left - 8, y + 5, anchor: .end, size: Canvas.small,
        paint: .quiet)
    }
  }

  /// Puts each name beside its dot, or, where they would crowd, its number; says whether numbers stand for names.
  private func labels(_ spots: [(x: Double, y: Double)], foot: Double, on canvas: inout Canvas) -> Bool {
    let area = LabelPlacement.Box(
      left: Self.plot.left + 2, top: foot - Self.plot.height - 6, right: Canvas.width - Canvas.margin, bottom: foot - 2)
    func draw(_ places: [LabelPlacement.Place], _ texts: [String], bold: Bool) {
      for (place, (spot, text)) in zip(places, zip(spots, texts)) {
        if place.isFar { canvas.line(spot.x, spot.y, place.anchor.x, place.anchor.y, .quiet, width: 1) }
        canvas.text(
          text, place.box.left + 2, place.box.bottom - 4.5, size: Canvas.small, bold: bold, on: .paper, halo: true)
      }
    }
    let names = placed.map { canvas.words($0.point.name) }
    let numbers = placed.indices.map { "\($0 + 1)" }
    func sizes(_ texts: [String], bold: Bool) -> [(width: Double, height: Double)] {
      texts.map { (TextMeasure.width($0, size: Canvas.small, bold: bold) + 4, 18) }
    }
    if let places = LabelPlacement.places(for: sizes(names, bold: false), at: spots, in: area, reach: 24) {
      draw(places, names, bold: false)
      return false
    }
    let places = LabelPlacement.places(for: sizes(numbers, bold: true), at: spots, in: area, reach: 400)
    if let places { draw(places, numbers, bold: true) }
    return true
  }
}
