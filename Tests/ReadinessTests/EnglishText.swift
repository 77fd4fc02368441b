import Survey

extension Phrase {
  /// What the phrase says in English.
  var english: String { Wording.english.text(self) }
}
