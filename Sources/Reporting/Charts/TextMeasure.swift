/// How wide a text is in the charts' typeface, and where it breaks into lines.
///
/// The typeface is Arial or one with its metrics (Helvetica, Liberation Sans, Arimo); widths are a little generous for others.
enum TextMeasure {
  /// Advances of the characters from the blank to the tilde, in thousandths of the size.
  ///
  /// - Source: the `hmtx` tables of Liberation Sans Regular and Bold, whose metrics are Arial's.
  private static let regular: [Double] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
  ]
  private static let bold: [Double] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
  ]
  /// A little more than the table says, for typefaces that are a little wider.
  private static let margin = 1.03

  /// The width of a text in the unit of its size.
  static func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    let sum = text.unicodeScalars.reduce(0) { $0 + (advance($1, bold: bold) ?? guess($1)) }
    return sum * size * margin / 1000
  }

  /// The width of a text in the charts' typeface itself; nil where a quarter of it or more is letters that are not in its table.
  static func properWidth(_ text: String, size: Double, bold: Bool = false) -> Double? {
    var (sum, guessed) = (0.0, 0.0)
    for scalar in text.unicodeScalars {
      if let own = advance(scalar, bold: bold) { sum += own } else { guessed += guess(scalar) }
    }
    return guessed * 3 < sum ? (sum + guessed) * size / 1000 : nil
  }

  /// A character's advance in thousandths of the size; nil where it is not known.
  private static func advance(_ scalar: Unicode.Scalar, bold isBold: Bool) -> Double? {
    let table = isBold ? bold : regular
    return switch scalar.value {
    case 32...126: table[Int(scalar.value) - 32]
    case 0...31, 0x300...0x36F, 0x200B...0x200F: 0
    case 0xA0: 278
    // Letters of Welsh with a roof, and their capitals: as wide as the letter they stand on.
    case 0xC2: table[65 - 32]
    case 0xCA: table[69 - 32]
    case 0xCE: table[73 - 32]
    case 0xD4: table[79 - 32]
    case 0xDB: table[85 - 32]
    case 0xE2: table[97 - 32]
    case 0xEA: table[101 - 32]
    case 0xEE: 278
    case 0xF4: table[111 - 32]
    case 0xFB: table[117 - 32]
    case 0x174, 0x1E80, 0x1E82, 0x1E84: table[87 - 32]
    case 0x175, 0x1E81, 0x1E83, 0x1E85: table[119 - 32]
    case 0x176: table[89 - 32]
    case 0x177: table[121 - 32]
    case 0x2018, 0x2019: isBold ? 278 : 222
    case 0x201C, 0x201D: isBold ? 500 : 333
    case 0x2013: 556
    case 0x2014, 0x2026: 1000
    default: nil
    }
  }

  /// What a character takes at most, of most whose width is not known.
  private static func guess(_ scalar: Unicode.Scalar) -> Double {
    scalar.value >= 0x2E80 ? 1000 : scalar.properties.isUppercase ? 778 : 611
  }

  /// The lines of a text that is to be no wider than `width`: broken at blanks, after hyphens and slashes, and inside a word only where
  /// the word alone is too wide. At least one line.
  static func wrap(_ text: String, width limit: Double, size: Double, bold: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(text) {
      let joined = line + piece
      if width(trimmed(joined), size: size, bold: bold) <= limit {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(trimmed(line)) }
      line = piece
      while width(trimmed(line), size: size, bold: bold) > limit, line.count > 1 {
        var head = line
        while head.count > 1, width(head, size: size, bold: bold) > limit { head.removeLast() }
        lines.append(head)
        line.removeFirst(head.count)
      }
    }
    if !trimmed(line).isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// Whether the text can be set in lines of `width` without breaking a word.
  static func isWhole(_ text: String, width limit: Double, size: Double, bold: Bool = false) -> Bool {
    pieces(text).allSatisfy { width(trimmed($0), size: size, bold: bold) <= limit }
  }

  /// The text in pieces after which a line may end.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      piece.append(character.isNewline ? " " : character)
      if character.isWhitespace || character == "-" || character == "/" {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
