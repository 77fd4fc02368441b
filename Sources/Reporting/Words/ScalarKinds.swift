extension String {
  /// The text without the characters that turn the direction of what follows them.
  var withoutTurns: String {
    guard unicodeScalars.contains(where: \.turnsDirection) else { return self }
    return String(UnicodeScalarView(unicodeScalars.filter { !$0.turnsDirection }))
  }
}

extension Unicode.Scalar {
  /// Whether the scalar turns the direction of the text after it: in a name it could make the rest of a sentence read backwards.
  ///
  /// Names in right-to-left scripts need none of them.
  var turnsDirection: Bool {
    switch value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether the scalar is a control character or none at all, which neither HTML nor XML holds.
  var isForbidden: Bool {
    switch value {
    case 0x00..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
