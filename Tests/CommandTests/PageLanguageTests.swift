import Foundation
import Tabular
import TestSupport
import Testing

@testable import ReadinessCommand

/// `--language`: a page is whole in a language, or nothing is read and nothing written.
struct PageLanguageTests {
  private static let short = ["--survey", "barriers-short", "--language", "cy"]

  @Test(arguments: [
    "run nowhere.csv", "rank nowhere.csv", "compare nowhere.csv", "weigh nowhere.csv", "robustness nowhere.csv",
    "benchmark compare nowhere.csv --store s.sqlite --collected 2026-05-01",
  ])
  func `a language that ships empty is refused before any answer is read`(command: String) throws {
    try Tool.inFolder { tool in
      let words = command.split(separator: " ").map(String.init)
      let outcome = try tool.run(words + Self.short + ["--output", "out"])
      #expect(outcome.code == 78)
      #expect(outcome.output.isEmpty)
      #expect(try tool.names().isEmpty)
      // Counted here a second time, from the files themselves.
      let rows = try Table(name: "w", bytes: Array(Data(contentsOf: Repository.url("Surveys/words.csv")))).records.count
      #expect(outcome.messages.contains("words.csv lacks \(rows): “"))
      #expect(
        outcome.messages.contains("languages.csv lacks 7: “decimal_mark”, “thousands_mark”, “minus_sign” and 4 more"))
      let survey = try Repository.text("Surveys/barriers-short/survey.yaml")
      let slots = Set(survey.matches(of: #/en: "(.*?)"(?:,\s*|\s+)cy: ""/#).map { String($0.output.1) })
      let items = try Table(
        name: "i", bytes: Array(Data(contentsOf: Repository.url("Surveys/barriers-short/items.csv"))))
      let sentences = Set(items.records.map { $0.cells[items.headings.firstIndex(of: "text_en") ?? 0] })
      #expect(outcome.messages.contains("barriers-short lacks \(slots.union(sentences).count): “Barriers to"))
    }
  }

  @Test func `a page about no survey needs no labels, and an unknown language is named`() throws {
    try Tool.inFolder { tool in
      let power = try tool("power", "--groups", "5,3", "--language", "cy")
      #expect(power.code == 78)
      #expect(power.messages.contains("words.csv lacks") && !power.messages.contains("barriers-"))
      let french = try tool("power", "--groups", "5,3", "--language", "fr")
      #expect(french.code == 78)
      #expect(french.messages.contains("found no language “fr”, expected en or cy"))
      let english = try tool("power", "--groups", "5,3", "--language", "en")
      #expect(english.code == 0)
      #expect(try english.output == tool("power", "--groups", "5,3").output)
    }
  }

  @Test func `pages, documents and the manifest follow the language; tables do not`() throws {
    try Tool.inFolder { tool in
      try MarkedSurveys.write(to: tool.url("surveys"))
      let environment = ["READINESS_SURVEYS": tool.url("surveys").path()]
      try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
      let made = try tool(
        "simulate", "--survey", "barriers-short", "--organisations", "4", "--respondents", "30", "--seed", "3",
        "--output",
        "a.csv")
      #expect(made.code == 0)
      let rank = ["rank", "a.csv", "--survey", "barriers-short", "--plan", "plan.yaml"]
      #expect(try tool.run(rank + ["--output", "en"], environment: environment).code == 0)
      let welsh = try tool.run(rank + ["--output", "cy", "--language", "cy", "--json"], environment: environment)
      #expect(welsh.code == 0, "\(welsh.messages)")
      for table in ["ranks.csv", "pairwise.csv", "gap-shares.csv", "codebook.csv"] {
        #expect(try tool.text("en/\(table)") == tool.text("cy/\(table)"))
      }
      #expect(try tool.text("en/manifest.json").contains("\"language\": \"en\""))
      #expect(try tool.text("cy/manifest.json").contains("\"language\": \"cy\""))
      #expect(try tool.text("en/report.html").contains("<html lang=\"en\">"))
      #expect(try tool.text("cy/report.html").contains("<html lang=\"cy\">"))
      #expect(welsh.output.contains("\"language\": \"cy\"") && welsh.output.contains("ŵŷ"))

      // A file of words from before a sentence was written.
      let words = try tool.text("surveys/words.csv").split(separator: "\n")
      let title = "\"Ranks, and how far to trust them\""
      #expect(words.contains { $0.hasPrefix(title) })
      try tool.write(words.filter { !$0.hasPrefix(title) }.joined(separator: "\n") + "\n", to: "surveys/words.csv")
      let older = try tool.run(rank + ["--output", "older", "--language", "cy"], environment: environment)
      #expect(older.code == 78)
      #expect(
        older.messages.contains(
          "words.csv has no row for 1 sentence of these pages, such as “Ranks, and how far to trust them”"))
      #expect(try !tool.names().contains("older"))
    }
  }
}
