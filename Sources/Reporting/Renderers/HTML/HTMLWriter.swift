/// The bytes of an HTML document as it grows: markup of our own as it stands, texts made harmless.
struct HTMLWriter {
  /// What was written so far, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Markup of our own, letter by letter. It is a `StaticString`, so that no text from data can come in this way.
  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// A whole number, for the ends of identifiers.
  mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Markup that another renderer of ours made from values and escaped itself: a style sheet or a drawing.
  mutating func rendered(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// A text, for the content of an element or for an attribute in double quotes.
  ///
  /// Signs of markup become references. What HTML forbids (control characters, noncharacters) becomes U+FFFD. Characters that turn the direction
  /// of the text after them are left out.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: markup("&amp;")
      case 0x3C: markup("&lt;")
      case 0x3E: markup("&gt;")
      case 0x22: markup("&quot;")
      case 0x27: markup("&#39;")
      case 0x09, 0x0A, 0x0D: bytes.append(0x20)
      case _ where scalar.isForbidden: markup("\u{FFFD}")
      case _ where scalar.turnsDirection: break
      default: bytes.append(contentsOf: scalar.utf8)
      }
    }
  }

  /// A text between two pieces of markup.
  mutating func element(_ opening: StaticString, _ content: String, _ closing: StaticString) {
    markup(opening)
    text(content)
    markup(closing)
  }

  /// A text that may be broken after each slash, where a column is narrow.
  mutating func breakable(_ text: String) {
    for (index, part) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { markup("/<wbr>") }
      self.text(String(part))
    }
  }
}
