import Tabular

/// A text of a report that is in no language yet: patterns, names and numbers, put into words by a ``Wording``.
///
/// A literal is a pattern in English, its interpolations numbered: `"\(count) of \(all) answered."` is the pattern
/// `{1} of {2} answered.` with two phrases in it. A text that comes from data (the name of an organisation, a file name) is not to be
/// translated and is written `\(verbatim: name)`; there is no interpolation of a bare `String`, so that none slips through by mistake.
public indirect enum Phrase: Sendable, Hashable {
  /// A pattern in English with places `{1}`, `{2}` … for the phrases in it.
  case pattern(String, [Phrase])
  /// A text that is the same in every language: a name, a mark, a file name.
  case verbatim(String)
  /// A label of the instrument.
  case label(LocalizedText)
  /// A whole number with its thousands set apart: `1,234`.
  case count(Int)
  /// A number with so many decimals, halves away from zero.
  case decimal(Double, decimals: Int)
  /// A number between −1 and 1 with so many decimals and no nought before the mark: `.041`; others as ``decimal(_:decimals:)``.
  case fraction(Double, decimals: Int)
  /// `1st`, `2nd`, `3rd`.
  case ordinal(Int)
  /// `21 November 2026`.
  case date(WrittenDate)
  /// A pattern in the two forms that English has for a number; made by ``plural(_:one:other:)``.
  case numbered(Int, one: String, other: String, [Phrase])
  /// `a, b and c`.
  case list([Phrase])
  /// One text after another, nothing between them.
  case joined([Phrase])
  /// The text with its first letter in upper case.
  case sentence(Phrase)

  /// The pattern that closes a list.
  static let and: Phrase = "{1} and {2}"
  /// The pattern between the others of a list.
  static let comma: Phrase = "{1}, {2}"

  /// No text at all.
  public static let empty = Phrase.joined([])

  /// A text that depends on a number, in the forms that English has: `.plural(n, one: "\(n) row was read.", other: "\(n) rows were read.")`.
  ///
  /// Both are literals, and what stands in the first begins what stands in the second, so that another language can write the sentence in as
  /// many forms as it has with the places of the second: `one: 1 row … | other: {1} rows …`.
  public static func plural(_ number: Int, one: Phrase, other: Phrase) -> Phrase {
    guard case .pattern(let first, let some) = one, case .pattern(let second, let all) = other else {
      preconditionFailure("the forms of a number are two literals")
    }
    precondition(all.starts(with: some), "what stands in the form for one begins what stands in the other")
    return .numbered(number, one: first, other: second, all)
  }

  /// A number in as few decimals as read back the same.
  public static func shortest(_ value: Double) -> Phrase {
    let text = NumberText.shortest(value)
    let decimals = text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0
    guard decimals <= 9, NumberText.fixed(value, decimals: decimals) == text else { return .verbatim(text) }
    return .decimal(value, decimals: decimals)
  }

  /// A day as the language writes it; a text that is not `2026-11-21` stays as it is.
  public static func day(iso text: String) -> Phrase { WrittenDate(iso: text).map(Phrase.date) ?? .verbatim(text) }

  /// Texts with a blank between them; empty ones are left out.
  public static func spaced(_ parts: [Phrase]) -> Phrase { separated(parts, by: " ") }

  /// Texts with something between them that is the same in every language; empty ones are left out.
  public static func separated(_ parts: [Phrase], by separator: String) -> Phrase {
    let parts = parts.filter { $0 != .empty }
    return .joined(Array(parts.map { [$0] }.joined(separator: [.verbatim(separator)])))
  }

  /// A list; one text alone stays as it is.
  package static func oneOrList(_ parts: [Phrase]) -> Phrase { parts.count == 1 ? parts[0] : .list(parts) }

  /// Whether the first text of the phrase is the other one.
  package func begins(with other: Phrase) -> Bool {
    if self == other { return true }
    guard case .joined(let parts) = self, let first = parts.first else { return false }
    return first.begins(with: other)
  }

  /// One text after another.
  public static func + (first: Phrase, second: Phrase) -> Phrase {
    guard first != .empty else { return second }
    guard second != .empty else { return first }
    return .joined([first, second])
  }

  /// One text after another.
  public static func += (first: inout Phrase, second: Phrase) { first = first + second }

  /// Every pattern in the phrase, in the order in which they are met; one with forms of a number as its two English forms in one text.
  public var patterns: [String] {
    let own: [String] =
      switch self {
      case .pattern(let pattern, _): [pattern]
      case .numbered(_, let one, let other, _): [NumberForms.key(one: one, other: other)]
      case .list(let phrases) where phrases.count > 2: Self.comma.patterns + Self.and.patterns
      case .list(let phrases) where phrases.count > 1: Self.and.patterns
      default: []
      }
    return own + parts.flatMap(\.patterns)
  }

  /// The phrases that stand in the phrase.
  package var parts: [Phrase] {
    switch self {
    case .pattern(_, let phrases), .numbered(_, _, _, let phrases), .list(let phrases), .joined(let phrases): phrases
    case .sentence(let phrase): [phrase]
    case .verbatim, .label, .count, .decimal, .fraction, .ordinal, .date: []
    }
  }

  /// Every label of the instrument in the phrase.
  package var labels: [LocalizedText] {
    if case .label(let label) = self { return [label] }
    return parts.flatMap(\.labels)
  }
}

extension Phrase: ExpressibleByStringInterpolation {
  /// Collects a pattern and what stands in it.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pattern = ""
    fileprivate var phrases: [Phrase] = []

    /// Starts with an empty pattern.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pattern.reserveCapacity(literalCapacity + 4 * interpolationCount)
    }

    /// A piece of the pattern itself.
    public mutating func appendLiteral(_ literal: String) { pattern += literal }

    /// A phrase in its place.
    public mutating func appendInterpolation(_ phrase: Phrase) {
      phrases.append(phrase)
      pattern += "{\(phrases.count)}"
    }

    /// A whole number in its place.
    public mutating func appendInterpolation(_ count: Int) { appendInterpolation(.count(count)) }

    /// A text that is the same in every language.
    public mutating func appendInterpolation(verbatim text: String) { appendInterpolation(.verbatim(text)) }
  }

  /// A pattern with the phrases that stand in its places.
  public init(stringInterpolation: StringInterpolation) {
    self = .pattern(stringInterpolation.pattern, stringInterpolation.phrases)
  }

  /// A pattern without places; the empty literal is ``empty``.
  public init(stringLiteral text: String) { self = text.isEmpty ? .empty : .pattern(text, []) }
}

extension DefaultStringInterpolation {
  /// A phrase is no text before a ``Wording`` has put it into words, so it cannot stand in a `String`.
  @available(*, unavailable, message: "put the phrase into words by a Wording")
  public mutating func appendInterpolation(_ phrase: Phrase) {}
}
