import Tabular

/// What a cell says, for cells that the fast path of the parser does not settle.
enum CellText {
  /// The content without white space at its ends.
  static func trimmed(_ scan: CellScan, in bytes: Span<UInt8>) -> String {
    scan.text(in: bytes).trimmed
  }

  /// Whether a cell spells “not available”, which is ambiguous: R and spreadsheets write it for a blank.
  static func isNotAvailable(_ text: String) -> Bool {
    ["na", "n/a", "-", "#n/a", "<na>", "nan", "null"].contains(text.lowercased())
  }

  /// A whole number of at most four digits; `3.0` is read as 3.
  static func wholeNumber(_ text: String) -> Int? {
    var digits = Substring(text)
    if digits.hasSuffix(".0") { digits = digits.dropLast(2) }
    let isNegative = digits.hasPrefix("-")
    if isNegative { digits = digits.dropFirst() }
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(digits).map { isNegative ? -$0 : $0 }
  }

  /// Hundredths of a point of a number with at most two decimals; nil for anything else.
  static func hundredths(_ text: String) -> Int? {
    let parts = text.utf8.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.count + (parts.count > 1 ? parts[1].count : 0) > 0, whole.count <= 6 else {
      return nil
    }
    let decimals = parts.count > 1 ? Array(parts[1]) : []
    guard decimals.count <= 2, (whole + decimals).allSatisfy({ (48...57).contains($0) }) else { return nil }
    var value = 0
    for digit in whole { value = value * 10 + Int(digit - 48) }
    for place in 0..<2 { value = value * 10 + (place < decimals.count ? Int(decimals[place] - 48) : 0) }
    return value
  }

  /// A finite number in plain or scientific notation; nil for anything else.
  static func number(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }), let value = Double(text),
      value.isFinite
    else { return nil }
    return value
  }

  /// A cell as messages quote it: one line of at most 40 characters.
  static func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
    return "“" + (line.count > 40 ? line.prefix(39) + "…" : line) + "”"
  }
}

/// Points in hundredths as messages and reports write them.
enum PointsText {
  /// `2.5` for 250.
  static func text(_ hundredths: Int) -> String {
    let whole = hundredths / 100
    let rest = hundredths % 100
    if rest == 0 { return String(whole) }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
