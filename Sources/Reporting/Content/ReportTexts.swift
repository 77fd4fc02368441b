import Readiness

/// Texts that are in English already, until all of them are phrases.
extension Report {
  init(name: String, title: String, subtitles: [String], stamps: [String], sections: [Section]) {
    self.init(
      name: name, title: Phrase(stringLiteral: title), subtitles: subtitles.map(Phrase.verbatim),
      stamps: stamps.map(Phrase.verbatim), sections: sections)
  }
}

extension Section {
  init(_ heading: String, _ blocks: [Block]) { self.init(Phrase(stringLiteral: heading), blocks) }
}

extension Block {
  static func paragraph(_ text: String) -> Block { .paragraph(Phrase(stringLiteral: text)) }
  static func headline(_ text: String) -> Block { .headline(Phrase(stringLiteral: text)) }
  static func points(_ texts: [String]) -> Block { .points(texts.map(Phrase.init(stringLiteral:))) }
}

extension TextTable {
  init(caption: String, columns: [Column], rows: [[String]], notes: [String] = []) {
    self.init(
      caption: .verbatim(caption), columns: columns, rows: rows.map { $0.map(Phrase.verbatim) },
      notes: notes.map(Phrase.verbatim) + Mark.notes(inTexts: rows))
  }
}

extension TextTable.Column {
  static func words(_ heading: String) -> Self { .words(Phrase(stringLiteral: heading)) }
  static func numbers(_ heading: String) -> Self { .numbers(Phrase(stringLiteral: heading)) }
}

extension Mark {
  static func notes(inTexts rows: [[String]]) -> [Phrase] {
    allCases.filter { mark in rows.contains { $0.contains { $0.contains(mark.rawValue) && $0 != mark.rawValue } } }
      .map(\.meaning)
  }
}
