/// Headings as they are compared: without regard to case, white space, the kind of dashes and quotation marks, and to the
/// composition of letters (two texts that Unicode calls canonically equivalent are equal Swift strings).
enum HeadingText {
  /// The form in which headings and names are compared.
  static func key(_ heading: String) -> String {
    var result = ""
    var pendingSpace = false
    for scalar in heading.replacing("_x000D_", with: " ").lowercased().unicodeScalars {
      switch scalar {
      case "\u{FEFF}", "\u{200B}": continue
      case "_": pendingSpace = true
      case _ where scalar.properties.isWhitespace: pendingSpace = true
      default:
        if pendingSpace, !result.isEmpty { result.unicodeScalars.append(" ") }
        pendingSpace = false
        result.unicodeScalars.append(folded(scalar))
      }
    }
    return result
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
    case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2032}": "'"
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{2033}", "\u{AB}", "\u{BB}": "\""
    default: scalar
    }
  }

  /// The heading as it may be printed: one line of at most 60 characters, or its number where it is blank, or where it is not
  /// known and looks like a value (an e-mail address, a number), as in a file without a heading row.
  static func shown(_ heading: String, number: Int, isKnown: Bool) -> String {
    let text = heading.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
    if text.isEmpty || (!isKnown && (text.contains("@") || Double(text) != nil)) { return String(number) }
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}

extension HeadingText {
  /// How many slips are likely in a heading of that length: enough for a typing error, too few for another word.
  static func slips(in key: String) -> Int {
    switch key.count {
    case ..<4: 0
    case ..<8: 1
    case ..<20: 2
    default: key.count / 10
    }
  }
}
