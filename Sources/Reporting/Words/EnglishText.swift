public import Readiness
import Tabular

// Files that programs read hold English sentences, whatever the language of the pages.

extension Phrase {
  /// The text in English.
  var english: String { Wording.english.text(self) }
}

extension CellValue {
  /// The sentence in English, or an empty cell.
  init(_ phrase: Phrase?) { self.init(unlessEmpty: phrase?.english ?? "") }
}

extension JSONValue {
  /// The sentence in English, or null.
  public init(_ phrase: Phrase?) { self.init(phrase?.english) }
  /// The sentences in English.
  public init(_ phrases: [Phrase]) { self.init(phrases.map(\.english)) }
}
