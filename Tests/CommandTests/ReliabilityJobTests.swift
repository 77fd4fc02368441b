import Foundation
import Tabular
import Testing

@testable import ReadinessCommand

/// `readiness reliability` through the built program.
struct ReliabilityJobTests {
  private func cohort(_ tool: Tool) throws -> [String] {
    try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
    let made = try tool(
      "simulate", "--survey", "barriers-short", "--organisations", "6", "--respondents", "60", "--seed", "3",
      "--output", "cohort.csv")
    #expect(made.code == 0)
    return ["cohort.csv", "--survey", "barriers-short", "--plan", "plan.yaml"]
  }

  @Test func `a folder with the tables and the page, the same on any number of threads`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool)
      #expect(try tool.run(["reliability"] + arguments + ["--output", "trust", "--threads", "2"]).code == 0)
      let printed = try tool.run(["reliability"] + arguments + ["--threads", "1"])
      #expect(printed.code == 0 && printed.messages.contains("Nothing was written."))
      #expect(try tool.text("trust/reliability.csv") == printed.output)
      let page = try tool.text("trust/report.txt")
      #expect(page.hasPrefix("CAN THESE SCORES BE TRUSTED?\n"))
      let names = try tool.names(in: "trust")
      #expect(
        names.contains("structure.csv") && names.contains("reliability-items.csv") && names.contains("manifest.json"))
      let again = try tool.run(["reliability"] + arguments + ["--output", "again", "--threads", "1"])
      #expect(again.code == 0)
      for name in names { #expect(try tool.text("trust/\(name)") == tool.text("again/\(name)"), "\(name)") }
    }
  }

  @Test func `one JSON document has the tables and the answer`() throws {
    try Tool.inFolder { tool in
      let outcome = try tool.run(["reliability"] + (try cohort(tool)) + ["--json", "--quiet"])
      let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      let results = try #require(document?["results"] as? [String: Any])
      #expect(results.keys.sorted() == ["agreement", "key", "reliability", "reliability-items", "structure"])
      #expect((results["key"] as? [String: Any])?["items"] as? Int == 22)
    }
  }

  @Test func `a survey without barriers is refused with a way out`() throws {
    try Tool.inFolder { tool in
      try tool.write("organisation\nA\n", to: "a.csv")
      let outcome = try tool("reliability", "a.csv", "--survey", "budget")
      #expect(outcome.code == 64 && outcome.messages.contains("Use readiness run."))
    }
  }
}
