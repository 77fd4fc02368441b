import Survey

/// The star: the Four Co's and the Five Steps as two rings of equal arcs, the number in each arc.
///
/// Arcs never grow with their number; a step of one sequential scale fills them, and a withheld one is hatched.
/// - Source: the rings are those of Governance International's Co-Production Star; that Co's are drawn inside and Steps outside is the current
///   drawing, the other way round the one of 2013.
struct StarChart: Drawing, Hashable {
  /// One arc.
  struct Arc: Sendable, Hashable {
    let name: Phrase
    let score: ChartNumber
  }

  let title: Phrase
  /// Co-commission, co-design, co-deliver, co-assess: clockwise, the first at the top.
  let cos: [Arc]
  /// Map, Focus, People, Market, Grow: clockwise, the first from the top on.
  let steps: [Arc]
  /// The overall score, for the middle.
  let overall: ChartNumber
  /// What an interval is called.
  let rangeName: Phrase
  let placement: StarPlacement

  var finding: Phrase {
    .spaced([said(cos, of: "Co's"), said(steps, of: "Steps")])
  }

  private func said(_ arcs: [Arc], of ring: Phrase) -> Phrase {
    let known = arcs.sorted { $0.score.value }.filter { $0.score.value != nil }
    guard let low = known.first, let high = known.last, known.count > 1 else {
      return "No two of the \(ring) can be shown."
    }
    return
      "Of the \(ring) the lowest is \(low.name) with \(low.score.text), the highest \(high.name) with \(high.score.text)."
  }

  var table: TextTable {
    TextTable(
      caption: title, columns: [.words("Arc"), .numbers("Readiness"), .numbers(rangeName)],
      rows: (cos + steps).map { [$0.name, $0.score.text, $0.score.rangeText] })
  }

  func draw(on canvas: inout Canvas) {
    let center = (x: Canvas.width / 2, y: canvas.y + Self.radii[3] + 1)
    let rings = placement == .cosInside ? [cos, steps] : [steps, cos]
    var sectors: [(arc: Arc, sector: StarSector)] = []
    for (place, ring) in rings.enumerated() {
      let turn = ring == cos ? -0.5 : 0
      for (number, arc) in ring.enumerated() {
        let share = 360 / Double(ring.count)
        sectors.append(
          (
            arc,
            StarSector(
              center: center, inner: Self.radii[2 * place], outer: Self.radii[2 * place + 1],
              from: (Double(number) + turn) * share, to: (Double(number) + turn + 1) * share)
          ))
      }
    }
    for (arc, sector) in sectors {
      canvas.path(sector.path, fill: arc.score.value.map(Paint.step), stroke: .edge, width: 1.5)
    }
    let layouts = sectors.map { sector in sector.sector.lines(words(sector.arc, canvas)) }
    let fits = layouts.allSatisfy { $0 != nil }
    for (place, sector) in sectors.enumerated() {
      let number = [
        StarSector.Line(text: "\(place + 1)", bold: false),
        StarSector.Line(text: canvas.words(sector.arc.score.text), bold: true),
      ]
      let lines = (fits ? layouts[place] : nil) ?? sector.sector.placed(number)
      let ground = sector.arc.score.value.map(Paint.step) ?? .paper
      for line in lines {
        canvas.text(
          line.text, line.x, line.y, anchor: .middle, size: Canvas.small, bold: line.bold, paint: ground.text,
          on: ground,
          halo: ground == .paper)
      }
    }
    middle(on: &canvas, center)
    canvas.y = center.y + Self.radii[3] + 12
    if !fits {
      for (place, sector) in sectors.enumerated() {
        canvas.paragraph("\(place + 1) \(canvas.words(sector.arc.name))", size: Canvas.small)
      }
      canvas.y += 6
    }
    canvas.steps()
    canvas.markNotes((cos + steps).compactMap(\.score.mark) + [overall.mark].compactMap(\.self))
  }

  /// The inner and outer radius of the inner, then of the outer ring.
  static let radii = [46.0, 123, 127, 206]

  private func words(_ arc: Arc, _ canvas: Canvas) -> (name: String, number: String) {
    (canvas.words(arc.name), canvas.words(arc.score.text))
  }

  private func middle(on canvas: inout Canvas, _ center: (x: Double, y: Double)) {
    let label = canvas.words("Overall")
    let fits = TextMeasure.width(label, size: Canvas.small) < 80
    canvas.text(canvas.words(overall.text), center.x, center.y + (fits ? 16 : 7), anchor: .middle, size: 22, bold: true)
    if fits {
      canvas.text(label, center.x, center.y - 9, anchor: .middle, size: Canvas.small, paint: .quiet)
    }
  }
}

/// Which ring of the star is inside.
public enum StarPlacement: String, Sendable, Hashable, Codable, CaseIterable {
  /// The Four Co's inside, the Five Steps outside: the authors' current drawing.
  case cosInside = "cos-inside"
  /// The Five Steps inside, the Four Co's outside: the drawing of 2013.
  case stepsInside = "steps-inside"
}

extension Canvas {
  /// The key of the sequential scale.
  mutating func steps() {
    let steps: [(Phrase, Paint)] = [
      ("under 25", .step1), ("25 to 50", .step2), ("50 to 75", .step3), ("75 and over", .step4),
    ]
    key(
      steps.map { words, paint in
        (
          self.words(words),
          { canvas, x, middle in
            canvas.rectangle(x + 2, middle - 7, 22, 14, fill: paint, stroke: .edge)
          }
        )
      })
  }
}
