import Foundation
import Tabular
import Testing

@testable import ReadinessCommand

/// `readiness quality` through the built program.
struct QualityJobTests {
  private func cohort(_ tool: Tool) throws -> [String] {
    try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
    let made = try tool(
      "simulate", "--survey", "barriers-short", "--organisations", "6", "--respondents", "60", "--seed", "3",
      "--output", "cohort.csv")
    #expect(made.code == 0)
    return ["cohort.csv", "--survey", "barriers-short", "--plan", "plan.yaml"]
  }

  @Test func `a folder with marks, the headline twice and response by type, and nobody by name`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool)
      try tool.write("organisation,respondent_type,invited\nOrganisation 01,service_user,40\n", to: "invited.csv")
      let outcome = try tool.run(["quality"] + arguments + ["--invited", "invited.csv", "--output", "quality"])
      #expect(outcome.code == 0, "\(outcome.messages)")
      let names = try tool.names(in: "quality")
      #expect(
        names.filter { $0.hasSuffix(".csv") } == [
          "codebook.csv", "quality-headline.csv", "quality.csv", "response.csv",
        ])
      #expect(try tool.text("quality/manifest.json").contains("\"invited\""))
      // Few service users answered there, so how many were invited is not told either.
      #expect(try tool.text("quality/response.csv").contains("Organisation 01,service_user,,,,suppressed"))
      let table = try Table(name: "cohort.csv", bytes: Array(tool.text("cohort.csv").utf8))
      let ids = try #require(table.column(named: "respondent_id"))
      for name in names where name != "manifest.json" {
        let text = try tool.text("quality/\(name)")
        #expect(table.records.allSatisfy { !text.contains($0.cells[ids]) }, "\(name)")
      }
      let printed = try tool.run(["quality"] + arguments + ["--threads", "1"])
      #expect(try printed.output == tool.text("quality/quality.csv"))
    }
  }

  @Test func `times are taken from the column that is named, and a column that is not there is refused`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool)
      var lines = try tool.text("cohort.csv").split(separator: "\n").map(String.init)
      lines = lines.enumerated().map { $0 == 0 ? $1 + ",took" : $1 + ($0 < 12 ? ",9" : ",400") }
      try tool.write(lines.joined(separator: "\n") + "\n", to: "timed.csv")
      let timed = try tool.run(["quality", "timed.csv"] + arguments.dropFirst() + ["--seconds", "took"])
      #expect(timed.code == 0 && timed.output.contains("\nfast,,60,11,"), "\(timed.messages)")
      let missing = try tool.run(["quality"] + arguments + ["--seconds", "took"])
      #expect(missing.code == 64 && missing.messages.contains("took"))
    }
  }
}
