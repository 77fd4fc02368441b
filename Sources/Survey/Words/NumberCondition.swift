/// A condition on a whole number, by which a language chooses the form of a word: `n % 10 = 1 and n % 100 != 11`.
///
/// `n`, or what is left of it (`n % 10`), then `=` or `!=`, then numbers and ranges with commas between them (`2..4, 7`). Conditions are joined by
/// `and` and by `or`; `and` binds first. Signs do not count: −1 is taken as 1.
///
/// - Source: the syntax of plural rules in Unicode Technical Standard 35, part 3, “Numbers”, as far as whole numbers need it.
struct NumberCondition: Sendable, Hashable {
  private struct Relation: Sendable, Hashable {
    let modulus: Int?
    let isNegated: Bool
    let ranges: [ClosedRange<Int>]

    func holds(for number: Int) -> Bool {
      let rest = modulus.map { number % $0 } ?? number
      return ranges.contains { $0.contains(rest) } != isNegated
    }
  }

  /// Relations that must all hold, in alternatives of which one must.
  private let alternatives: [[Relation]]

  /// Reads a condition; nil when it is not written as one.
  init?(_ text: String) {
    var alternatives: [[Relation]] = []
    for alternative in Self.split(text, by: " or ") {
      let relations = Self.split(alternative, by: " and ").map(Self.relation)
      let read = relations.compactMap(\.self)
      guard read.count == relations.count else { return nil }
      alternatives.append(read)
    }
    self.alternatives = alternatives
  }

  /// Whether it holds.
  func holds(for number: Int) -> Bool {
    let size = Int(clamping: number.magnitude)
    return alternatives.contains { $0.allSatisfy { $0.holds(for: size) } }
  }

  private static func relation(_ text: String) -> Relation? {
    let isNegated = text.contains("!=")
    let sides = split(text, by: isNegated ? "!=" : "=")
    guard sides.count == 2 else { return nil }
    let operand = split(sides[0], by: "%").map(\.trimmed)
    let ranges = split(sides[1], by: ",").map(range)
    let read = ranges.compactMap(\.self)
    guard operand.first == "n", operand.count <= 2, read.count == ranges.count else { return nil }
    guard operand.count == 2 else { return Relation(modulus: nil, isNegated: isNegated, ranges: read) }
    guard let modulus = Int(operand[1]), modulus > 0 else { return nil }
    return Relation(modulus: modulus, isNegated: isNegated, ranges: read)
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = split(text, by: "..").map { Int($0.trimmed) }
    guard let first = ends[0], let last = ends.count == 2 ? ends[1] : first, ends.count <= 2, 0 <= first, first <= last
    else { return nil }
    return first...last
  }

  private static func split(_ text: String, by separator: String) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
