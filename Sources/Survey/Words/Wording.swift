import Tabular

/// How a language puts a ``Phrase`` into words.
public struct Wording: Sendable, Hashable {
  /// The language's code: `en`, `cy`.
  public let language: String
  /// The texts of the patterns, by their English; none for English, which is its own text.
  let texts: [String: String]

  /// English, in which the patterns are written.
  public static let english = Wording(language: "en", texts: [:])

  /// Makes a wording from its texts, by their English pattern.
  package init(language: String, texts: [String: String]) {
    self.language = language
    self.texts = texts
  }

  /// The patterns of a phrase that this language has no text for, and the labels without one; none when it can be said whole.
  public func missing(in phrase: Phrase) -> [String] {
    guard language != Self.english.language else { return [] }
    return phrase.patterns.filter { texts[$0] == nil } + phrase.labels.filter { $0[language] == nil }.map(\.english)
  }

  /// The text of a phrase. What ``missing(in:)`` names stays English: ask it first.
  public func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .pattern(let pattern, let phrases): Self.fill(texts[pattern] ?? pattern, with: phrases.map(text))
    case .verbatim(let text): text
    case .label(let label): label[language] ?? label.english
    case .count(let count): Self.count(count)
    case .decimal(let value, let decimals): NumberText.fixed(value, decimals: decimals)
    case .ordinal(let rank): Self.count(rank) + Self.ending(rank)
    case .list(let phrases): list(phrases.map(text))
    case .joined(let phrases): phrases.map(text).joined()
    case .sentence(let phrase): Self.sentence(text(phrase))
    }
  }

  /// The places of a pattern filled; a place without a phrase stays as it is.
  private static func fill(_ pattern: String, with texts: [String]) -> String {
    guard !texts.isEmpty else { return pattern }
    var filled = ""
    var rest = pattern[...]
    while let opening = rest.firstIndex(of: "{") {
      filled += rest[..<opening]
      rest = rest[opening...]
      guard let closing = rest.firstIndex(of: "}"), let place = Int(rest[rest.index(after: opening)..<closing]),
        texts.indices.contains(place - 1)
      else {
        filled.append(rest.removeFirst())
        continue
      }
      filled += texts[place - 1]
      rest = rest[rest.index(after: closing)...]
    }
    return filled + rest
  }

  private func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return Self.fill(texts[Phrase.and] ?? Phrase.and, with: [parts.dropLast().joined(separator: ", "), last])
  }

  private static func count(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  private static func ending(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "th"
    case (1, _): "st"
    case (2, _): "nd"
    case (3, _): "rd"
    default: "th"
    }
  }

  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension Phrase {
  /// Every label of the instrument in the phrase.
  var labels: [LocalizedText] {
    switch self {
    case .label(let label): [label]
    case .pattern(_, let phrases), .list(let phrases), .joined(let phrases): phrases.flatMap(\.labels)
    case .sentence(let phrase): phrase.labels
    case .verbatim, .count, .decimal, .ordinal: []
    }
  }
}
