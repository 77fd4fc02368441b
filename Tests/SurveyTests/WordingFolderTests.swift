import Foundation
import TestSupport
import Testing

@testable import Survey

/// `words.csv` and `languages.csv`: read whole, or refused with the place of every fault.
struct WordingFolderTests {
  private static let rules = """
    rule,meaning,en,cy
    decimal_mark,,.,","
    thousands_mark,,",",blank
    minus_sign,,-,−
    plurals,,one: n = 1,one: n = 1 | two: n = 2
    ordinals,,{1}th,n = 1: {1}af | {1}fed
    months,,"a,b,c,d,e,f,g,h,i,j,k,l","A,B,C,D,E,F,G,H,I,J,K,L"
    date,,{1} {2} {3},"{3}, {2} {1}"

    """
  private static let words = """
    text_en,text_cy
    {1} of {2} answered.,Atebodd {1} o {2}.
    one: 1 person | other: {1} people,one: 1 person | two: {1} berson | other: {1} o bobl
    Barriers,Rhwystrau

    """

  private func wording(rules: String = rules, words: String = words, language: String = "cy") throws -> Wording {
    try Wording(language: language, rules: Array(rules.utf8), words: Array(words.utf8))
  }

  private func faults(rules: String = rules, words: String = words, language: String = "cy") throws -> [String] {
    let list = try #require(throws: FaultList.self) {
      _ = try wording(rules: rules, words: words, language: language)
    }
    return list.faults.map(\.description)
  }

  @Test func `texts, forms of numbers, ranks and dates are those of the files`() throws {
    let welsh = try wording()
    #expect(welsh.lacking.isEmpty)
    #expect(welsh.text("\(1_200) of \(3_000) answered.") == "Atebodd 1\u{A0}200 o 3\u{A0}000.")
    let people = [1, 2, 3].map { number in
      welsh.text(.plural(number, one: "1 person", other: "\(number) people"))
    }
    #expect(people == ["1 person", "2 berson", "3 o bobl"])
    #expect(welsh.text(.ordinal(1)) == "1af")
    #expect(welsh.text(.ordinal(11)) == "11fed")
    #expect(welsh.text(.decimal(-2.5, decimals: 1)) == "−2,5")
    #expect(welsh.text(.day(iso: "2026-11-21")) == "2026, K 21")
    #expect(try wording(language: "cy").missing(for: nil) == nil)
  }

  @Test func `an empty cell is no fault: it is counted, and the first few are named`() throws {
    let words = Self.words + (1...4).map { "Text \($0).,\n" }.joined()
    let welsh = try wording(
      rules: Self.rules.replacing("{1} {2} {3},\"{3}, {2} {1}\"", with: "{1} {2} {3},"), words: words)
    let idea = ActionIdea(origin: .tip(1), dimensions: ["d01"], facet: .step(.map), text: "Plan and invest")
    let missing = try #require(welsh.missing(for: nil, ideas: ActionIdeas([idea])))
    #expect(missing.count == 6)
    #expect(
      missing.description
        == "6 texts and rules have no Welsh yet, and a page is whole in a language or is not made. words.csv lacks 4: “Text 1.”, "
        + "“Text 2.”, “Text 3.” and 1 more; languages.csv lacks 1: “date”; the advice (top-tips.csv, step-tools.csv) lacks 1: “Plan and invest”."
    )
    #expect(Wording.english.missing(for: nil, ideas: ActionIdeas([idea])) == nil)
  }

  @Test func `a text twice, other places, other forms: each with its row and column`() throws {
    let words = """
      text_en,text_cy
      {1} of {2} answered.,Atebodd {1}.
      Barriers,Rhwystrau {1}
      Barriers,
      one: 1 person | other: {1} people,{1} o bobl
      one: 1 row | other: {1} rows,one: {2} rhes | two: {1} res | other: {1} rhes
      ,Dim

      """
    #expect(
      try faults(words: words) == [
        "words.csv:4:text_en: error: found “Barriers”, which row 3 has too, expected every text once; remove one of the rows "
          + "[duplicate-text]",
        "words.csv:7:text_en: error: found no text, expected one; write it, or remove the row [text-missing]",
      ])
    let fewer = words.replacing("Barriers,\n", with: "").replacing(",Dim\n", with: "")
    #expect(
      try faults(words: fewer) == [
        "words.csv:2:text_cy: error: found “Atebodd {1}.”, expected the places {1}, {2}, as in “{1} of {2} answered.”; mend the text "
          + "[places-differ]",
        "words.csv:3:text_cy: error: found “Rhwystrau {1}”, expected no places in braces, as in “Barriers”; mend the text [places-differ]",
        "words.csv:4:text_cy: error: found “{1} o bobl”, expected the forms one: … | two: … | other: …, as in "
          + "“one: 1 person | other: {1} people”; write each of them [places-differ]",
        "words.csv:5:text_cy: error: found “one: {2} rhes | two: {1} res | other: {1} rhes”, expected no other places than the place {1} "
          + "in any form; mend the text [places-differ]",
      ])
  }

  @Test func `unknown and missing columns, unreadable bytes, a file that is not there`() throws {
    #expect(
      try faults(words: "text_en,txt_cy\nA,B\n") == [
        "words.csv:1:2: error: found the column “txt_cy”, expected text_en and text_cy or another language's code; mend its name, or "
          + "remove it [unknown-column]"
      ])
    #expect(try faults(words: "text_cy\nA\n").contains { $0.hasSuffix("[missing-column]") })
    let bad = try #require(throws: FaultList.self) {
      _ = try Wording(
        language: "cy", rules: Array(Self.rules.utf8), words: Array("text_en,text_cy\nA,".utf8) + [0xE9, 10])
    }
    #expect(bad.faults.map(\.kind) == ["not-text"])
    #expect(bad.faults.map(\.row) == [2])
    let nowhere = try #require(throws: FaultList.self) {
      _ = try Wording(language: "cy", folder: URL(filePath: "/nowhere"))
    }
    #expect(nowhere.faults.map(\.file) == ["languages.csv", "words.csv"])
  }

  @Test func `a language without columns is refused, and the known ones are named`() throws {
    #expect(
      try faults(language: "fr") == [
        "words.csv:1: error: found no language “fr”, expected en or cy; add a column text_fr here and a column fr to languages.csv "
          + "[unknown-language]"
      ])
    #expect(try wording(language: "en").text("Barriers") == "Barriers")
  }

  @Test(arguments: [
    ("one: n = 1 | two: n = 2", "one: n > 1"), ("one: n = 1 | two: n = 2", "some: n = 1"),
    ("n = 1: {1}af | {1}fed", "n = 1: {1}af"), ("n = 1: {1}af | {1}fed", "{1}fed | n = 1: {1}af"),
    ("A,B,C,D,E,F,G,H,I,J,K,L", "A,B"), ("{3}, {2} {1}", "{3} {1}"),
  ])
  func `a rule that cannot be read is named with its cell`(right: String, wrong: String) throws {
    let found = try faults(rules: Self.rules.replacing(right, with: wrong))
    #expect(found.count == 1)
    #expect(
      found[0].hasPrefix("languages.csv:") && found[0].contains(":cy: error: found “")
        && found[0].hasSuffix("[bad-rule]"))
  }

  @Test func `rules that nobody knows, and rules that are not there`() throws {
    let found = try faults(rules: Self.rules.replacing("minus_sign", with: "minus"))
    #expect(found.map { $0.hasSuffix("[unknown-key]") || $0.hasSuffix("[missing-key]") } == [true, true])
  }

  /// What ships: every Welsh slot is empty, and the English rules are those of the library.
  @Test func `the files that ship have no fault, no Welsh and English as the library has it`() throws {
    let welsh = try Wording(language: "cy", folder: Repository.url("Surveys"))
    let rows = try Repository.text("Surveys/words.csv").split(separator: "\n").count - 1
    #expect(welsh.lacking.map(\.file) == ["words.csv", "languages.csv"])
    #expect(welsh.lacking[0].texts.count == rows)
    #expect(welsh.lacking[1].texts.count == RulesFile.Rule.allCases.count)
    let log = FaultLog()
    let english = RulesFile(bytes: Array(try Repository.text("Surveys/languages.csv").utf8), log: log).rules(of: "en")
    #expect(log.faults.isEmpty)
    #expect(english.missing.isEmpty)
    #expect(english.rules == LanguageRules.english)
  }
}
