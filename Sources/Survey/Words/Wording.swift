import Tabular

/// How a language puts a ``Phrase`` into words.
public struct Wording: Sendable, Hashable {
  /// The language's code: `en`, `cy`.
  public let language: String
  /// The texts of the patterns, by their English; none for English, which is its own text.
  let texts: [String: String]
  /// The texts of the patterns that have forms of a number.
  private let forms: [String: NumberForms]
  /// How numbers, ranks and dates are written.
  let rules: LanguageRules
  /// What the language has no text or rule for yet, file by file; nothing when all of it can be said.
  public let lacking: [MissingWords.Place]

  /// English, in which the patterns are written.
  public static let english = Wording(language: "en", texts: [:])

  /// Makes a wording from its texts, by their English pattern, and its rules.
  init(
    language: String, texts: [String: String], rules: LanguageRules = .english, lacking: [MissingWords.Place] = []
  ) {
    self.language = language
    self.texts = texts
    self.rules = rules
    self.lacking = lacking
    forms = texts.filter { NumberForms($0.key) != nil }.compactMapValues(NumberForms.init)
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
    case .numbered(let number, let one, let other, let phrases):
      Self.fill(form(of: number, one: one, other: other), with: phrases.map(text))
    case .verbatim(let text): text
    case .label(let label): label[language] ?? label.english
    case .count(let count): rules.count(count)
    case .decimal(let value, let decimals): rules.decimal(NumberText.fixed(value, decimals: decimals))
    case .fraction(let value, let decimals):
      rules.decimal(Self.withoutNought(NumberText.fixed(value, decimals: decimals)))
    case .ordinal(let rank): rules.ordinal(rank)
    case .date(let day): rules.text(day)
    case .list(let phrases): list(phrases.map(text))
    case .joined(let phrases): phrases.map(text).joined()
    case .sentence(let phrase): Self.sentence(text(phrase))
    }
  }

  private func form(of number: Int, one: String, other: String) -> String {
    let form = rules.plurals.form(for: number)
    if language == Self.english.language { return form == .one ? one : other }
    guard let texts = forms[NumberForms.key(one: one, other: other)]?.texts else { return number == 1 ? one : other }
    return texts[form] ?? texts[.other] ?? other
  }

  /// The places of a pattern filled; a place without a phrase stays as it is.
  static func fill(_ pattern: String, with texts: [String]) -> String {
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
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    let comma = pattern(.comma)
    let others = parts.dropFirst().dropLast().reduce(first) { Self.fill(comma, with: [$0, $1]) }
    return Self.fill(pattern(.and), with: [others, last])
  }

  private func pattern(_ phrase: Phrase) -> String { phrase.patterns.first.map { texts[$0] ?? $0 } ?? "" }

  private static func withoutNought(_ text: String) -> String {
    text.hasPrefix("0.") ? String(text.dropFirst()) : text.hasPrefix("-0.") ? "-" + text.dropFirst(2) : text
  }

  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
