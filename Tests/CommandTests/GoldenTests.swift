import Foundation
import TestSupport
import Testing

/// Whole outputs, byte by byte. `RECORD_GOLDEN=1` writes them anew and still fails, so that a recording is always looked at.
struct GoldenTests {
  @Test func `the published budget responses`() throws {
    try compare(
      "budget",
      [
        "run", Repository.url("Surveys/examples/budget_responses.csv").path(), "--survey", "budget", "--disclosure",
        "pilot",
        "--consent", "A published table: Governance International, 2017",
      ],
      files: [
        "report.txt", "report.html", "allocations.csv", "weights.csv", "profiles.csv", "profile-surrey-cc.txt",
        "profile-surrey-cc.html", "codebook.csv", "reports.json",
      ])
  }

  @Test func `a simulated cohort`() throws {
    try compare(
      "cohort",
      ["run", "cohort.csv", "--survey", "barriers-short", "--plan", "plan.yaml"],
      files: [
        "report.txt", "profiles.csv", "comparisons.csv", "manifest.json", "profile-organisation-01.txt",
        "profile-organisation-01.html", "datapackage.json", "import.R", "import.do", "import.sps",
      ]
    ) { tool in
      try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
      #expect(
        try tool(
          "simulate", "--survey", "barriers-short", "--organisations", "5", "--respondents", "40", "--seed", "7",
          "--output", "cohort.csv"
        ).code == 0)
    }
  }

  /// What `--json` says of the pages, without the tables, as another program writes it again.
  private func keepReports(_ tool: Tool, _ arguments: [String]) throws {
    let outcome = try tool.run(arguments + ["--json", "--quiet", "--only", "Surrey CC"])
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let reports = try #require(document?["reports"])
    try JSONSerialization.data(
      withJSONObject: reports, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    )
    .write(to: tool.url("out/reports.json"))
  }

  private func compare(
    _ name: String, _ arguments: [String], files: [String], prepare: (Tool) throws -> Void = { _ in }
  ) throws {
    let golden = Repository.url("Tests/References/golden/\(name)")
    let recording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
    try Tool.inFolder { tool in
      try prepare(tool)
      #expect(try tool.run(arguments + ["--output", "out", "--quiet"]).code == 0)
      if files.contains("reports.json") { try keepReports(tool, arguments) }
      for file in files {
        let now = try Data(contentsOf: tool.url("out/\(file)"))
        let url = golden.appending(path: file)
        if recording {
          try FileManager.default.createDirectory(at: golden, withIntermediateDirectories: true)
          try now.write(to: url)
        }
        let then = try? Data(contentsOf: url)
        #expect(now == then, "\(name)/\(file) is not what was recorded")
      }
    }
    #expect(!recording, "recorded \(name): look at the changes, then run without RECORD_GOLDEN")
  }
}
