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
  /// `1st`, `2nd`, `3rd`.
  case ordinal(Int)
  /// `a, b and c`.
  case list([Phrase])
  /// One text after another, nothing between them.
  case joined([Phrase])
  /// The text with its first letter in upper case.
  case sentence(Phrase)

  /// The pattern that closes a list.
  static let and = "{1} and {2}"

  /// No text at all.
  public static let empty = Phrase.joined([])

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

  /// Every pattern in the phrase, in the order in which they are met.
  public var patterns: [String] {
    switch self {
    case .pattern(let pattern, let phrases): [pattern] + phrases.flatMap(\.patterns)
    case .list(let phrases): (phrases.count > 1 ? [Self.and] : []) + phrases.flatMap(\.patterns)
    case .joined(let phrases): phrases.flatMap(\.patterns)
    case .sentence(let phrase): phrase.patterns
    case .verbatim, .label, .count, .decimal, .ordinal: []
    }
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
