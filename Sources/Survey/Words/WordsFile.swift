import Tabular

/// `words.csv`: every pattern that a page, a report or a chart can say, in a column for each language.
struct WordsFile {
  /// The name of the file.
  static let name = "words.csv"

  private let table: WordsTable

  /// Reads the file; what is wrong with it goes to the log.
  init(bytes: [UInt8], log: FaultLog) {
    table = WordsTable(bytes: bytes, file: Self.name, key: "text_en", prefix: "text_", log: log)
  }

  /// The languages that have a column.
  var languages: [String] { table.languages }

  /// The texts of a language by their English, and the English of those that are not written yet.
  ///
  /// A text that does not fit its English goes to the log.
  func texts(of language: String, plurals: LanguageRules.Plurals) -> (texts: [String: String], missing: [String]) {
    var texts: [String: String] = [:]
    var missing: [String] = []
    for row in table.rows {
      guard let text = row.texts[language] else {
        missing.append(row.key)
        continue
      }
      texts[row.key] = text
      if let message = Self.fault(of: text, for: row.key, plurals: plurals) {
        table.log.add(.placesDiffer, at: table.place(of: language, in: row), "found “\(text)”, expected \(message)")
      }
    }
    return (texts, missing)
  }

  /// What was expected of a text, where it does not fit its English.
  private static func fault(of text: String, for english: String, plurals: LanguageRules.Plurals) -> String? {
    guard let own = NumberForms(english)?.texts else {
      let (found, needed) = (Places.of(text), Places.of(english))
      return found == needed ? nil : "\(Places.list(needed)), as in “\(english)”; mend the text"
    }
    guard let forms = NumberForms(text)?.texts, Set(forms.keys) == plurals.forms else {
      let names = NumberForm.allCases.filter(plurals.forms.contains).map { "\($0.rawValue): …" }
      return "the forms \(names.joined(separator: NumberForms.separator)), as in “\(english)”; write each of them"
    }
    let needed = Places.of(own[.other] ?? "")
    guard Places.of(forms[.other] ?? "") == needed else {
      return "\(Places.list(needed)) in the form “other”, as in “\(english)”; mend the text"
    }
    guard forms.values.allSatisfy({ Places.of($0).isSubset(of: needed) }) else {
      return "no other places than \(Places.list(needed)) in any form; mend the text"
    }
    return nil
  }
}

/// The places of a pattern.
enum Places {
  /// The numbers of the places, each once.
  static func of(_ pattern: String) -> Set<Int> {
    var numbers: Set<Int> = []
    for piece in pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      if let closing = piece.firstIndex(of: "}"), let number = Int(piece[..<closing]) { numbers.insert(number) }
    }
    return numbers
  }

  /// `the places {1}, {2}`, or that there are none.
  static func list(_ places: Set<Int>) -> String {
    places.isEmpty
      ? "no places in braces"
      : "the place\(places.count == 1 ? "" : "s") \(places.sorted().map { "{\($0)}" }.joined(separator: ", "))"
  }
}
