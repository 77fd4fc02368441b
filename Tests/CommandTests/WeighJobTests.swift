import Foundation
import Readiness
import Survey
import Tabular
import TestSupport
import Testing

@testable import ReadinessCommand

/// `readiness weigh`, and `--scheme` and `--aggregation` of `run`, through the built program.
struct WeighJobTests {
  private static let budget = Repository.url("Surveys/examples/budget_responses.csv").path()
  private static let dimensions = (1...11).map { "d\($0 < 10 ? "0" : "")\($0)" }

  /// A simulated cohort of twelve organisations and a plan with few draws.
  private func cohort(_ tool: Tool) throws -> [String] {
    try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
    let made = try tool(
      "simulate", "--survey", "barriers-short", "--organisations", "12", "--respondents", "240", "--seed", "3",
      "--output",
      "answers.csv")
    #expect(made.code == 0)
    return ["answers.csv", "--survey", "barriers-short", "--plan", "plan.yaml", "--quiet"]
  }

  private func table(_ text: String) throws -> Table { try Table(name: "t", bytes: Array(text.utf8)) }

  /// One column of the rows of a scheme.
  private func column(_ name: String, of text: String, scheme: String) throws -> [String] {
    let table = try table(text)
    let (first, second) = (try #require(table.column(named: "scheme")), try #require(table.column(named: name)))
    return table.records.filter { $0.cells[first] == scheme }.map { $0.cells[second] }
  }

  @Test func `the published budget gives weights as CSV, and notes beside them`() throws {
    let outcome = try Tool.inFolder {
      try $0(
        "weigh", Self.budget, "--survey", "budget", "--scheme", "budget", "--disclosure", "pilot", "--consent",
        "published")
    }
    #expect(outcome.code == 0)
    let weights = try column("weight", of: outcome.output, scheme: "budget").compactMap(Double.init)
    #expect(weights.count == 7 && abs(weights.reduce(0, +) - 1) < 1e-12)
    #expect(try column("used", of: outcome.output, scheme: "budget") == Array(repeating: "1", count: 11))
    let words = outcome.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Nothing on the budget's list eases d01, d06, d10, d11"))
    #expect(words.contains("No weights by entropy: it needs 3 organisations"))
  }

  @Test func `a folder holds every table, each in the codebook, and a page`() throws {
    try Tool.inFolder { tool in
      let outcome = try tool.run(["weigh"] + (try cohort(tool)) + ["--scheme", "critic", "--output", "out"])
      #expect(outcome.code == 0, "\(outcome.messages)")
      let names = try tool.names(in: "out")
      #expect(
        names == [
          "codebook.csv", "datapackage.json", "import.R", "import.do", "import.sps", "manifest.json",
          "organisation-orders.csv", "priorities.csv", "report.html", "report.txt",
          "weights.csv",
          "whose-weights.csv",
        ])
      let codebook = try tool.text("out/codebook.csv")
      for name in names where name.hasSuffix(".csv") && name != "codebook.csv" {
        for heading in try table(tool.text("out/\(name)")).headings {
          #expect(codebook.contains("\(name),\(heading),"))
        }
      }
      let weights = try tool.text("out/weights.csv")
      for scheme in ["equal", "entropy", "critic", "benefit_of_the_doubt"] {
        let shares = try column("weight", of: weights, scheme: scheme).compactMap(Double.init)
        #expect(shares.count == 11 && abs(shares.reduce(0, +) - 1) < 1e-9, "\(scheme)")
      }
      // Twelve organisations are too few for principal components of eleven barriers.
      #expect(try column("status", of: weights, scheme: "pca") == Array(repeating: "too_few_answers", count: 11))
      #expect(try column("importance", of: weights, scheme: "equal").allSatisfy { Double($0) != nil })
      #expect(try column("weight_low", of: weights, scheme: "critic").allSatisfy { Double($0) != nil })
      #expect(try tool.text("out/manifest.json").contains("\"weighting\": \"critic\""))
      #expect(try tool.text("out/report.txt").hasPrefix("WHAT THE BARRIERS WEIGH\n"))
      #expect(try table(tool.text("out/priorities.csv")).records.count == 143)
    }
  }

  @Test func `run uses the scheme and the aggregation, and says so`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool)
      let rows = Self.dimensions.enumerated().map { "\($1),\($0 == 2 ? 1 : 0)" }.joined(separator: "\n")
      try tool.write("dimension,weight\n\(rows)\n", to: "w.csv")
      let outcome = try tool.run(["run"] + arguments + ["--scheme", "manual:w.csv", "--output", "one"])
      #expect(outcome.code == 0, "\(outcome.messages)")
      let profiles = try table(tool.text("one/profiles.csv"))
      let places = try ["readiness", "d03"].map { try #require(profiles.column(named: $0)) }
      for record in profiles.records { #expect(record.cells[places[0]] == record.cells[places[1]]) }
      #expect(try tool.run(["run"] + arguments + ["--aggregation", "minimum", "--output", "least"]).code == 0)
      let least = try table(tool.text("least/profiles.csv"))
      let overall = try #require(least.column(named: "readiness"))
      let barriers = try Self.dimensions.map { try #require(least.column(named: $0)) }
      for record in least.records {
        #expect(Double(record.cells[overall]) == barriers.compactMap { Double(record.cells[$0]) }.min())
      }
      #expect(try tool.text("least/report.txt").contains("lowest of the barrier scores"))
      #expect(try tool.text("least/manifest.json").contains("\"aggregation\": \"minimum\""))
    }
  }

  @Test func `a plan says what the options say`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool)
      let first = try tool.run(["weigh"] + arguments + ["--scheme", "critic", "--aggregation", "power:2"])
      try tool.write("draws: 100\npermutations: 99\nweighting: critic\naggregation: power:2\n", to: "plan.yaml")
      let second = try tool.run(["weigh"] + arguments)
      #expect(first.code == 0 && first.output == second.output && first.output.contains("critic"))
      let third = try tool.run(["weigh"] + arguments + ["--threads", "1"])
      #expect(third.output == second.output)
    }
  }

  @Test func `judgements are weighed, half a matrix is enough, and their consistency is said`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool)
      let rows = Self.dimensions.enumerated().map { row, id in
        ([id] + Self.dimensions.indices.map { $0 > row ? "1" : "" }).joined(separator: ",")
      }
      let text = "of,\(Self.dimensions.joined(separator: ","))\n\(rows.joined(separator: "\n"))\n"
      try tool.write(text, to: "j.csv")
      let outcome = try tool.run(
        ["weigh"] + arguments.filter { $0 != "--quiet" } + ["--scheme", "ahp:j.csv", "--output", "out"])
      #expect(outcome.code == 0, "\(outcome.messages)")
      let weights = try column("weight", of: tool.text("out/weights.csv"), scheme: "ahp").compactMap(Double.init)
      #expect(weights.count == 11)
      for weight in weights { #expect(abs(weight - 1.0 / 11) < 1e-9) }
      let words = outcome.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("consistency ratio of the judgements is 0.00 (random indices of Tummala & Ling (1998))"))
      // The manifest's judgements are a plan's.
      let manifest = try #require(
        try JSONSerialization.jsonObject(with: Data(tool.text("out/manifest.json").utf8)) as? [String: Any])
      let plan = try #require(manifest["plan"] as? [String: Any])
      let again = try JSONSerialization.data(withJSONObject: ["weighting": plan["weighting"] ?? ""])
      let read = try PlanFile(text: try #require(String(data: again, encoding: .utf8)), name: "p").plan
      #expect(read.weighting.name == "ahp")
      try tool.write(text.replacing("d01,,1,1", with: "d01,,9,x"), to: "bad.csv")
      let bad = try tool.run(["weigh"] + arguments + ["--scheme", "ahp:bad.csv"])
      #expect(bad.code == 78)
      #expect(
        bad.messages.contains("bad.csv:2:d03: error: found “x”, expected a number above 0 or a fraction such as 1/3"))
    }
  }

  @Test(arguments: [
    ("dimension,weigth\nd01,1\n", "w.csv:1: error: the column “weight” is missing; is it “weigth”?"),
    ("dimension,weight\nd1,1\n", "w.csv:2:dimension: error: found “d1”"),
    ("dimension,weight\nd01,1\nd01,2\n", "w.csv:3:dimension: error: “d01” is there twice"),
    ("dimension,weight\nd01,-1\n", "w.csv:2:weight: error: found “-1”, expected a number of 0 or more"),
    ("dimension,weight\nd01,1\n", "w.csv: error: no weight for d02"),
  ])
  func `a bad file of weights is refused with its place`(text: String, words: String) throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool)
      try tool.write(text, to: "w.csv")
      let outcome = try tool.run(["weigh"] + arguments + ["--scheme", "manual:w.csv"])
      #expect(outcome.code == 78 && outcome.output.isEmpty)
      #expect(outcome.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words))
    }
  }

  @Test(arguments: [
    (["--scheme", "budgett"], 64, "Did you mean “budget”?"), (["--scheme", "ahp"], 64, "ahp:FILE"),
    (["--aggregation", "power"], 64, "power:NUMBER"), (["--scheme", "manual:none.csv"], 66, "none.csv"),
    (["--scheme", "pca"], 64, "it needs 33 organisations"), (["--aggregation", "owa:1,2"], 64, "11 numbers"),
    (["--scheme", "bod", "--aggregation", "borda"], 64, "name another scheme"),
  ])
  func `what cannot be done is refused with a reason`(options: [String], code: Int32, words: String) throws {
    try Tool.inFolder { tool in
      let outcome = try tool.run(["weigh"] + (try cohort(tool)) + options)
      #expect(outcome.code == code && outcome.output.isEmpty)
      #expect(
        outcome.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words),
        "\(outcome.messages)")
    }
  }

  @Test func `run refuses what gives no score`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool)
      for options in [["--scheme", "bod"], ["--aggregation", "kemeny"]] {
        let outcome = try tool.run(["run"] + arguments + options)
        #expect(outcome.code == 64 && outcome.messages.contains("readiness weigh"))
      }
    }
  }
}
