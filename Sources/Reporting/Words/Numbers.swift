import Tabular

/// Numbers as a reader sees them: one decimal, whole counts, ranks in words.
enum Words {
  /// A number with one decimal, halves away from zero; never “-0.0”.
  static func decimal(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) }

  /// A share as a percentage with one decimal: `67.7%`.
  static func percent(_ share: Double) -> String { decimal(100 * share) + "%" }

  /// A p-value: three decimals, “under 0.001” below that.
  static func probability(_ p: Double) -> String { p < 0.001 ? "under 0.001" : NumberText.fixed(p, decimals: 3) }

  /// A whole number with commas: `1,234`.
  static func count(_ number: Int) -> String {
    var digits = String(abs(number))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// `1 person`, `7 people`, `1,200 people`.
  static func people(_ number: Int) -> String { number == 1 ? "1 person" : "\(count(number)) people" }

  /// `1 organisation`, `24 organisations`.
  static func organizations(_ number: Int) -> String {
    number == 1 ? "1 organisation" : "\(count(number)) organisations"
  }

  /// `1st`, `2nd`, `3rd`, `11th`, `24th`.
  static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(count(number))\(ending)"
  }

  /// `3rd`, or `1st to 4th`.
  static func ordinals(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? ordinal(range.lowerBound) : "\(ordinal(range.lowerBound)) to \(ordinal(range.upperBound))"
  }

  /// `a, b and c`.
  static func list(_ parts: [String], and: String = "and") -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(and) \(last)"
  }

  /// Small whole numbers as words, others in digits: `three`, `12`.
  static func small(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words.indices.contains(number) ? words[number] : count(number)
  }

  /// The text with its first letter in upper case.
  static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
