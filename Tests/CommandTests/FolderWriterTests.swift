import Foundation
import Reporting
import Testing

@testable import ReadinessCommand

struct FolderWriterTests {
  private let files = [
    PublishedFile(name: "a.csv", bytes: Array("a\n".utf8)), PublishedFile(name: "b.txt", bytes: Array("b\n".utf8)),
  ]

  @Test func `a new folder is written whole`() throws {
    try Tool.inFolder { tool in
      try FolderWriter(path: tool.url("new").path(), force: false).write(files)
      #expect(try tool.names(in: "new") == ["a.csv", "b.txt"])
      #expect(try tool.text("new/b.txt") == "b\n")
      #expect(try tool.names() == ["new"])
    }
  }

  @Test func `an existing folder is refused and left alone`() throws {
    try Tool.inFolder { tool in
      try FileManager.default.createDirectory(at: tool.url("old"), withIntermediateDirectories: true)
      try tool.write("keep", to: "old/mine.txt")
      let writer = FolderWriter(path: tool.url("old").path(), force: false)
      #expect { try writer.write(files) } throws: { ($0 as? CommandFault)?.code == .cannotWrite }
      #expect(try tool.names(in: "old") == ["mine.txt"])
      #expect(try tool.names() == ["old"])
    }
  }

  @Test func `force swaps the folder whole`() throws {
    try Tool.inFolder { tool in
      try FileManager.default.createDirectory(at: tool.url("old"), withIntermediateDirectories: true)
      try tool.write("gone", to: "old/stale.txt")
      try tool.write(#"{"tool": {"name": "readiness", "version": "0"}}"#, to: "old/manifest.json")
      try FolderWriter(path: tool.url("old").path() + "/", force: true).write(files)
      #expect(try tool.names(in: "old") == ["a.csv", "b.txt"])
      #expect(try tool.names() == ["old"])
    }
  }

  @Test func `a failure in the middle leaves the old folder and nothing else`() throws {
    try Tool.inFolder { tool in
      try FileManager.default.createDirectory(at: tool.url("old"), withIntermediateDirectories: true)
      try tool.write("keep", to: "old/mine.txt")
      try tool.write(#"{"tool": {"name": "readiness", "version": "0"}}"#, to: "old/manifest.json")
      let bad = files + [PublishedFile(name: "no-such-folder/c.txt", bytes: [])]
      #expect(throws: CommandFault.self) { try FolderWriter(path: tool.url("old").path(), force: true).write(bad) }
      #expect(throws: CommandFault.self) { try FolderWriter(path: tool.url("new").path(), force: false).write(bad) }
      #expect(try tool.names() == ["old"])
      #expect(try tool.names(in: "old") == ["manifest.json", "mine.txt"])
    }
  }

  @Test func `force takes an empty folder and one of an earlier run, and no other`() throws {
    try Tool.inFolder { (tool: Tool) throws -> Void in
      let writer = FolderWriter(path: tool.url("k").path(), force: true)
      func isTaken(_ names: [String: String]) throws -> Bool {
        try? FileManager.default.removeItem(at: tool.url("k"))
        try FileManager.default.createDirectory(at: tool.url("k"), withIntermediateDirectories: true)
        for (name, text) in names { try tool.write(text, to: "k/\(name)") }
        do throws(CommandFault) {
          try writer.check()
        } catch {
          #expect(error.code == .cannotWrite && error.message.contains("that readiness did not write"))
          return false
        }
        return true
      }
      let ours = #"{"tool": {"name": "readiness"}}"#
      let cases: [(files: [String: String], isTaken: Bool)] = [
        ([:], true), (["manifest.json": ours, "report.html": ""], true),
        (["power.json": "{}", "power.html": ""], true), (["thesis.txt": "years"], false),
        (["manifest.json": #"{"name": "a web app"}"#], false), (["manifest.json": "not JSON"], false),
        (["power.json": "{}", "thesis.txt": ""], false),
      ]
      for (files, expected) in cases {
        let taken = try isTaken(files)
        #expect(taken == expected, "\(files)")
      }
    }
  }

  @Test func `a folder that appears while the run is on is not replaced`() throws {
    try Tool.inFolder { tool throws in
      let writer = FolderWriter(path: tool.url("new").path(), force: false)
      #expect(throws: CommandFault.self) {
        try writer.write(files) { index in
          if index == 0 {
            try? FileManager.default.createDirectory(at: tool.url("new"), withIntermediateDirectories: true)
          }
        }
      }
      #expect(try tool.names() == ["new"])
      #expect(try tool.names(in: "new") == [])
    }
  }

  @Test func `force never takes away an input or the folder one stands in`() throws {
    try Tool.inFolder { tool in
      try FileManager.default.createDirectory(at: tool.url("data"), withIntermediateDirectories: true)
      try tool.write("x", to: "data/answers.csv")
      let input = tool.url("data/answers.csv").path()
      #expect(throws: CommandFault.self) {
        try FolderWriter(path: tool.url("data").path(), force: true, inputs: [input]).write(files)
      }
      #expect(try tool.names(in: "data") == ["answers.csv"])
      #expect(throws: CommandFault.self) { try FolderWriter(path: "/", force: true).check() }
      #expect(throws: CommandFault.self) { try FolderWriter(path: ".", force: true).check() }
    }
  }

  @Test func `a file or a missing parent is refused with a clear sentence`() throws {
    try Tool.inFolder { tool in
      try tool.write("x", to: "file")
      #expect { try FolderWriter(path: tool.url("file").path(), force: true).check() } throws: {
        ($0 as? CommandFault)?.message.contains("is a file and cannot become a folder") ?? false
      }
      #expect { try FolderWriter(path: tool.url("no/where").path(), force: false).check() } throws: {
        ($0 as? CommandFault)?.message.contains("is not there. Make it first") ?? false
      }
    }
  }

  @Test(arguments: [SIGINT, SIGTERM]) func `an interrupt leaves nothing behind`(signal: Int32) async throws {
    let tool = try Tool()
    defer { try? FileManager.default.removeItem(at: tool.folder) }
    let path = tool.url("new").path()
    await #expect(processExitsWith: .signal(signal)) { [path = path as String, signal = signal as Int32] in
      Interruption.listen()
      let files = (0..<20).map { PublishedFile(name: "\($0).csv", bytes: [UInt8](repeating: 65, count: 1_000)) }
      try FolderWriter(path: path, force: false).write(files) { index in
        if index == 3 { kill(getpid(), signal) }
        usleep(100_000)
      }
    }
    #expect(try tool.names() == [])
  }
}
