public import Foundation

extension Wording {
  /// Reads a language from `words.csv` and `languages.csv` in a folder. English needs neither of them, and nothing is read.
  ///
  /// A text or a rule that is not written yet is no fault: ``missing(for:ideas:)`` says what is missing, and it has to be asked before a page is made.
  ///
  /// - Parameters:
  ///   - language: The code of the language, as the columns name it: `cy`.
  ///   - folder: The folder with both files: `Surveys`.
  /// - Throws: ``FaultList`` with every fault of both files, each with its row and column: a text twice, places that are not those of the
  ///   English, a form of a number too few or too many, an unknown column, bytes that are no text, a rule that cannot be read; or one fault of
  ///   kind `unknown-language` when no column is in that language.
  public init(language: String, folder: URL) throws(FaultList) {
    guard language != Wording.english.language else {
      self = .english
      return
    }
    let names = [RulesFile.name, WordsFile.name]
    let files = names.map { FileManager.default.contents(atPath: folder.appending(path: $0).path()).map(Array.init) }
    guard let rules = files[0], let words = files[1] else {
      let missing = zip(names, files).filter { $0.1 == nil }.map {
        Fault(
          .fileMissing, file: $0.0,
          message: "the file cannot be read, expected it in the folder of surveys; put it there")
      }
      throw FaultList(missing)
    }
    self = try Wording(language: language, rules: rules, words: words)
  }

  /// Reads a language from the bytes of both files.
  init(language: String, rules: [UInt8], words: [UInt8]) throws(FaultList) {
    let logs = [FaultLog(), FaultLog()]
    let rulesFile = RulesFile(bytes: rules, log: logs[0])
    let wordsFile = WordsFile(bytes: words, log: logs[1])
    func check() throws(FaultList) {
      let faults = logs.flatMap(\.faults)
      guard faults.isEmpty else { throw FaultList(faults) }
    }
    try check()
    let known = wordsFile.languages.filter(rulesFile.languages.contains)
    guard known.contains(language) else {
      logs[1].add(
        .unknownLanguage, at: FilePlace(file: WordsFile.name, row: 1),
        "found no language “\(language)”, expected \(known.joined(separator: " or ")); add a column text_\(language) here and a column \(language) to \(RulesFile.name)"
      )
      throw FaultList(logs[1].faults)
    }
    let (rules, missingRules) = rulesFile.rules(of: language)
    // Texts are held against the rules, so rules that cannot be read come first.
    try check()
    let (texts, missingTexts) = wordsFile.texts(of: language, plurals: rules.plurals)
    try check()
    let lacking = [(WordsFile.name, missingTexts), (RulesFile.name, missingRules)].filter { !$0.1.isEmpty }
    self.init(
      language: language, texts: texts, rules: rules,
      lacking: lacking.map { MissingWords.Place(file: $0.0, texts: $0.1) })
  }
}
