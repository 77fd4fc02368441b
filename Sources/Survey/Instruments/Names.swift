/// The shapes of names in an instrument.
enum Names {
  /// Columns of a response file that an item code may not take.
  static let reservedColumns = [
    "respondent_id", "organisation", "respondent_type", "organisation_type", "service", "wave", "language",
    "submitted_at", "duration_seconds", "weight",
  ]

  /// At most five letters and digits, a letter first: what every survey tool accepts.
  static func isItemCode(_ name: String) -> Bool {
    (1...5).contains(name.utf8.count) && name.utf8.allSatisfy { isLetter($0) || isDigit($0) }
      && name.utf8.first.map(isLetter) == true
  }

  /// Small letters, digits and hyphens, a letter first.
  static func isInstrumentID(_ name: String) -> Bool { isName(name, joiner: UInt8(ascii: "-")) }

  /// Small letters, digits and underscores, a letter first.
  static func isGroupCode(_ name: String) -> Bool { isName(name, joiner: UInt8(ascii: "_")) }

  private static func isName(_ name: String, joiner: UInt8) -> Bool {
    name.utf8.allSatisfy { isSmall($0) || isDigit($0) || $0 == joiner } && name.utf8.first.map(isSmall) == true
  }
  private static func isSmall(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { isSmall(byte | 0x20) && byte >= UInt8(ascii: "A") }
}
