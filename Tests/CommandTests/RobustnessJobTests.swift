import Foundation
import Tabular
import Testing

@testable import ReadinessCommand

/// `readiness robustness` through the built program.
struct RobustnessJobTests {
  private func cohort(_ tool: Tool) throws -> [String] {
    try tool.write("draws: 200\npermutations: 99\n", to: "plan.yaml")
    let made = try tool(
      "simulate", "--survey", "barriers-standard", "--organisations", "6", "--respondents", "60", "--seed", "3",
      "--output", "cohort.csv")
    #expect(made.code == 0)
    return ["robustness", "cohort.csv", "--survey", "barriers-standard", "--plan", "plan.yaml", "--base", "32"]
  }

  private func columns(_ text: String, _ names: [String]) throws -> [[String]] {
    let table = try Table(name: "table.csv", bytes: Array(text.utf8))
    let places = try names.map { try #require(table.column(named: $0)) }
    return table.records.map { record in places.map { record.cells[$0] } }
  }

  @Test func `causes add up to one, ranks begin at the published ones, and threads change nothing`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool)
      let printed = try tool.run(arguments + ["--threads", "1"])
      #expect(printed.code == 0, "\(printed.messages)")
      #expect(try tool.run(arguments + ["--threads", "2", "--output", "out"]).code == 0)
      #expect(try tool.text("out/robustness.csv") == printed.output)
      let rows = try columns(
        printed.output, ["cause_sampling", "cause_weights", "cause_method", "rank", "rank_05", "rank_95"])
      #expect(rows.count >= 2)
      for row in rows {
        let causes = row.prefix(3).compactMap { Double($0) }
        #expect(causes.isEmpty || abs(causes.reduce(0, +) - 1) < 1e-9)
        #expect((Double(row[4]) ?? 9) <= (Double(row[5]) ?? 0))
      }
      #expect(try tool.text("out/report.txt").hasPrefix("WOULD THE RANKING HOLD?\n"))
      #expect(try tool.text("out/manifest.json").contains("\"robustness\""))
      #expect(try tool.text("out/report.txt").contains("What each rank owes to what"))
      #expect(try columns(tool.text("out/sensitivity.csv"), ["input"]).count == 6)
      let organizations = try columns(tool.text("cohort.csv"), ["organisation"]).flatMap(\.self)
      let small = Dictionary(organizations.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value < 5 }.keys
      for name in ["out/robustness.csv", "out/sensitivity.csv", "out/report.txt"] {
        let text = try tool.text(name)
        #expect(small.allSatisfy { !text.contains($0) })
        #expect(name.hasSuffix("txt") || (!text.contains("nan") && !text.contains("inf")))
      }
    }
  }

  @Test func `a setting that cannot be tried is an error that names it`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool)
      let scheme = try tool.run(arguments + ["--schemes", "pca"])
      #expect(scheme.code != 0 && scheme.messages.contains("“scheme pca” cannot be tried: it needs 33 organisations"))
      let own = try tool.run(arguments + ["--schemes", "benefit_of_the_doubt"])
      #expect(own.messages.contains("gives every organisation weights of its own"))
      let name = try tool.run(arguments + ["--explain", "Nowhere"])
      #expect(name.code != 0 && name.messages.contains("“Nowhere” is not among the ranked organisations."))
      #expect(try tool.run(arguments + ["--base", "100"]).messages.contains("a power of two from 8 to 65,536"))
      #expect(try tool.run(arguments + ["--schemes", "eqal"]).messages.contains("Did you mean “equal”?"))
      #expect(try tool.run(arguments + ["--aggregations", "kemeny"]).code == 64)
    }
  }

  @Test func `with one alternative of everything but the people, only they move a rank`() throws {
    try Tool.inFolder { tool in
      let fixed = [
        "--schemes", "equal", "--aggregations", "arithmetic", "--normalisations", "scale", "--answered", "none",
        "--keep-all",
      ]
      let outcome = try tool.run(try cohort(tool) + fixed + ["--output", "out"])
      #expect(outcome.code == 0, "\(outcome.messages)")
      for row in try columns(tool.text("out/sensitivity.csv"), ["input", "alternatives", "total"]) {
        if row[0] == "respondents" {
          #expect((Double(row[2]) ?? 0) > 0.5)
        } else {
          #expect(row[1] == "1" && Double(row[2]) == 0)
        }
      }
    }
  }
}
