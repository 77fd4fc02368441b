import Foundation
import TestSupport
import Testing

/// Each exit code, given by the built program.
struct ExitCodesTests {
  private static let published = Repository.url("Surveys/examples/budget_responses.csv").path()
  private static let pilot = ["--survey", "budget", "--disclosure", "pilot", "--consent", "a published table"]
  private static let good = "respondent_id,organisation,respondent_type,b01,b02\n"

  private func budget(_ rows: String...) -> String {
    let factors = (1...11).map { $0 < 10 ? "b0\($0)" : "b\($0)" }.joined(separator: ",")
    return "respondent_id,organisation,respondent_type,\(factors)\n" + rows.map { "\($0)\n" }.joined()
  }

  @Test func `0: data on standard output, messages on standard error, no colour in a pipe`() throws {
    try Tool.inFolder { tool in
      let outcome = try tool.run(["run", Self.published] + Self.pilot)
      #expect(outcome.code == 0)
      #expect(outcome.output.hasPrefix("READINESS PROFILE\n"))
      #expect(outcome.output.contains("> 23.1 of every 100 points"))
      #expect(outcome.messages.contains("Seed 1."))
      #expect(outcome.messages.contains("Add --output FOLDER"))
      #expect(!(outcome.output + outcome.messages).contains("\u{1B}"))
      #expect(try tool.names() == [])
      #expect(try tool.run(["run", Self.published, "--quiet"] + Self.pilot).messages == "")
    }
  }

  @Test func `2: done, but a row was set aside, with strict; 0 without`() throws {
    try Tool.inFolder { tool in
      try tool.write(
        budget("p1,A,carer,100,,,,,,,,,,", "p2,A,carer,50,,,,,,,,,,", "p3,A,carer,,100,,,,,,,,,"), to: "a.csv")
      let arguments = ["run", "a.csv", "--set-aside", "--output", "out", "--force"] + Self.pilot
      #expect(try tool.run(arguments).code == 0)
      let strict = try tool.run(arguments + ["--strict"])
      #expect(strict.code == 2)
      #expect(strict.messages.contains("1 row was set aside"))
      #expect(try tool.text("out/report.txt").contains("| 1 of 3 rows had faults and was set aside."))
      #expect(try tool.text("out/set-aside.csv").contains("p2,A,carer,50"))
    }
  }

  @Test(arguments: [
    [published, "--survey", "budget", "--disclosure", "pilot"],
    [published, "--survey", "budget", "--respondent-scores", "x.csv"],
    [published, "--survey", "budget", "--keep-ids"], [published, "--survey", "budget", "--threads", "0"],
    [published, "--survey", "budget", "--by", "shoe_size"], ["-", "-", "--survey", "budget"],
    [published] + pilot + ["--only", "Surrey C"], ["--survey", "budget"],
  ])
  func `64: wrong use`(arguments: [String]) throws {
    try Tool.inFolder { tool in
      let outcome = try tool.run(["run"] + arguments)
      #expect(outcome.code == 64)
      #expect(outcome.output.isEmpty)
      #expect(!outcome.messages.isEmpty)
      #expect(try tool.names() == [])
    }
  }

  @Test func `65: faults are located and nothing is written`() throws {
    try Tool.inFolder { tool in
      try tool.write(budget("p1,A,carer,50,,,,,,,,,,"), to: "a.csv")
      for command in [["run", "a.csv", "--output", "out"], ["check", "a.csv"]] {
        let outcome = try tool.run(command + ["--survey", "budget"])
        #expect(outcome.code == 65)
        #expect(outcome.messages.contains("a.csv:2"))
        #expect(outcome.messages.contains("--set-aside"))
      }
      #expect(try tool.names() == ["a.csv"])
      try tool.write("organisation,respondent_type,invited\nA,nobody,1\n", to: "i.csv")
      #expect(try tool.run(["run", Self.published, "--invited", "i.csv"] + Self.pilot).code == 65)
    }
  }

  @Test func `66: a missing file`() throws {
    try Tool.inFolder { tool in
      for command in ["run", "check"] {
        let outcome = try tool(command, "nowhere.csv", "--survey", "budget")
        #expect(outcome.code == 66)
        #expect(outcome.messages.contains("nowhere.csv"))
      }
      #expect(try tool.run(["run", Self.published, "--plan", "no.yaml"] + Self.pilot).code == 66)
    }
  }

  @Test func `73: an existing folder, a file, a full disk, a missing parent`() throws {
    try Tool.inFolder { tool in
      let run = ["run", Self.published] + Self.pilot
      #expect(try tool.run(run + ["--output", "out"]).code == 0)
      let again = try tool.run(run + ["--output", "out"])
      #expect(again.code == 73)
      #expect(again.messages.contains("--force"))
      #expect(try tool.run(run + ["--output", "out", "--force"]).code == 0)
      #expect(try tool.run(run + ["--output", "no/where"]).code == 73)
      try tool.write("x", to: "file")
      #expect(try tool.run(run + ["--output", "file", "--force"]).code == 73)
      #expect(try tool.names() == ["file", "out"])
      if FileManager.default.fileExists(atPath: "/dev/full") {
        let full = try tool.run(run + ["--respondent-scores", "/dev/full"])
        #expect(full.code == 73)
        #expect(full.messages.contains("No space left on device"))
      }
    }
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `73: a folder that may not be written to`() throws {
    try Tool.inFolder { tool in
      try FileManager.default.createDirectory(
        at: tool.url("locked"), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555])
      let outcome = try tool.run(["run", Self.published, "--output", "locked/out"] + Self.pilot)
      #expect(outcome.code == 73)
      #expect(outcome.messages.contains("Permission denied"))
    }
  }

  @Test func `78: an unknown survey, a bad plan`() throws {
    try Tool.inFolder { tool in
      let survey = try tool("run", Self.published, "--survey", "budgt")
      #expect(survey.code == 78)
      #expect(survey.messages.contains("budget"))
      #expect(try tool("survey", "show", "nothing").code == 78)
      try tool.write("rank_minimun: 3\n", to: "plan.yaml")
      let plan = try tool.run(["run", Self.published, "--plan", "plan.yaml"] + Self.pilot)
      #expect(plan.code == 78)
      #expect(plan.messages.contains("plan.yaml:1:1: error"))
      #expect(plan.messages.contains("rank_minimum"))
    }
  }
}
