import Tabular

/// `languages.csv`: a row for each rule of writing numbers and dates, a column for each language.
struct RulesFile {
  /// The name of the file.
  static let name = "languages.csv"

  /// The rules, by the name that the file gives them.
  enum Rule: String, CaseIterable {
    case decimalMark = "decimal_mark"
    case thousandsMark = "thousands_mark"
    case minusSign = "minus_sign"
    case plurals
    case ordinals
    case months
    case date
  }

  private let table: WordsTable

  /// Reads the file; what is wrong with it goes to the log.
  init(bytes: [UInt8], log: FaultLog) {
    table = WordsTable(bytes: bytes, file: Self.name, key: "rule", prefix: "", others: ["meaning"], log: log)
    for row in table.rows where Rule(rawValue: row.key) == nil {
      log.add(
        .unknownKey, at: row.place,
        "found the rule “\(row.key)”, expected \(Rule.allCases.map(\.rawValue).joined(separator: ", ")); mend its name, or remove it"
      )
    }
    for rule in Rule.allCases where !table.rows.contains(where: { $0.key == rule.rawValue }) && !table.rows.isEmpty {
      log.add(
        .missingKey, at: FilePlace(file: Self.name), "the rule “\(rule.rawValue)” is missing, expected a row; add it")
    }
  }

  /// The languages that have a column.
  var languages: [String] { table.languages }

  /// The rules of a language, and the names of those that are not written yet.
  func rules(of language: String) -> (rules: LanguageRules, missing: [String]) {
    var rules = LanguageRules.english
    var missing: [String] = []
    for row in table.rows {
      guard let rule = Rule(rawValue: row.key) else { continue }
      guard let text = row.texts[language] else {
        missing.append(row.key)
        continue
      }
      if let message = Self.read(text, as: rule, into: &rules) {
        table.log.add(.badRule, at: table.place(of: language, in: row), "found “\(text)”, expected \(message)")
      }
    }
    return (rules, missing)
  }

  /// Takes a rule in; answers with what was expected where it cannot be read.
  private static func read(_ text: String, as rule: Rule, into rules: inout LanguageRules) -> String? {
    switch rule {
    case .decimalMark: rules.decimalMark = text
    // A mark that is a blank would be lost in a spreadsheet, so it has a word.
    case .thousandsMark: rules.thousandsMark = ["none": "", "blank": "\u{A0}"][text] ?? text
    case .minusSign: rules.minusSign = text
    case .plurals:
      guard let plurals = LanguageRules.Plurals(cell: text) else {
        return
          "the forms of a word with their numbers, such as “one: n = 1 | few: n % 10 = 2..4”, or “other” where there is one form only; mend it"
      }
      rules.plurals = plurals
    case .ordinals:
      guard let ordinals = LanguageRules.Ordinal.all(in: text) else {
        return
          "endings with their numbers and a last one for all others, such as “n = 1: {1}st | {1}th”; mend it"
      }
      rules.ordinals = ordinals
    case .months:
      rules.months = text.split(separator: ",").map { String($0).trimmed }
      guard rules.months.count == 12 else { return "twelve months with commas between them; mend it" }
    case .date:
      rules.date = text
      guard Places.of(text) == [1, 2, 3] else {
        return "{1} for the day, {2} for the month and {3} for the year, such as “{1} {2} {3}”; mend it"
      }
    }
    return nil
  }
}

extension LanguageRules.Plurals {
  /// Reads `one: n = 1 | few: n = 2..4`; `other` alone where a language has one form.
  init?(cell: String) {
    var conditions: [NumberForm: NumberCondition] = [:]
    for part in cell.split(separator: NumberForms.separator, omittingEmptySubsequences: false).map(String.init) {
      if part.trimmed == NumberForm.other.rawValue { continue }
      let sides = part.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      guard sides.count == 2, let form = NumberForm(rawValue: sides[0]), form != .other,
        let condition = NumberCondition(sides[1]), conditions.updateValue(condition, forKey: form) == nil
      else { return nil }
    }
    self.init(conditions: conditions)
  }
}

extension LanguageRules.Ordinal {
  /// Reads `n = 1: {1}st | {1}th`.
  fileprivate static func all(in cell: String) -> [Self]? {
    let parts = cell.split(separator: NumberForms.separator, omittingEmptySubsequences: false).map(String.init)
    var all: [Self] = []
    for (index, part) in parts.enumerated() {
      let sides = part.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      let isLast = index == parts.count - 1
      guard let pattern = sides.last, sides.count == (isLast ? 1 : 2), Places.of(pattern) == [1] else { return nil }
      if isLast {
        all.append(Self(condition: nil, pattern: pattern))
      } else if let condition = NumberCondition(sides[0]) {
        all.append(Self(condition: condition, pattern: pattern))
      } else {
        return nil
      }
    }
    return all
  }
}

extension Fault.Kind {
  /// A rule of a language that cannot be read.
  static let badRule: Self = "bad-rule"
  /// A text of another language that does not have the places or the forms of the English one.
  static let placesDiffer: Self = "places-differ"
  /// A language that no file of words knows.
  static let unknownLanguage: Self = "unknown-language"
}
