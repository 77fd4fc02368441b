import Foundation
import Tabular
import TestSupport
import Testing

/// What a run writes for other programs.
struct OpenDataTests {
  private func prepare(_ tool: Tool) throws {
    try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
    #expect(
      try tool(
        "simulate", "--survey", "barriers-short", "--organisations", "4", "--respondents", "30", "--seed", "5",
        "--output", "a.csv"
      ).code == 0)
  }

  @Test func `a folder describes its tables, and the sums are those of the files, by the system's own program`() throws
  {
    try Tool.inFolder { tool in
      try prepare(tool)
      let rank = ["rank", "a.csv", "--survey", "barriers-short", "--plan", "plan.yaml", "--quiet"]
      #expect(try tool.run(rank + ["--output", "out"]).code == 0)
      let package = try JSONSerialization.jsonObject(with: Data(contentsOf: tool.url("out/datapackage.json")))
      let resources = try #require((package as? [String: Any])?["resources"] as? [[String: Any]])
      #expect(
        resources.compactMap { $0["path"] as? String } == [
          "codebook.csv", "gap-shares.csv", "pairwise.csv", "ranks.csv",
        ])
      for resource in resources {
        let path = try #require(resource["path"] as? String)
        let sum = try Self.sum(tool.url("out/\(path)").path(percentEncoded: false))
        #expect(resource["hash"] as? String == "sha256:\(sum)")
      }
      for name in ["import.R", "import.do", "import.sps"] { #expect(try !tool.text("out/\(name)").isEmpty) }
      #expect(try tool.text("out/manifest.json").contains("\"profile\": \"analysis\""))
      // Every file but the manifest is in the manifest.
      let manifest = try JSONSerialization.jsonObject(with: Data(contentsOf: tool.url("out/manifest.json")))
      let outputs = try #require((manifest as? [String: Any])?["outputs"] as? [[String: Any]])
      #expect(
        try Set(outputs.compactMap { $0["name"] as? String })
          == Set(tool.names(in: "out")).subtracting(["manifest.json"]))
    }
  }

  @Test func `for a spreadsheet only what a spreadsheet needs is different, and a workbook is the same each time`()
    throws
  {
    try Tool.inFolder { tool in
      try prepare(tool)
      let weigh = ["weigh", "a.csv", "--survey", "barriers-short", "--plan", "plan.yaml", "--quiet"]
      #expect(try tool.run(weigh + ["--output", "plain"]).code == 0)
      for out in ["one", "two"] {
        #expect(try tool.run(weigh + ["--output", out, "--profile", "excel", "--workbook"]).code == 0)
      }
      let workbook = try Data(contentsOf: tool.url("one/results.xlsx"))
      #expect(workbook.starts(with: [0x50, 0x4B]))
      #expect(try workbook == Data(contentsOf: tool.url("two/results.xlsx")))
      #expect(try tool.text("one/manifest.json") == tool.text("two/manifest.json"))
      let plain = try tool.text("plain/weights.csv").split(separator: "\n", omittingEmptySubsequences: false)
      let excel = try Data(contentsOf: tool.url("one/weights.csv"))
      #expect(excel.starts(with: [0xEF, 0xBB, 0xBF]))
      let lines = String(decoding: excel.dropFirst(3), as: UTF8.self).split(
        separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.count == plain.count)
      #expect(try tool.text("one/report.txt") == tool.text("plain/report.txt"))
      #expect(try tool.text("one/manifest.json").contains("\"profile\": \"excel\""))
    }
  }

  @Test func `a folder is described for an archive only with what nobody but its publisher can say`() throws {
    try Tool.inFolder { tool in
      try prepare(tool)
      let weigh = ["weigh", "a.csv", "--survey", "barriers-short", "--plan", "plan.yaml", "--quiet"]
      let crate = ["--ro-crate", "2026-11-21", "--licence", "For members.", "--publisher", "Exampleshire"]
      #expect(try tool.run(weigh + crate + ["--output", "out"]).code == 0)
      let document = try tool.text("out/ro-crate-metadata.json")
      #expect(document.contains("\"datePublished\": \"2026-11-21\"") && document.contains("For members."))
      let sum = try Self.sum(tool.url("out/ro-crate-metadata.json").path(percentEncoded: false))
      #expect(try tool.text("out/manifest.json").contains(sum))
      let refused: [([String], String)] = [
        (["--ro-crate", "2026-11-21", "--output", "no"], "needs --licence"),
        (["--ro-crate", "2026-11-21", "--licence", "x"], "needs --output"),
        (["--ro-crate", "2026-02-30", "--licence", "x", "--output", "no"], "--ro-crate 2026-02-30: expected the day"),
        (["--ro-crate", "2026-11-21", "--licence", " ", "--output", "no"], "needs --licence"),
        (["--licence", "x", "--output", "no"], "that --ro-crate describes"),
        (["--publisher", "x", "--output", "no"], "that --ro-crate describes"),
      ]
      for (arguments, words) in refused {
        let outcome = try tool.run(weigh + arguments)
        #expect(outcome.code == 64 && outcome.messages.contains(words), "\(arguments)")
        #expect(try !tool.names().contains("no"))
      }
    }
  }

  @Test func `the codebook has the label of everything measured and asked in every language of the survey`() throws {
    try Tool.inFolder { tool in
      try MarkedSurveys.write(to: tool.url("surveys"))
      let survey = tool.url("surveys/barriers-standard").path(percentEncoded: false)
      let table = try Table(
        name: "codebook.csv", bytes: Array(try tool("codebook", "--survey", survey).output.utf8))
      let kind = try #require(table.column(named: "kind"))
      let english = try #require(table.column(named: "label_en"))
      let welsh = try #require(table.column(named: "label_cy"))
      let name = try #require(table.column(named: "variable"))
      // The names of these are the program's words, not the survey's.
      let own = ["overall", "voice", "action", "now_cm", "now_de", "now_dl", "now_as"]
      let subjects = table.records.map(\.cells).filter { $0[kind] != "column" && !own.contains($0[name]) }
      #expect(subjects.count > 150)
      for cells in subjects { #expect(cells[welsh] == MarkedSurveys.marked(cells[english])) }
      // A profile's columns are measures and types of people.
      #expect(table.records.contains { $0.cells[kind] == "column" && $0.cells[welsh].contains("ŵŷ") })
    }
  }

  /// The SHA-256 sum of a file by coreutils.
  private static func sum(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sha256sum", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(String(decoding: output, as: UTF8.self).prefix(64))
  }
}
