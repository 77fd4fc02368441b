import Foundation
import Readiness
import Survey
import TestSupport
import Testing

@testable import ReadinessCommand

/// What is read is never written over, is read once, and is named by the option that asked for it.
struct ReadingTests {
  private static let rows = """
    respondent_id,organisation,respondent_type,b01,b02,b03,b04,b05,b06,b07,b08,b09,b10,b11
    p1,A,carer,100,,,,,,,,,,
    p2,A,carer,,100,,,,,,,,,
    """

  @Test(.timeLimit(.minutes(1))) func `a pipe is read once, and the sum is that of what was read`() throws {
    try Tool.inFolder { tool in
      let path = tool.url("pipe").path()
      #expect(mkfifo(path, 0o600) == 0)
      Thread.detachNewThread {
        try? FileHandle(forWritingTo: URL(filePath: path)).write(contentsOf: Data(Self.rows.utf8))
      }
      let instrument = try Instrument(folder: Repository.url("Surveys/budget"))
      let reading = Reading(files: [path], survey: "budget", options: IntakeOptions()).keepingPipes()
      for _ in 1...2 {
        let (responses, inputs) = try reading.responses(to: instrument)
        #expect(responses.count == 2)
        #expect(
          inputs == [Reading.Input(role: "responses", name: "pipe", sha256: Checksum.sha256(Array(Self.rows.utf8)))])
      }
    }
  }

  @Test func `a file that is named twice is wrong use, whatever paths name it`() throws {
    try Tool.inFolder { tool in
      try tool.write(Self.rows, to: "a.csv")
      let outcome = try tool("check", "a.csv", "./a.csv", "--survey", "budget")
      #expect(outcome.code == 64)
      #expect(outcome.messages.contains("./a.csv is given twice"))
    }
  }

  @Test func `force spares the survey that is read`() throws {
    try Tool.inFolder { tool in
      try tool.write(Self.rows, to: "a.csv")
      try FileManager.default.createDirectory(at: tool.url("k"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Repository.url("Surveys/budget"), to: tool.url("k/mine"))
      try tool.write(#"{"tool": {"name": "readiness"}}"#, to: "k/manifest.json")
      for survey in ["k/mine", "k/mine/survey.yaml"] {
        let outcome = try tool("run", "a.csv", "--survey", survey, "--output", "k", "--force")
        #expect(outcome.code == 73)
        #expect(outcome.messages.contains("holds the input"))
      }
      let library = try tool(
        "weigh", "a.csv", "--survey", "mine", "--output", "k", "--force",
        environment: ["READINESS_SURVEYS": tool.url("k").path()])
      #expect(library.code == 73)
      #expect(try tool.names(in: "k") == ["manifest.json", "mine"])
    }
  }

  @Test func `scores of people go neither over the answers nor where there is no folder`() throws {
    try Tool.inFolder { tool in
      try tool.write(Self.rows, to: "a.csv")
      let run = ["run", "a.csv", "--survey", "budget", "--disclosure", "pilot", "--consent", "made up", "--force"]
      let over = try tool.run(run + ["--respondent-scores", "./a.csv"])
      #expect(over.code == 73 && over.messages.contains("is an input of this run"), "\(over.messages)")
      #expect(try tool.text("a.csv") == Self.rows)
      let nowhere = try tool.run(run + ["--output", "k", "--respondent-scores", "no/p.csv"])
      #expect(nowhere.code == 73 && nowhere.messages.contains("Make it first"), "\(nowhere.messages)")
      #expect(try tool.names() == ["a.csv"])
      let inside = try tool.run(run + ["--output", "k", "--respondent-scores", "k/p.csv"])
      #expect(inside.code == 0, "\(inside.messages)")
      #expect(try tool.names(in: "k").contains("p.csv"))
    }
  }

  @Test(arguments: [
    (["check", "a.csv", "--survey", "budget", "--group", "nope"], "that --group names"),
    (["run", "a.csv", "--survey", "budget", "--by", "b01"], "--by b01: that is a question of the survey budget"),
    (["run", "a.csv", "--survey", "budget", "--by", "region"], "that --by names"),
    (["quality", "a.csv", "--survey", "budget", "--seconds", "took"], "that --seconds names"),
    (
      [
        "benchmark", "add", "a.csv", "--survey", "barriers-short", "--store", "b.sqlite", "--method", "all",
        "--date-column",
        "day",
      ], "that --date-column names"
    ),
    (["run", "a.csv", "--survey", "budget", "--consent", "why"], "it goes with --disclosure pilot"),
    (["run", "a.csv", "--survey", "budget", "--force"], "Add --output"),
    (["weigh", "a.csv", "--survey", "budget", "--workbook"], "--workbook"),
    (["run", "a.csv", "--survey", "budget", "--profile", "excel"], "--profile"),
    (
      ["run", "a.csv", "--survey", "budget", "--aggregation", "foo"],
      "or owa:NUMBERS (worst first, with commas). readiness weigh"
    ),
    (["rank", "a.csv", "--survey", "barriers-short", "--target", "80"], "--target"),
    (["robustness", "a.csv", "--survey", "barriers-short", "--base", "7"], "expected a power of two from 8 to 65,536"),
    (["simulate", "--survey", "budget", "--missing", "nan"], "--missing nan: expected a share"),
    (["simulate", "--survey", "budget", "--force"], "--force"),
    (["power", "--groups", "5,3", "--force"], "--force"),
    (
      ["survey", "show", "budget", "--language", "cy"],
      "--language cy: the survey “budget” is not in that language, only in en."
    ),
  ])
  func `what would be dropped or misread is wrong use`(arguments: [String], words: String) throws {
    try Tool.inFolder { tool in
      let isBudget = arguments.contains("budget")
      try tool.write(
        isBudget ? Self.rows : "respondent_id,organisation,respondent_type,d01q1\np1,A,carer,3\n", to: "a.csv")
      let outcome = try tool.run(arguments)
      #expect(outcome.code == 64)
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
      #expect(outcome.output.isEmpty)
      #expect(try tool.names() == ["a.csv"])
    }
  }

  @Test func `a folder of surveys that is not there is named by its variable`() throws {
    try Tool.inFolder { tool in
      for command in [["survey", "list"], ["run", "a.csv", "--survey", "budget"]] {
        let outcome = try tool.run(command, environment: ["READINESS_SURVEYS": "/nonexistent"])
        #expect(outcome.code == 78)
        #expect(outcome.output.isEmpty)
        #expect(outcome.messages.contains("READINESS_SURVEYS: error: found “/nonexistent”"))
      }
    }
  }

  @Test func `a table that is printed is written for its profile`() throws {
    try Tool.inFolder { tool in
      try tool.write(Self.rows, to: "a.csv")
      let weigh = ["weigh", "a.csv", "--survey", "budget", "--quiet"]
      let plain = try tool.run(weigh)
      #expect(plain.code == 0, "\(plain.messages)")
      #expect(!plain.output.utf8.contains(13))
      let excel = try tool.run(weigh + ["--profile", "excel"])
      #expect(excel.code == 0 && excel.output.utf8.contains(13))
    }
  }

  @Test func `one file and one row are not said in the plural`() throws {
    try Tool.inFolder { tool in
      let lines = Self.rows.split(separator: "\n")
      try tool.write("\(lines[0])\n\(lines[1])\n", to: "one.csv")
      #expect(try tool("check", "one.csv", "--survey", "budget").output == "one.csv: 1 row, 1 used\nNo faults.\n")
      try tool.write("\(lines[0])\n\(lines[1])\np2,A,carer,50\n", to: "two.csv")
      let two = try tool("check", "two.csv", "--survey", "budget", "--set-aside")
      #expect(two.output.hasSuffix("\n1 row with faults.\n"))
    }
  }

  @Test func `rows that are set aside are not sought in a file that is not written`() throws {
    try Tool.inFolder { tool in
      try tool.write(Self.rows + "\np3,A,carer,50,,,,,,,,,,\n", to: "a.csv")
      let run = ["run", "a.csv", "--survey", "budget", "--disclosure", "pilot", "--consent", "made up", "--set-aside"]
      let one = try tool.run(run + ["--only", "A", "--output", "one"])
      #expect(one.code == 0 && one.messages.contains("“readiness check --set-aside” says why"), "\(one.messages)")
      #expect(try !tool.names(in: "one").contains("set-aside.csv"))
      let all = try tool.run(run + ["--output", "all"])
      #expect(all.messages.contains("; set-aside.csv says why"))
      for report in [try tool.text("all/report.txt"), try tool.run(run).output] {
        let text = report.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(!text.contains("See set-aside.csv"))
      }
    }
  }

  @Test func `a plan that weighs some barriers only is refused, as a file of weights is`() throws {
    try Tool.inFolder { tool in
      try tool.write("dimension_weights: {d01: 2}\n", to: "plan.yaml")
      let outcome = try tool("run", "a.csv", "--survey", "barriers-short", "--plan", "plan.yaml")
      #expect(outcome.code == 78)
      #expect(outcome.messages.contains("no weight for d02, d03"), "\(outcome.messages)")
    }
  }

  @Test(arguments: ["dont_know", "items", "overall"]) func `every family that help names can be chosen`(family: String)
    throws
  {
    let instrument = try Instrument(folder: Repository.url("Surveys/barriers-short"))
    let reading = Reading(files: ["a.csv"], survey: "barriers-short", options: IntakeOptions())
    let settings = try PlanSettings(PlanChoices(measures: [family]), reading: reading, instrument: instrument)
    #expect(settings.plan.comparison.measures == [family])
  }
}
