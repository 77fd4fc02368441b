extension Canvas {
  /// One line of text; `y` is its baseline.
  ///
  /// - Parameters:
  ///   - ground: what it stands on.
  ///   - halo: whether the ground is drawn around the letters, for a text on hatching.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, anchor: Anchor = .start, size: Double = Canvas.size, bold: Bool = false,
    paint: Paint = .ink, on ground: Paint = .paper, halo: Bool = false
  ) {
    guard !text.isEmpty else { return }
    let width = TextMeasure.width(text, size: size, bold: bold)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    texts.append(
      TextBox(
        text: text, left: left, top: y - 0.76 * size, right: left + width, bottom: y + 0.22 * size, paint: paint,
        ground: ground))
    open(x, y, anchor: anchor, size: size, bold: bold, paint: paint, halo: halo ? ground : nil)
    hold(text, size: size, bold: bold)
    if halo { body += " stroke-linejoin=\"round\" paint-order=\"stroke\"" }
    body += ">"
    append(text)
    body += "</text>\n"
  }

  /// One line of text that is read from bottom to top; `x` is its baseline and `y` its lower end.
  mutating func uprightText(_ text: String, _ x: Double, _ y: Double, size: Double = Canvas.size) {
    let width = TextMeasure.width(text, size: size)
    texts.append(
      TextBox(
        text: text, left: x - 0.76 * size, top: y - width, right: x + 0.22 * size, bottom: y, paint: .ink,
        ground: .paper))
    open(x, y, anchor: .start, size: size, bold: false, paint: .ink, halo: nil)
    hold(text, size: size, bold: false)
    body += " transform=\"rotate(-90 \(Self.number(x)) \(Self.number(y)))\">"
    append(text)
    body += "</text>\n"
  }

  /// Holds words to the length that they are placed by, where the typeface at hand is wider than Arial: otherwise they would be cut off at the edge
  /// or run into the next. Numbers have room.
  private mutating func hold(_ text: String, size: Double, bold: Bool) {
    guard text.unicodeScalars.contains(where: \.properties.isAlphabetic),
      let length = TextMeasure.properWidth(text, size: size, bold: bold)
    else { return }
    attributes(("textLength", length))
    body += " lengthAdjust=\"spacingAndGlyphs\""
  }

  private mutating func open(
    _ x: Double, _ y: Double, anchor: Anchor, size: Double, bold: Bool, paint: Paint, halo: Paint?
  ) {
    body += "<text"
    attributes(("x", x), ("y", y))
    if size != Self.size { attributes(("font-size", size)) }
    if bold { body += " font-weight=\"700\"" }
    if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
    paints(fill: paint, stroke: halo, width: 5)
  }

  /// A text in as many lines as it needs, from ``y`` downwards, which it moves.
  mutating func paragraph(
    _ text: String, x: Double = Canvas.margin, width: Double = Canvas.width - 2 * Canvas.margin,
    size: Double = Canvas.size, bold: Bool = false, paint: Paint = .ink
  ) {
    for line in TextMeasure.wrap(text, width: width, size: size, bold: bold) {
      self.text(line, x, y + 0.76 * size, size: size, bold: bold, paint: paint)
      y += 1.25 * size
    }
  }

  private mutating func append(_ text: String) { Self.escape(text, into: &body) }

  /// The text with what XML sets apart written as entities; characters that XML forbids become U+FFFD.
  static func escape(_ text: String, into body: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": body += "&amp;"
      case "<": body += "&lt;"
      case ">": body += "&gt;"
      case "\"": body += "&quot;"
      case "\t", "\n", "\r": body += " "
      case _ where scalar.isForbidden: body += "\u{FFFD}"
      case _ where scalar.turnsDirection: break
      default: body.unicodeScalars.append(scalar)
      }
    }
  }
}
