public import Survey

/// A chart as a value: what it shows, drawn only when it is put into words.
///
/// The drawing is SVG of our own: an image with a title and a description that says the finding, texts as text, no script. The same numbers stand
/// in ``table``, which a report puts right after it.
public struct Chart: Sendable, Hashable {
  /// Names the drawing on its page, and begins every id in it: letters, digits and dashes.
  public let id: String
  let content: Content
  /// How many people stand behind it, a line below the drawing; nil where that is not told.
  let basis: Phrase?

  /// The kinds of chart.
  enum Content: Sendable, Hashable {
    case profile(ProfileChart)
    case star(StarChart)
    case likert(LikertChart)
    case heatMap(HeatMapChart)
    case priority(PriorityChart)
    case league(LeagueChart)
    case allocation(AllocationChart)
    case gap(GapChart)
  }

  init(id: String, _ content: Content, basis: Phrase? = nil) {
    self.basis = basis
    precondition(id.utf8.allSatisfy { $0 < 128 } && !id.contains(" "), "an id of a chart is plain")
    self.id = id
    self.content = content
  }

  /// What the chart shows, in a few words.
  public var title: Phrase { drawing.title }

  /// What there is to see in it, in a sentence or two.
  public var finding: Phrase { drawing.finding }

  /// The numbers of the chart.
  public var table: TextTable { drawing.table }

  /// Every text of the drawing, for whoever must know whether a language has words for all of them.
  public var phrases: [Phrase] { [title, finding] + canvas(wording: .english).phrases }

  /// The rules that ``svg(wording:)`` is styled with, for the style sheet of a page: in light and dark.
  public static let style = Paint.css

  /// The drawing as an element to stand in a page that has ``style``.
  public func svg(wording: Wording) -> String { svg(wording: wording, style: "") }

  /// The drawing as a file of its own.
  public func file(wording: Wording) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(wording: wording, style: "<style>\n\(Self.style)</style>\n")
  }

  private var drawing: any Drawing {
    switch content {
    case .profile(let chart): chart
    case .star(let chart): chart
    case .likert(let chart): chart
    case .heatMap(let chart): chart
    case .priority(let chart): chart
    case .league(let chart): chart
    case .allocation(let chart): chart
    case .gap(let chart): chart
    }
  }

  /// The finished sheet.
  func canvas(wording: Wording) -> Canvas {
    var canvas = Canvas(wording: wording, id: id)
    canvas.y = Canvas.margin
    canvas.paragraph(canvas.words(title), size: 17, bold: true)
    canvas.y += 6
    drawing.draw(on: &canvas)
    if let basis {
      canvas.y += 4
      canvas.paragraph(canvas.words(basis), size: Canvas.small, paint: .quiet)
    }
    canvas.y += Canvas.margin
    return canvas
  }

  private func svg(wording: Wording, style: String) -> String {
    let canvas = canvas(wording: wording)
    let size = "\(Canvas.number(Canvas.width)) \(Canvas.number(canvas.y.rounded(.up)))"
    var svg = ""
    svg.reserveCapacity(canvas.body.utf8.count + 2_048)
    svg +=
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" lang=\"\(wording.language)\" viewBox=\"0 0 \(size)\" "
    svg += "aria-labelledby=\"\(id)-title \(id)-desc\" font-family=\"Arial, Helvetica, sans-serif\" font-size=\"16\">\n"
    svg += "<title id=\"\(id)-title\">"
    Canvas.escape(wording.text(title), into: &svg)
    svg += "</title>\n<desc id=\"\(id)-desc\">"
    Canvas.escape(wording.text(finding), into: &svg)
    svg += "</desc>\n"
    svg += style
    if canvas.usesHatch || canvas.usesLines { svg += defs(canvas) }
    if !style.isEmpty {
      svg += "<rect width=\"100%\" height=\"100%\" class=\"f-paper\" fill=\"\(Paint.paper.light)\"/>\n"
    }
    svg += canvas.body
    svg += "</svg>\n"
    return svg
  }

  private func defs(_ canvas: Canvas) -> String {
    func pattern(_ name: String, _ content: String) -> String {
      "<pattern id=\"\(id)-\(name)\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\(content)</pattern>"
    }
    var defs = "<defs>"
    if canvas.usesHatch {
      defs += pattern(
        "hatch",
        "<rect width=\"7\" height=\"7\" class=\"f-paper\" fill=\"\(Paint.paper.light)\"/>"
          + "<rect width=\"1.5\" height=\"7\" class=\"f-hatch\" fill=\"\(Paint.hatch.light)\"/>")
    }
    if canvas.usesLines {
      defs += pattern("lines", "<rect width=\"1\" height=\"7\" fill=\"#ffffff\"/>")
    }
    return defs + "</defs>\n"
  }
}

/// What a kind of chart must be able to say and draw.
protocol Drawing: Sendable {
  /// What it shows, in a few words.
  var title: Phrase { get }
  /// What there is to see, in a sentence or two.
  var finding: Phrase { get }
  /// The same numbers.
  var table: TextTable { get }
  /// Draws from the canvas's ``Canvas/y`` downwards, and leaves it at the end.
  func draw(on canvas: inout Canvas)
}
