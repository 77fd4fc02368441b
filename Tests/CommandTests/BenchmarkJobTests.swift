import Foundation
import Tabular
import TestSupport
import Testing

@testable import ReadinessCommand

/// `readiness benchmark` through the built program.
struct BenchmarkJobTests {
  private static let survey = ["--survey", "barriers-short"]

  /// Answers of made-up organisations whose names begin as given.
  private func simulate(
    _ tool: Tool, _ file: String, organizations: Int, people: Int, seed: Int, named name: String = "Organisation",
    survey: String = "barriers-short"
  ) throws {
    let made = try tool(
      "simulate", "--survey", survey, "--organisations", "\(organizations)", "--respondents", "\(people)", "--seed",
      "\(seed)", "--output", file)
    #expect(made.code == 0)
    try tool.write(try tool.text(file).replacingOccurrences(of: "Organisation ", with: "\(name) "), to: file)
  }

  private func add(_ tool: Tool, _ file: String, days: String = "2026-03-01,2026-03-31") throws -> Tool.Outcome {
    try tool.run(
      ["benchmark", "add", file, "--store", "b.sqlite", "--collected", days, "--method", "a link to all staff"]
        + Self.survey)
  }

  private func compare(_ tool: Tool, _ file: String, _ more: String..., survey: String = "barriers-short") throws
    -> Tool.Outcome
  {
    try tool.run(
      ["benchmark", "compare", file, "--store", "b.sqlite", "--collected", "2026-05-01", "--survey", survey] + more)
  }

  private func records(_ text: String) throws -> [[String: String]] {
    let table = try Table(name: "table.csv", bytes: Array(text.utf8))
    let names = table.headings
    return table.records.map { record in
      Dictionary(zip(names, record.cells), uniquingKeysWith: { first, _ in first })
    }
  }

  @Test
  func `add, list and compare: a page with a number first, a table that is in the codebook, the same bytes again`()
    throws
  {
    try Tool.inFolder { tool in
      try simulate(tool, "peers.csv", organizations: 16, people: 160, seed: 3)
      try simulate(tool, "own.csv", organizations: 1, people: 14, seed: 9, named: "Own")
      let added = try add(tool, "peers.csv")
      #expect(added.code == 0)
      let list = try records(tool("benchmark", "list", "--store", "b.sqlite").output)
      #expect(list.count >= 10 && added.messages.contains("\(list.count) organisations were added"))
      #expect(list.allSatisfy { (Int($0["n"] ?? "") ?? 0) >= 5 && $0["method"] == "a link to all staff" })

      #expect(try compare(tool, "own.csv", "--freeze", "w1", "--output", "out").code == 0)
      #expect(
        try tool.names(in: "out") == [
          "benchmark.csv", "codebook.csv", "datapackage.json", "import.R", "import.do", "import.sps", "manifest.json",
          "report.html", "report.txt",
        ])
      let page = try tool.text("out/report.txt")
      #expect(page.hasPrefix("BESIDE THE PEERS\n"))
      #expect(page.contains("> Own 01 scores higher than ") && page.contains("frozen under the name “w1”"))
      #expect(!page.contains("Organisation 0"))
      let rows = try records(tool.text("out/benchmark.csv"))
      #expect(rows.count == 21 && rows[0]["measure"] == "overall")
      // A peer may have too few people with an overall score.
      #expect((list.count - 2...list.count).contains(Int(rows[0]["peers"] ?? "") ?? 0))
      let codebook = try records(tool.text("out/codebook.csv")).filter { $0["file"] == "benchmark.csv" }
      #expect(codebook.map { $0["variable"] ?? "" } == tool.headings(of: try tool.text("out/benchmark.csv")))
      #expect(!(try tool.text("out/benchmark.csv")).contains("Organisation"))

      // More peers change nothing for frozen ones, on any number of threads, and no day is in the output.
      try simulate(tool, "more.csv", organizations: 8, people: 90, seed: 4, named: "Later")
      #expect(try add(tool, "more.csv").code == 0)
      let again = try compare(tool, "own.csv", "--peers", "w1", "--threads", "1", "--on", "2031-01-01")
      #expect(again.output == (try tool.text("out/benchmark.csv")))
      #expect(try compare(tool, "own.csv", "--peers", "w1", "--output", "same", "--on", "2031-01-01").code == 0)
      for name in try tool.names(in: "out") {
        #expect(try tool.text("same/\(name)") == tool.text("out/\(name)"), "\(name)")
      }
      #expect(try tool.text("out/manifest.json").contains("\"role\": \"peers\""))
      #expect(try compare(tool, "own.csv").output != again.output)
    }
  }

  @Test func `unlike forms, wrong names, missing days and stores that are none end with their codes and words`() throws
  {
    try Tool.inFolder { tool in
      try simulate(tool, "peers.csv", organizations: 6, people: 60, seed: 3)
      try simulate(tool, "full.csv", organizations: 1, people: 9, seed: 3, survey: "barriers-standard")
      #expect(try compare(tool, "peers.csv").code == 66)
      #expect(try add(tool, "peers.csv").code == 0)
      let unlike = try compare(tool, "full.csv", survey: "barriers-standard")
      #expect(unlike.code == 65 && unlike.output.isEmpty)
      #expect(unlike.messages.contains("b.sqlite: error: none of its"))
      #expect(unlike.messages.contains("of the form “short” and of the form “standard” are different measures"))
      let twice = try add(tool, "peers.csv")
      #expect(twice.code == 65 && twice.messages.contains("these overlap; remove the record first"))
      let peers = try compare(tool, "peers.csv", "--peers", "w1")
      #expect(peers.code == 64 && peers.messages.contains("no peers are frozen under the name “w1”"))
      #expect(try compare(tool, "peers.csv", "--organisation", "Organisation 99").code == 64)
      #expect(try tool.run(["benchmark", "compare", "peers.csv", "--store", "b.sqlite"] + Self.survey).code == 64)
      #expect(try add(tool, "peers.csv", days: "2026-04-31").code == 64)
      #expect(try tool("benchmark", "remove", "--store", "b.sqlite", "--organisation", "Nobody").code == 64)
      let notOurs = try tool("benchmark", "list", "--store", "peers.csv")
      #expect(notOurs.code == 65 && notOurs.messages.contains("not a store of benchmarks"))
      #expect(try tool("benchmark", "list", "--store", ".").code == 65)
      let first = try records(tool("benchmark", "list", "--store", "b.sqlite").output)[0]["organisation"] ?? ""
      #expect(try tool("benchmark", "remove", "--store", "b.sqlite", "--organisation", first).code == 0)
      #expect(try !tool("benchmark", "list", "--store", "b.sqlite").output.contains(first))
    }
  }

  @Test func `a late reply is held back after a release, and a dry run notes nothing`() throws {
    try Tool.inFolder { tool in
      try simulate(tool, "peers.csv", organizations: 16, people: 160, seed: 3)
      try simulate(tool, "own.csv", organizations: 1, people: 14, seed: 9, named: "Own")
      #expect(try add(tool, "peers.csv").code == 0)
      let lines = try tool.text("own.csv").split(separator: "\n", omittingEmptySubsequences: false)
      try tool.write(lines.dropLast(3).joined(separator: "\n") + "\n", to: "early.csv")
      #expect(try compare(tool, "own.csv", "--dry-run").code == 0)
      #expect(
        try tool("benchmark", "list", "--store", "b.sqlite", "--releases").output.split(separator: "\n").count == 1)
      #expect(try compare(tool, "early.csv").messages.contains("held back") == false)
      let late = try compare(tool, "own.csv")
      #expect(late.code == 0 && late.messages.contains("Own 01 is held back"))
      #expect(try records(late.output).allSatisfy { $0["status"] != "ok" && $0["n"] == "" && $0["value"] == "" })
      let releases = try records(tool("benchmark", "list", "--store", "b.sqlite", "--releases").output)
      #expect(Set(releases.map { $0["release"] ?? "" }) == ["1"])
    }
  }

  @Test func `two processes at once both add, and neither breaks the store`() throws {
    try Tool.inFolder { tool in
      let names = ["East", "West", "North"]
      for (place, name) in names.enumerated() {
        try simulate(tool, "\(name).csv", organizations: 6, people: 60, seed: place + 1, named: name)
      }
      let processes = try names.map { name in
        try tool.start(
          ["benchmark", "add", "\(name).csv", "--store", "b.sqlite", "--collected", "2026-03-01", "--method", "a link"]
            + Self.survey)
      }
      for process in processes { process.waitUntilExit() }
      #expect(processes.map(\.terminationStatus) == [0, 0, 0])
      let list = try records(tool("benchmark", "list", "--store", "b.sqlite").output)
      for name in names { #expect(list.contains { $0["organisation"]?.hasPrefix(name) == true }, "\(name)") }
      #expect(Set(list.map { $0["record"] ?? "" }).count == list.count)
    }
  }

  @Test func `a process that is killed while adding leaves all of it or nothing, and what was there stays`() throws {
    try Tool.inFolder { tool in
      try simulate(tool, "few.csv", organizations: 6, people: 60, seed: 3)
      try simulate(tool, "many.csv", organizations: 40, people: 400, seed: 4, named: "Many")
      let arguments = ["many.csv", "--collected", "2026-03-01", "--method", "a link"] + Self.survey
      let whole = try tool.run(["benchmark", "add", "--dry-run", "--store", "x.sqlite"] + arguments).output
      for delay in [0, 3_000, 30_000] {
        try? FileManager.default.removeItem(at: tool.url("b.sqlite"))
        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(at: tool.url("b.sqlite\(end)")) }
        #expect(try add(tool, "few.csv").code == 0)
        let before = try tool("benchmark", "list", "--store", "b.sqlite").output
        let process = try tool.start(["benchmark", "add", "--store", "b.sqlite"] + arguments)
        // The log is there from the moment in which the store is opened.
        while process.isRunning, !FileManager.default.fileExists(atPath: tool.url("b.sqlite-wal").path()) {
          usleep(100)
        }
        usleep(UInt32(delay))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let after = try tool("benchmark", "list", "--store", "b.sqlite")
        #expect(after.code == 0 && after.output.contains("Organisation 0"))
        let lines = after.output.split(separator: "\n")
        let added = lines.filter { $0.contains("Many") }.count
        #expect([0, whole.split(separator: "\n").count].contains(added))
        #expect(lines.count - added == before.split(separator: "\n").count)
      }
    }
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a store in a folder that may not be written to ends with 73`() throws {
    try Tool.inFolder { tool in
      try simulate(tool, "peers.csv", organizations: 6, people: 60, seed: 3)
      #expect(try add(tool, "peers.csv").code == 0)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: tool.folder.path())
      defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.folder.path()) }
      let outcome = try compare(tool, "peers.csv")
      #expect(outcome.code == 73 && outcome.messages.contains("cannot be written to"))
    }
  }
}

extension Tool {
  /// Starts the program and does not wait for it; what it says is thrown away.
  fileprivate func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["READINESS_SURVEYS": Repository.url("Surveys").path()]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  fileprivate func headings(of text: String) -> [String] {
    text.split(separator: "\n").first.map { $0.split(separator: ",").map(String.init) } ?? []
  }
}
