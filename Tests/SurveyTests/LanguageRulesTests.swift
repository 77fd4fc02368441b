import Foundation
import TestSupport
import Testing

@testable import Survey

/// Numbers, ranks and dates, held against Unicode CLDR as Babel has it (`References/survey/number_forms.py`).
struct LanguageRulesTests {
  private struct Reference: Decodable {
    let numbers: [Int]
    let plurals: [String: [String]]
    let ordinals: [String: [String]]
    let months: [String]
    let date: String
    let marks: [String]
  }

  private static let reference = Result {
    try JSONDecoder().decode(
      Reference.self, from: Data(Repository.text("Tests/References/survey/number_forms.json").utf8))
  }

  /// The plural rules of CLDR in the file's own form.
  private static let rules = [
    "en": "one: n = 1",
    "cy": "zero: n = 0 | one: n = 1 | two: n = 2 | few: n = 3 | many: n = 6",
    "pl":
      "one: n = 1 | few: n % 10 = 2..4 and n % 100 != 12..14 | many: n != 1 and n % 10 = 0..1 or n % 10 = 5..9 or n % 100 = 12..14",
    "ar": "zero: n = 0 | one: n = 1 | two: n = 2 | few: n % 100 = 3..10 | many: n % 100 = 11..99",
  ]

  @Test(arguments: ["en", "cy", "pl", "ar"])
  func `every number takes the form that CLDR gives it`(language: String) throws {
    let reference = try Self.reference.get()
    let plurals = try #require(LanguageRules.Plurals(cell: Self.rules[language] ?? ""))
    let forms = reference.numbers.map { plurals.form(for: $0).rawValue }
    #expect(forms == reference.plurals[language])
    #expect(plurals.form(for: -1) == plurals.form(for: 1))
  }

  @Test func `English is that of CLDR: forms, endings, months, marks, a date`() throws {
    let reference = try Self.reference.get()
    let english = LanguageRules.english
    #expect(reference.numbers.map { english.plurals.form(for: $0).rawValue } == reference.plurals["en"])
    let endings = ["one": "st", "two": "nd", "few": "rd", "other": "th"]
    let ranks = try zip(reference.numbers, try #require(reference.ordinals["en"])).map {
      "\(english.count($0))\(try #require(endings[$1]))"
    }
    #expect(reference.numbers.map(english.ordinal) == ranks)
    #expect(english.months == reference.months)
    #expect([english.decimalMark, english.thousandsMark, english.minusSign] == reference.marks)
    #expect(english.text(try #require(WrittenDate(iso: "2026-11-21"))) == reference.date)
  }

  @Test func `marks stand where a language has them`() {
    var rules = LanguageRules.english
    (rules.decimalMark, rules.thousandsMark, rules.minusSign) = (",", "\u{A0}", "−")
    let wording = Wording(language: "xx", texts: [:], rules: rules)
    #expect(wording.text(.decimal(-1_234.56, decimals: 1)) == "−1\u{A0}234,6")
    #expect(wording.text(.count(-1_234_567)) == "−1\u{A0}234\u{A0}567")
    #expect(wording.text(.fraction(-0.045, decimals: 3)) == "−,045")
    #expect(wording.text(.shortest(12.25)) == "12,25")
  }

  @Test(arguments: ["n = 1", "n != 1..3, 7", "n % 10 = 2..4 and n % 100 != 12..14 or n = 0"])
  func `a condition is read`(text: String) { #expect(NumberCondition(text) != nil) }

  @Test(arguments: [
    "", "n", "m = 1", "n = ", "n = a", "n % 0 = 1", "n % 10 % 2 = 1", "n = 3..1", "n = 1 and", "n = -1", "n = 1 = 2",
  ])
  func `what is no condition is not read`(text: String) { #expect(NumberCondition(text) == nil) }

  @Test(arguments: [
    "2026-13-01", "2026-00-01", "2026-1-01", "21 November 2026", "2026-11-32", "26-11-21", "2026-11-21T10",
  ])
  func `what is no day stays as it is`(text: String) {
    #expect(WrittenDate(iso: text) == nil)
    #expect(Wording.english.text(.day(iso: text)) == text)
  }

  @Test func `a day reads back`() { #expect(WrittenDate(iso: "0987-06-05")?.iso == "0987-06-05") }
}
