import Tabular

/// What a language has no words for yet. A page is whole in a language or is not made.
public struct MissingWords: Error, Sendable, Hashable, CustomStringConvertible {
  /// One file, and what it lacks.
  public struct Place: Sendable, Hashable {
    /// The file: `words.csv`, or the folder of a survey.
    public let file: String
    /// The English of what is missing, or the names of rules, in the order of the file.
    public let texts: [String]

    /// Makes a value from its parts.
    public init(file: String, texts: [String]) {
      self.file = file
      self.texts = texts
    }
  }

  /// The language's code.
  public let language: String
  /// The files that lack something, each with something.
  public let places: [Place]

  /// How many texts and rules are missing.
  public var count: Int { places.reduce(0) { $0 + $1.texts.count } }

  /// So many are named of each file.
  private static let named = 3

  /// How many are missing, and the first few of every file.
  public var description: String {
    let name = Language.name(language)
    let first = places.map { place in
      let texts = place.texts.prefix(Self.named).map { "“\(Self.short($0))”" }.joined(separator: ", ")
      let rest = place.texts.count - Self.named
      return "\(place.file) lacks \(place.texts.count): \(texts)\(rest > 0 ? " and \(rest) more" : "")"
    }
    return
      "\(count == 1 ? "1 text or rule has" : "\(count) texts and rules have") no \(name) yet, and a page is whole in a language or is not made. "
      + first.joined(separator: "; ") + "."
  }

  private static func short(_ text: String) -> String {
    text.count > 60 ? String(text.prefix(57)).trimmed + "…" : text
  }
}

extension Wording {
  /// What cannot be said in this language on pages about a survey; nil when nothing is missing.
  ///
  /// - Parameters:
  ///   - instrument: The survey; nil for a page about none.
  ///   - ideas: What pages may suggest.
  public func missing(for instrument: Instrument?, ideas: ActionIdeas = .none) -> MissingWords? {
    guard language != Self.english.language else { return nil }
    func untold(_ texts: [LocalizedText]) -> [String] {
      texts.filter { !$0.english.isEmpty && $0[language] == nil }.map(\.english)
    }
    let places =
      lacking + [
        MissingWords.Place(file: instrument?.id ?? "", texts: untold(instrument?.texts ?? [])),
        MissingWords.Place(file: "the advice (top-tips.csv, step-tools.csv)", texts: untold(ideas.ideas.map(\.text))),
      ]
    let found = places.filter { !$0.texts.isEmpty }
    return found.isEmpty ? nil : MissingWords(language: language, places: found)
  }
}
