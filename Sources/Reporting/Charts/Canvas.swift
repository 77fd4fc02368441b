import Survey
import Tabular

/// A sheet on which a chart is drawn from top to bottom, in one buffer: ``width`` units wide, as high as its drawing needs.
///
/// At 320 pixels a text of size 16 is 12 pixels high; on a wide page a unit is about a pixel.
struct Canvas {
  /// The width of every chart.
  static let width = 420.0
  /// What texts stand clear of the sides.
  static let margin = 4.0
  /// The sizes of ordinary texts and of the texts inside marks; nothing is smaller.
  static let size = 16.0
  static let small = 15.0
  /// From one line of ordinary text to the next.
  static let lineHeight = 20.0

  /// The side of its place on which a text stands.
  enum Anchor: String {
    case start, middle, end
  }

  /// What a text covers, and what it is painted with on what: kept for the laws of the charts.
  struct TextBox: Equatable {
    let text: String
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
    let paint: Paint
    let ground: Paint
  }

  /// How texts are put into words.
  let wording: Wording
  /// Begins every id on the sheet.
  let id: String
  /// Where the next thing is drawn; the height at the end.
  var y = 0.0
  /// Every text so far.
  var texts: [TextBox] = []
  /// The elements so far.
  var body = ""
  /// Every phrase that was put into words.
  private let said = Said()
  private(set) var usesHatch = false
  private(set) var usesLines = false

  init(wording: Wording, id: String) {
    self.wording = wording
    self.id = id
    body.reserveCapacity(16_384)
  }

  /// The words of a phrase.
  func words(_ phrase: Phrase) -> String {
    said.phrases.append(phrase)
    return wording.text(phrase)
  }

  /// Every phrase that was put into words, in that order.
  var phrases: [Phrase] { said.phrases }

  private final class Said {
    var phrases: [Phrase] = []
  }

  /// A coordinate: two decimals at most, none where it is whole.
  static func number(_ value: Double) -> String {
    NumberText.shortest((value * 100).rounded(.toNearestOrAwayFromZero) / 100)
  }

  /// Writes numbers as attributes.
  mutating func attributes(_ pairs: (String, Double)...) {
    for (name, value) in pairs { body += " \(name)=\"\(Self.number(value))\"" }
  }

  /// Writes paints as classes, which a page may recolour, and as attributes.
  mutating func paints(fill: Paint?, stroke: Paint?, width: Double) {
    let classes = [fill.map { "f-\($0.rawValue)" }, stroke.map { "s-\($0.rawValue)" }].compactMap(\.self)
    if !classes.isEmpty { body += " class=\"\(classes.joined(separator: " "))\"" }
    body += " fill=\"\(fill?.light ?? "none")\""
    if let stroke { body += " stroke=\"\(stroke.light)\" stroke-width=\"\(Self.number(width))\"" }
  }
}

extension Canvas {
  /// A rectangle.
  mutating func rectangle(
    _ x: Double, _ top: Double, _ width: Double, _ height: Double, fill: Paint? = nil, stroke: Paint? = nil,
    strokeWidth: Double = 1, dash: String? = nil
  ) {
    body += "<rect"
    attributes(("x", x), ("y", top), ("width", width), ("height", height))
    paints(fill: fill, stroke: stroke, width: strokeWidth)
    if let dash { body += " stroke-dasharray=\"\(dash)\"" }
    body += "/>\n"
  }

  /// A rectangle that is hatched: a number that is withheld.
  mutating func hatched(_ x: Double, _ top: Double, _ width: Double, _ height: Double) {
    usesHatch = true
    body += "<rect"
    attributes(("x", x), ("y", top), ("width", width), ("height", height))
    body += " fill=\"url(#\(id)-hatch)\" class=\"s-hatch\" stroke=\"\(Paint.hatch.light)\"/>\n"
  }

  /// Light lines over a filled rectangle, so that its side shows without colour.
  mutating func lined(_ x: Double, _ top: Double, _ width: Double, _ height: Double) {
    usesLines = true
    body += "<rect"
    attributes(("x", x), ("y", top), ("width", width), ("height", height))
    body += " fill=\"url(#\(id)-lines)\"/>\n"
  }

  /// A straight line.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ paint: Paint, width: Double = 1, dash: String? = nil
  ) {
    body += "<line"
    attributes(("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2))
    paints(fill: nil, stroke: paint, width: width)
    if let dash { body += " stroke-dasharray=\"\(dash)\"" }
    body += "/>\n"
  }

  /// A disc.
  mutating func circle(_ x: Double, _ y: Double, radius: Double, fill: Paint, stroke: Paint? = nil, width: Double = 2) {
    body += "<circle"
    attributes(("cx", x), ("cy", y), ("r", radius))
    paints(fill: fill, stroke: stroke, width: width)
    body += "/>\n"
  }

  /// A path from its commands; hatched when there is no fill.
  mutating func path(_ commands: String, fill: Paint?, stroke: Paint, width: Double = 1) {
    body += "<path d=\"\(commands)\""
    if fill == nil {
      usesHatch = true
      body +=
        " class=\"s-\(stroke.rawValue)\" fill=\"url(#\(id)-hatch)\" stroke=\"\(stroke.light)\" stroke-width=\"\(Self.number(width))\""
    } else {
      paints(fill: fill, stroke: stroke, width: width)
    }
    body += "/>\n"
  }
}
