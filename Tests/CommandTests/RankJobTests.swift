import Foundation
import Tabular
import Testing

@testable import ReadinessCommand

/// `readiness rank` through the built program.
struct RankJobTests {
  /// A simulated cohort of 60 people and a plan with few draws.
  private func cohort(_ tool: Tool) throws -> [String] {
    try tool.write("draws: 200\npermutations: 99\n", to: "plan.yaml")
    let made = try tool(
      "simulate", "--survey", "barriers-short", "--organisations", "8", "--respondents", "60", "--seed", "3",
      "--output", "cohort.csv")
    #expect(made.code == 0)
    return ["cohort.csv", "--survey", "barriers-short", "--plan", "plan.yaml"]
  }

  private func columns(_ text: String, _ names: [String]) throws -> [[String]] {
    let table = try Table(name: "table.csv", bytes: Array(text.utf8))
    let places = try names.map { try #require(table.column(named: $0)) }
    return table.records.map { record in places.map { record.cells[$0] } }
  }

  @Test func `ranks, sets and bands are those of run, on any number of threads`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool)
      #expect(try tool.run(["run"] + arguments + ["--output", "run"]).code == 0)
      #expect(try tool.run(["rank"] + arguments + ["--output", "rank", "--threads", "2"]).code == 0)
      let printed = try tool.run(["rank"] + arguments + ["--threads", "1"])
      #expect(printed.code == 0)
      #expect(try tool.text("rank/ranks.csv") == printed.output)
      let names = [
        "organisation", "rank", "rank_low", "rank_high", "band_low", "band_high", "readiness", "readiness_low",
        "readiness_high",
      ]
      let profiles = try columns(tool.text("run/profiles.csv"), names).filter { !$0[1].isEmpty }
      #expect(profiles.count > 3)
      #expect(try columns(printed.output, names) == profiles)
      let pairs = try columns(tool.text("rank/pairwise.csv"), ["first", "second"])
      #expect(pairs.count == profiles.count * (profiles.count - 1) / 2)
    }
  }

  @Test func `the page says why a rank is not higher, and a hidden organisation has no number`() throws {
    try Tool.inFolder { tool in
      let outcome = try tool.run(["rank"] + (try cohort(tool)) + ["--output", "rank"])
      #expect(outcome.code == 0)
      let names = [
        "codebook.csv", "datapackage.json", "gap-shares.csv", "import.R", "import.do", "import.sps", "manifest.json",
        "pairwise.csv", "ranks.csv", "report.html", "report.txt",
      ]
      #expect(try tool.names(in: "rank") == names)
      let page = try tool.text("rank/report.txt")
      #expect(page.hasPrefix("RANKS, AND HOW FAR TO TRUST THEM\n"))
      #expect(page.contains("Why not higher, and what would make it surer"))
      let ranked = Set(try columns(tool.text("rank/ranks.csv"), ["organisation"]).flatMap(\.self))
      let people = try columns(tool.text("cohort.csv"), ["organisation"]).flatMap(\.self)
      let small = Dictionary(people.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value < 5 }.keys
      #expect(small.allSatisfy { !ranked.contains($0) })
      for name in ["ranks.csv", "pairwise.csv", "gap-shares.csv"] {
        let text = try tool.text("rank/\(name)")
        #expect(small.allSatisfy { !text.contains($0) })
        #expect(!text.contains("nan") && !text.contains("inf"))
      }
    }
  }

  @Test func `weights and aggregation are chosen as in run`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool) + ["--scheme", "critic", "--aggregation", "geometric"]
      #expect(try tool.run(["run"] + arguments + ["--output", "run"]).code == 0)
      let printed = try tool.run(["rank"] + arguments)
      #expect(printed.code == 0, "\(printed.messages)")
      let names = ["organisation", "rank", "readiness", "band_low", "band_high"]
      #expect(
        try columns(printed.output, names)
          == columns(tool.text("run/profiles.csv"), names).filter { !$0[1].isEmpty })
      #expect(try tool.run(["rank"] + arguments.dropLast() + ["kemeny"]).code != 0)
    }
  }

  @Test func `a survey without barriers is refused with a way out`() throws {
    try Tool.inFolder { tool in
      try tool.write("organisation\nA\n", to: "a.csv")
      let outcome = try tool("rank", "a.csv", "--survey", "budget")
      #expect(outcome.code == 64)
      #expect(outcome.messages.contains("Use readiness run."))
    }
  }
}
