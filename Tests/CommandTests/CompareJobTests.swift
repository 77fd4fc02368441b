import Foundation
import Survey
import Tabular
import TestSupport
import Testing

@testable import ReadinessCommand

/// `readiness compare` through the built program.
struct CompareJobTests {
  private static let waves = Repository.url("Surveys/examples/two-waves.csv").path()
  private static let quick = "draws: 100\npermutations: 99\n"

  /// A simulated cohort of 24 people and a plan with few draws.
  private func cohort(_ tool: Tool) throws -> [String] {
    try tool.write(Self.quick, to: "plan.yaml")
    let made = try tool(
      "simulate", "--survey", "barriers-short", "--organisations", "4", "--respondents", "24", "--seed", "3",
      "--output", "cohort.csv")
    #expect(made.code == 0)
    return ["cohort.csv", "--survey", "barriers-short", "--plan", "plan.yaml"]
  }

  private func table(_ text: String) throws -> Table { try Table(name: "comparisons.csv", bytes: Array(text.utf8)) }

  @Test func `compare and run give the same rows for the same plan`() throws {
    try Tool.inFolder { tool in
      let arguments = try cohort(tool) + ["--by", "roll_up, language"]
      #expect(try tool.run(["run"] + arguments + ["--output", "run"]).code == 0)
      #expect(try tool.run(["compare"] + arguments + ["--output", "compare", "--threads", "2"]).code == 0)
      let printed = try tool.run(["compare"] + arguments + ["--threads", "1"])
      #expect(printed.code == 0)
      let rows = try tool.text("run/comparisons.csv")
      #expect(try tool.text("compare/comparisons.csv") == rows)
      #expect(printed.output == rows)
      let by = try #require(try table(rows).column(named: "by"))
      #expect(Set(try table(rows).records.map { $0.cells[by] }) == ["roll_up", "language"])
      // What each family can show goes to standard error, and not with --quiet.
      #expect(printed.messages.contains("roll_up: "))
      #expect(try tool.run(["compare"] + arguments + ["--quiet"]).messages.isEmpty)
    }
  }

  @Test func `a folder is written whole, with sums that hold, or not at all`() throws {
    try Tool.inFolder { tool in
      let arguments = ["compare"] + (try cohort(tool)) + ["--output", "out"]
      let listed = try tool.run(arguments + ["--dry-run"])
      #expect(try tool.names() == ["cohort-truth.csv", "cohort.csv", "plan.yaml"])
      #expect(try tool.run(arguments).code == 0)
      let names = try tool.names(in: "out")
      #expect(listed.output.split(separator: "\n").map(String.init) == names)
      for name in [
        "codebook.csv", "comparisons.csv", "disclosure.csv", "manifest.json", "perception-gaps.csv", "report.html",
        "report.txt",
      ] {
        #expect(names.contains(name))
      }
      #expect(try tool.run(arguments).code == 73)
      #expect(try tool.run(arguments + ["--force"]).code == 0)
      let manifest = try #require(
        try JSONSerialization.jsonObject(with: Data(tool.text("out/manifest.json").utf8)) as? [String: Any])
      let outputs = try #require(manifest["outputs"] as? [[String: String]])
      #expect(outputs.compactMap { $0["name"] } == names.filter { $0 != "manifest.json" })
      for output in outputs {
        let name = try #require(output["name"])
        #expect(output["sha256"] == Checksum.sha256(Array(try tool.text("out/\(name)").utf8)))
      }
      let comparison = (manifest["plan"] as? [String: Any])?["comparison"] as? [String: Any]
      #expect(comparison?["null"] as? String == "automatic")
      #expect(try tool.text("out/report.txt").hasPrefix("WHO SEES IT DIFFERENTLY\n"))
    }
  }

  @Test func `two waves: rows of the same people, both waves named, no identifier anywhere`() throws {
    try Tool.inFolder { tool in
      let arguments = ["compare", Self.waves, "--survey", "barriers-short", "--waves", "2025,2026"]
      let outcome = try tool.run(arguments + ["--output", "out"])
      #expect(outcome.code == 0)
      #expect(outcome.messages.contains("60 people answered in both waves, “2025” and “2026”. They belong to 12 "))
      #expect(outcome.messages.contains("they answered once: 7 people in “2025” and 5 people in “2026”."))
      #expect(!outcome.messages.contains("rows of other waves"))
      let comparisons = try table(tool.text("out/comparisons.csv"))
      let places = try ["by", "group_a", "group_b", "method", "primary"].map { name in
        try #require(comparisons.column(named: name))
      }
      for record in comparisons.records where !record.cells[places[3]].isEmpty {
        #expect(Array(places[0...2]).map { record.cells[$0] } == ["wave", "2025", "2026"])
        #expect((record.cells[places[4]] == "1") == (record.cells[places[3]] == "signed_rank"))
      }
      for name in try tool.names(in: "out") {
        let words = try tool.text("out/\(name)").split { !$0.isLetter && !$0.isNumber }
        #expect(words.allSatisfy { !($0.count == 4 && $0.hasPrefix("w0")) }, "\(name)")
      }
      let manifest = try tool.text("out/manifest.json")
      #expect(manifest.contains("\"pair_by\": \"respondent_id\""))
      // A pipe is read once for both waves.
      let text = try String(contentsOf: URL(filePath: Self.waves), encoding: .utf8)
      let piped = try tool.run(
        ["compare", "-", "--survey", "barriers-short", "--waves", "2025,2026", "--quiet"], input: text)
      #expect(piped.output == (try tool.text("out/comparisons.csv")))
    }
  }

  @Test func `with --by groups are compared too, in the second wave`() throws {
    try Tool.inFolder { tool in
      try tool.write(Self.quick, to: "plan.yaml")
      let run = [
        "compare", Self.waves, "--survey", "barriers-short", "--by", "language", "--plan", "plan.yaml", "--quiet",
      ]
      let both = try tool.run(run + ["--waves", "2025,2026"])
      let second = try tool.run(run + ["--wave", "2026"])
      #expect(both.code == 0 && second.code == 0)
      let groups = second.output.split(separator: "\n").dropFirst()
      #expect(!groups.isEmpty)
      #expect(both.output.split(separator: "\n").suffix(groups.count) == groups)
    }
  }

  @Test func `the null distribution can be chosen`() throws {
    try Tool.inFolder { tool in
      let run = ["compare", Self.waves, "--survey", "barriers-short", "--waves", "2025,2026", "--quiet"]
      for (null, method) in [("exact", "exact"), ("asymptotic", "asymptotic"), ("permutation", "permutation:99999:")] {
        let rows = try table(tool.run(run + ["--null", null]).output)
        let places = try ["method", "p_method"].map { try #require(rows.column(named: $0)) }
        let primary = rows.records.filter { $0.cells[places[0]] == "signed_rank" }
        #expect(!primary.isEmpty)
        #expect(primary.allSatisfy { $0.cells[places[1]].hasPrefix(method) }, "\(null)")
      }
      #expect(try tool.run(run + ["--null", "guess"]).code == 64)
    }
  }

  @Test func `one JSON document holds comparisons, families and manifest`() throws {
    try Tool.inFolder { tool in
      let outcome = try tool.run(["compare"] + (try cohort(tool)) + ["--json"])
      let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      #expect(document["schema_version"] as? Int == 1)
      let results = try #require(document["results"] as? [String: Any])
      #expect((results["families"] as? [[String: Any]])?.first?["family"] as? String == "overall")
      #expect((results["comparisons"] as? [[String: Any]])?.isEmpty == false)
    }
  }

  @Test(arguments: [
    (["--waves", "2025,2027"], 64, "expected one of “2025”, “2026”; correct --waves [unknown-wave]"),
    (["--waves", "2025,year 2026"], 64, "found no row of the wave “year 2026”"),
    (["--waves", "2025"], 64, "expected two different waves"),
    (["--waves", "2025,2025"], 64, "expected two different waves"),
    (["--waves", "2025,2026", "--wave", "2025"], 64, "leave --wave out"),
    (["--pair-by", "respondent_id"], 64, "--pair-by needs the two waves"),
    (["--waves", "2025,2026", "--pair-by", "staff_no"], 64, "“staff_no”"),
    (["--waves", "2025,2026", "--pair-by", "language"], 65, "have the same language"),
    (["--wave", "2025", "--measures", "overal"], 64, "Did you mean “overall”?"),
    (["--wave", "2025", "--by", "roll_up", "--order", "grade=a,b"], 64, "name the column in --by too"),
    (["--wave", "2025", "--by", "roll_up", "--order", "roll_up=citizen,provder"], 64, "did you mean “provider”?"),
    (["--wave", "2025", "--order", "roll_up"], 64, "expected a column and its groups"),
    (["--wave", "2025", "--by", "shoe_size"], 64, "shoe_size"), ([], 65, "several-waves"),
  ])
  func `what cannot be done is refused with a reason`(options: [String], code: Int32, reason: String) throws {
    try Tool.inFolder { tool in
      let outcome = try tool.run(["compare", Self.waves, "--survey", "barriers-short"] + options)
      #expect(outcome.code == code)
      #expect(outcome.output.isEmpty)
      let words = outcome.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains(reason), "\(words)")
    }
  }

  @Test func `chosen measures are adjusted among themselves, and a survey without barriers is refused`() throws {
    try Tool.inFolder { tool in
      let outcome = try tool(
        "compare", Self.waves, "--survey", "barriers-short", "--waves", "2025,2026", "--measures", "d02,d09", "--json")
      let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let results = try #require(document["results"] as? [String: Any])
      let rows = try #require(results["comparisons"] as? [[String: Any]])
      #expect(rows.compactMap { $0["measure"] as? String } == ["d02", "d02", "d02", "d09", "d09", "d09"])
      // The rows to read, not those beside them, which are adjusted among themselves.
      let p = rows.filter { $0["primary"] as? Int == 1 }.compactMap { $0["p_adjusted"] as? Double }
      // R: 8.6e-9 and 9.9e-6 before adjustment; told in one digit, rounded up, where few stayed as they were.
      #expect(p.count == 2 && p[0] < 2e-8 && p[1] < 1.001e-5)
      #expect((results["pairing"] as? [String: Any])?["both"] as? Int == 60)
      let budget = Repository.url("Surveys/examples/budget_responses.csv").path()
      let refused = try tool("compare", budget, "--survey", "budget")
      #expect(refused.code == 64)
      #expect(refused.messages.contains("rates no barriers"))
    }
  }

  @Test func `an unknown wave is answered with the nearest one`() throws {
    try Tool.inFolder { tool in
      let text = try String(contentsOf: URL(filePath: Self.waves), encoding: .utf8)
      try tool.write(
        text.replacing(",en,2025,", with: ",en,before,").replacing(",en,2026,", with: ",en,after,"), to: "a.csv")
      let outcome = try tool("compare", "a.csv", "--survey", "barriers-short", "--waves", "befor,after")
      #expect(outcome.code == 64)
      #expect(outcome.messages.contains("did you mean “before”?; correct --waves [unknown-wave]"))
    }
  }

  @Test func `identifiers that are missing are faults with their place`() throws {
    try Tool.inFolder { tool in
      let text = try String(contentsOf: URL(filePath: Self.waves), encoding: .utf8)
      try tool.write(text.replacing("w002,", with: ","), to: "a.csv")
      let outcome = try tool("compare", "a.csv", "--survey", "barriers-short", "--waves", "2025,2026")
      #expect(outcome.code == 65)
      #expect(outcome.messages.contains("a.csv:3:respondent_id: error: found an empty cell"))
    }
  }
}
