import Foundation
import Survey
import Tabular
import TestSupport
import Testing

@testable import ReadinessCommand

/// Whole runs through the built program.
struct RunJobTests {
  private static let published = Repository.url("Surveys/examples/budget_responses.csv").path()
  private static let pilot = ["--survey", "budget", "--disclosure", "pilot", "--consent", "a published table"]
  /// Few draws: these tests are about files, not about numbers.
  private static let quick = "draws: 100\npermutations: 99\n"

  private func cohort(_ tool: Tool) throws -> [String] {
    try tool.write(Self.quick, to: "plan.yaml")
    let made = try tool(
      "simulate", "--survey", "barriers-short", "--organisations", "4", "--respondents", "30", "--seed", "3",
      "--output", "cohort.csv")
    #expect(made.code == 0)
    return ["run", "cohort.csv", "--survey", "barriers-short", "--plan", "plan.yaml"]
  }

  @Test func `the published averages are reproduced through the command`() throws {
    try Tool.inFolder { tool in
      #expect(try tool.run(["run", Self.published, "--output", "out"] + Self.pilot).code == 0)
      let table = try Table(name: "allocations.csv", bytes: Array(tool.text("out/allocations.csv").utf8))
      let mean = try #require(table.column(named: "mean"))
      let means = table.records.compactMap { Double($0.cells[mean]) }
      // Beyond Engagement, the column AVG of the budget table (Governance International, 2017).
      #expect(means.map { $0.rounded() } == [6, 19, 23, 9, 9, 9, 11, 2, 1, 1, 11])
      #expect(means == [6.25, 18.75, 23.125, 8.75, 8.75, 8.75, 11.25, 1.875, 0.6875, 0.5625, 11.25])
    }
  }

  /// Domain reference, section on the fragile ranking of the published table: each of its sentences, from the command itself.
  @Test func `what is said of the published table is said by the command`() throws {
    try Tool.inFolder { tool in
      #expect(try tool.run(["run", Self.published, "--output", "out"] + Self.pilot).code == 0)
      let text = try tool.text("out/report.txt").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let training = "“Training frontline staff on how to make co-production more successful”"
      let enabling = "“More staff who can enable service users to co-produce”"
      for sentence in [
        "By the mean over 8 respondents \(enabling) leads with 23.1 of 100 points, ahead of \(training) with 18.8.",
        "Leaving out any one of the 8 respondents changes the leader in 1 of 8 cases, to \(training).",
        "Without the one respondent who put 80.0 of 100 points on one factor, \(training) has 18.6 and \(enabling) 15.0.",
        "With each of the 6 organisations counted equally \(training) leads with 17.2 of 100 points, ahead of \(enabling) "
          + "with 16.4.",
        "By medians instead of means \(training) and \(enabling) tie for first with 20.0 of 100 points each.",
        "Commissioners (5) and all others (3), taken apart, do not share a leader.",
        "The leader is not the same when one respondent is left out (1 of 8 cases), when organisations count equally, or when "
          + "medians are taken instead of means.",
        "“Better ICT” and “Better technology (other than ICT)” drew least: together 1.25 of 100 points.",
        "“Commissioners” and “Third sector” (5 and 2 people): 28.9 of 100 points would have to move",
        "11 choices are at the limit of what people can weigh against each other at once",
      ] { #expect(text.contains(sentence), "\(sentence)") }
    }
  }

  @Test func `a cohort: every file, the same bytes for any number of threads, sums that hold`() throws {
    try Tool.inFolder { tool in
      let run = try cohort(tool)
      #expect(try tool.run(run + ["--output", "one", "--threads", "1"]).code == 0)
      #expect(try tool.run(run + ["--output", "two", "--threads", "2"]).code == 0)
      let names = try tool.names(in: "one")
      #expect(try tool.names(in: "two") == names)
      for name in names { #expect(try tool.text("one/\(name)") == tool.text("two/\(name)"), "\(name)") }
      for name in [
        "allocations.csv", "codebook.csv", "comparisons.csv", "distributions.csv", "manifest.json", "profiles.csv",
        "report.txt", "scores.csv", "weights.csv", "profile-organisation-01.txt",
      ] { #expect(names.contains(name), "\(name)") }
      try checkManifest(tool, names: names)
      try checkNumbers(tool, names: names)
      try checkIdentifiers(tool, names: names)
    }
  }

  @Test func `a choice of bars, the default's too, is said to change nothing where none is drawn`() throws {
    try Tool.inFolder { tool in
      let budget = ["run", Self.published, "--dry-run"] + Self.pilot
      let run = try cohort(tool) + ["--dry-run"]
      #expect(try !tool.run(run).messages.contains("--likert"))
      for style in ["stacked", "diverging"] {
        let few = try tool.run(run + ["--likert", style]).messages
        #expect(few.contains("--likert changes nothing: too few people gave some of the answers"))
        let none = try tool.run(budget + ["--likert", style]).messages
        #expect(none.contains("--likert changes nothing: the survey has no sentences to agree with"))
      }
    }
  }

  private func checkManifest(_ tool: Tool, names: [String]) throws {
    let text = try tool.text("one/manifest.json")
    let manifest = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let outputs = try #require(manifest["outputs"] as? [[String: String]])
    #expect(outputs.compactMap { $0["name"] } == names.filter { $0 != "manifest.json" })
    for output in outputs {
      let name = try #require(output["name"])
      #expect(output["sha256"] == Checksum.sha256(Array(try tool.text("one/\(name)").utf8)))
    }
    let inputs = try #require(manifest["inputs"] as? [[String: String]])
    #expect(inputs.compactMap { $0["name"] } == ["cohort.csv", "plan.yaml"])
    #expect(inputs.first?["sha256"] == Checksum.sha256(Array(try tool.text("cohort.csv").utf8)))
    #expect((manifest["rows"] as? [String: Any])?["used"] as? Int == 30)
    for word in [tool.folder.path(), "thread", ProcessInfo.processInfo.hostName] where word.count > 3 {
      #expect(!text.contains(word), "\(word)")
    }
  }

  private func checkNumbers(_ tool: Tool, names: [String]) throws {
    for name in names where name.hasSuffix(".csv") && name != "codebook.csv" {
      let table = try Table(name: name, bytes: Array(tool.text("one/\(name)").utf8))
      for record in table.records {
        for cell in record.cells { #expect(!["nan", "-nan", "inf", "-inf"].contains(cell.lowercased()), "\(name)") }
      }
      guard let status = table.column(named: "status"), let value = table.column(named: "value") else { continue }
      for record in table.records { #expect((record.cells[status] == "ok") == !record.cells[value].isEmpty) }
    }
  }

  private func checkIdentifiers(_ tool: Tool, names: [String]) throws {
    let answers = try Table(name: "cohort.csv", bytes: Array(tool.text("cohort.csv").utf8))
    let ids = Set(answers.records.map { $0.cells[0] })
    for name in names {
      let words = try tool.text("one/\(name)").split { !$0.isLetter && !$0.isNumber }.map(String.init)
      #expect(ids.isDisjoint(with: words), "\(name)")
    }
  }

  @Test func `one organisation gets its page, printed or written`() throws {
    try Tool.inFolder { tool in
      let run = try cohort(tool) + ["--only", "Organisation 01"]
      let printed = try tool.run(run)
      #expect(printed.code == 0)
      #expect(printed.output.hasPrefix("READINESS PROFILE\nOrganisation 01\n"))
      #expect(try tool.run(run + ["--output", "out"]).code == 0)
      #expect(
        try tool.names(in: "out") == [
          "codebook.csv", "datapackage.json", "import.R", "import.do", "import.sps", "manifest.json",
          "profile-organisation-01.html", "profile-organisation-01.txt",
          "profiles.csv",
          "scores.csv",
        ])
      #expect(try tool.text("out/profile-organisation-01.txt") == printed.output)
      for name in try tool.names(in: "out") { #expect(!(try tool.text("out/\(name)").contains("Organisation 02"))) }
    }
  }

  @Test func `a dry run lists the files and writes none`() throws {
    try Tool.inFolder { tool in
      let outcome = try tool.run(["run", Self.published, "--output", "out", "--dry-run"] + Self.pilot)
      #expect(outcome.code == 0)
      #expect(Set(outcome.output.split(separator: "\n")).isSuperset(of: ["report.html", "report.txt"]))
      #expect(try tool.names() == [])
    }
  }

  @Test func `standard input is read, and the whole result is one JSON document`() throws {
    try Tool.inFolder { tool in
      let text = try String(contentsOf: URL(filePath: Self.published), encoding: .utf8)
      let outcome = try tool.run(["run", "-", "--json"] + Self.pilot, input: text)
      #expect(outcome.code == 0)
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      #expect(document["schema_version"] as? Int == 1)
      let results = try #require(document["results"] as? [String: [[String: Any]]])
      #expect(results["allocations"]?.count == 11)
      let reports = try #require(document["reports"] as? [[String: Any]])
      #expect(reports.first?["name"] as? String == "report")
      #expect(reports.count == 1 + (results["profiles"]?.count ?? 0))
      let inputs = (document["manifest"] as? [String: Any])?["inputs"] as? [[String: String]]
      #expect(inputs?.first?["name"] == "stdin")
      #expect(inputs?.first?["sha256"] == Checksum.sha256(Array(text.utf8)))
    }
  }

  @Test func `scores of persons carry ids only when they are asked for`() throws {
    try Tool.inFolder { tool in
      let run = try cohort(tool) + ["--disclosure", "pilot", "--consent", "made up", "--quiet"]
      #expect(try tool.run(run + ["--respondent-scores", "a.csv"]).code == 0)
      #expect(try tool.run(run + ["--respondent-scores", "b.csv", "--keep-ids"]).code == 0)
      let plain = try Table(name: "a.csv", bytes: Array(tool.text("a.csv").utf8))
      let named = try Table(name: "b.csv", bytes: Array(tool.text("b.csv").utf8))
      #expect(plain.headings.prefix(3) == ["organisation", "respondent_type", "overall"])
      #expect(named.headings == ["respondent_id"] + plain.headings)
      #expect(plain.records.count == 30)
      #expect(named.records.map { Array($0.cells.dropFirst()) } == plain.records.map(\.cells))
    }
  }
}
