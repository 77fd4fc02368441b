import Foundation
import Tabular
import TestSupport
import Testing

@testable import ReadinessCommand

/// Pages of every kind in a language made for tests, through `--language`: no word of them is left in English but names.
///
/// `READINESS_PAGES=FOLDER` keeps them there for the browser.
struct MarkedPagesTests {
  /// Names that are the same in every language, and what a user types or finds in a table: programs, people, symbols, schemes, codes.
  private static let names: Set<String> = [
    "readiness", "barriers", "short", "standard", "budget", "overall", "c", "x", "z", "u", "A12", "W", "E", "ε²",
    "Holm",
    "Benjamini", "Hochberg", "BCa", "equal", "critic", "pca", "arithmetic", "geometric",
    "harmonic", "scale",
  ]

  /// What a page says for people: its texts, and the attributes that are read out.
  private static func texts(_ html: String) -> String {
    var said: [Substring] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      said.append(rest[..<start])
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ">") else { break }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag == "<style" { rest = rest.firstIndex(of: "<").map { rest[$0...] } ?? "" }
      // A word may be broken at the end of a line; no other tag stands inside one.
      if tag != "<wbr" { said.append(" ") }
      for name in [" title=\"", " aria-label=\""] {
        if let attribute = tag.split(separator: name, maxSplits: 1).dropFirst().first {
          said += [attribute.prefix { $0 != "\"" }, " "]
        }
      }
    }
    return (said + [rest]).joined().replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  /// The words of a text without a mark that are no names, and numbers with a decimal point, each once with the words before it.
  private static func unmarked(_ text: String) -> Set<String> {
    var found: Set<String> = []
    var before: [Substring] = []
    for piece in text.split(whereSeparator: \.isWhitespace) {
      let isVersion = piece.count { $0 == "." } > 1
      var word = ""
      func end() {
        // Words with a line below are codes and columns, which are what a user types.
        let isCode = word.contains("_") || word.wholeMatch(of: #/d\d\d\w*/#) != nil
        let isMarked = ["ŵŷ", "ŷŵ"].contains(where: word.lowercased().contains)
        if word.first?.isLetter == true, !isMarked, !isCode, !names.contains(word) {
          found.insert("\(word) in “\(before.suffix(6).joined(separator: " ")) \(piece)”")
        }
        word = ""
      }
      var last: Character = " "
      for (character, next) in zip(piece, piece.dropFirst().map(Optional.some) + [nil]) {
        if character.isLetter || character.isNumber || character == "_" {
          word.append(character)
        } else {
          end()
        }
        if character == ".", last.isNumber, next?.isNumber == true, !isVersion { found.insert("\(piece)") }
        last = character
      }
      end()
      before = (before + [piece]).suffix(6)
    }
    return found
  }

  /// Every command that makes a page, and where it puts it.
  private static let commands: [(folder: String, arguments: String)] = [
    ("cohort", "run cohort.csv --survey barriers-standard --plan plan.yaml"),
    (
      "pilot",
      "run short.csv --survey barriers-short --plan plan.yaml --disclosure pilot --consent ŵŷ --likert diverging"
    ),
    ("budget", "run published.csv --survey budget"),
    ("compare", "compare short.csv --survey barriers-short --plan plan.yaml"),
    ("waves", "compare waves.csv --survey barriers-short --plan plan.yaml --waves 2025,2026"),
    ("rank", "rank short.csv --survey barriers-short --plan plan.yaml"),
    ("robustness", "robustness short.csv --survey barriers-short --plan plan.yaml --base 8"),
    ("weigh", "weigh cohort.csv --survey barriers-standard --plan plan.yaml --scheme budget"),
    (
      "benchmark",
      "benchmark compare short.csv --survey barriers-short --plan plan.yaml --store store.sqlite --collected 2026-05-01"
    ),
    ("reliability", "reliability peers.csv --survey barriers-short --plan plan.yaml"),
    ("quality", "quality peers.csv --survey barriers-short --plan plan.yaml"),
    ("model", "model short.csv --survey barriers-short --plan plan.yaml --outcome overall --terms respondent_type"),
    (
      "item",
      "model peers.csv --survey barriers-short --plan plan.yaml --outcome d01q1 --terms roll_up --cluster organisation"
    ),
    ("power", "power --organisations 12 --per-organisation 7"),
    ("groups", "power --groups 5,3,2"),
  ]

  private static func prepare(_ tool: Tool) throws -> [String: String] {
    try MarkedSurveys.write(to: tool.url("surveys"))
    let environment = ["READINESS_SURVEYS": tool.url("surveys").path()]
    try tool.write("draws: 100\npermutations: 99\ncomparison:\n  measures: [overall]\n", to: "plan.yaml")
    for (name, survey, organizations, people) in [
      ("cohort", "barriers-standard", "6", "45"), ("short", "barriers-short", "6", "45"),
      ("peers", "barriers-short", "12", "120"),
    ] {
      let made = try tool(
        "simulate", "--survey", survey, "--organisations", organizations, "--respondents", people, "--seed", "7",
        "--output", "\(name).csv", environment: environment)
      #expect(made.code == 0, "\(made.messages)")
    }
    for (name, copy) in [("budget_responses", "published"), ("two-waves", "waves")] {
      try tool.write(Repository.text("Surveys/examples/\(name).csv"), to: "\(copy).csv")
    }
    // Names of organisations, with a mark of their own.
    for name in ["cohort", "short", "peers", "published", "waves"] {
      let table = try Table(name: name, bytes: Array(tool.text("\(name).csv").utf8))
      let place = try #require(table.column(named: "organisation"))
      let names = Set(table.records.map { $0.cells[place] }).sorted()
      let lines = table.records.map { record in
        record.cells.enumerated().map { column, cell in
          column == place ? "Ŵŷ\(name.first ?? "x")\(names.firstIndex(of: cell) ?? 0)" : cell
        }.joined(separator: ",")
      }
      try tool.write(
        ([table.headings.joined(separator: ",")] + lines).joined(separator: "\n") + "\n", to: "\(name).csv")
    }
    let added = try tool(
      "benchmark", "add", "peers.csv", "--survey", "barriers-short", "--plan", "plan.yaml", "--store", "store.sqlite",
      "--collected", "2026-03-01,2026-03-31", "--method", "ŵŷ", environment: environment)
    #expect(added.code == 0, "\(added.messages)")
    return environment
  }

  @Test func `no page of any kind has a word without its mark, but names`() throws {
    try Tool.inFolder { tool in
      let environment = try Self.prepare(tool)
      var unmarked: [String: String] = [:]
      for (folder, arguments) in Self.commands {
        let words = arguments.split(separator: " ").map(String.init)
        let made = try tool.run(words + ["--language", "cy", "--output", folder], environment: environment)
        #expect(made.code == 0, "\(made.messages)")
        for name in try tool.names(in: folder) where name.hasSuffix(".html") {
          let text = try tool.text("\(folder)/\(name)")
          for word in Self.unmarked(Self.texts(text)) where unmarked[word] == nil {
            unmarked[word] = "\(folder)/\(name)"
          }
          #expect(text.contains("<html lang=\"cy\">"))
          try Self.keep(text, as: "\(folder)-\(name)")
        }
      }
      // Bars of answers are among them, with some that cannot be told apart and without.
      let together = MarkedSurveys.marked("Cannot be told apart")
      #expect(try tool.text("cohort/report.html").contains(together))
      let pilot = try tool.text("pilot/report.html")
      #expect(pilot.contains("id=\"chart-sentences-title\"") && !pilot.contains(together))
      let list = unmarked.map { "\($0.value): \($0.key)" }.sorted().prefix(60).joined(separator: "\n")
      #expect(
        unmarked.isEmpty,
        """
        \(unmarked.count) words without a mark. A new sentence needs its row: build, then run Scripts/words. A text that is no name must not \
        be put into a page as one.
        \(list)
        """)
    }
  }

  private static func keep(_ page: String, as name: String) throws {
    guard let path = ProcessInfo.processInfo.environment["READINESS_PAGES"] else { return }
    try FileManager.default.createDirectory(at: URL(filePath: path), withIntermediateDirectories: true)
    try Data(page.utf8).write(to: URL(filePath: path).appending(path: name))
  }
}
