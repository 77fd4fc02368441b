import Foundation
import TestSupport

/// Runs the built program as a person would, in a folder of its own.
struct Tool {
  /// What a run gave.
  struct Outcome {
    let code: Int32
    let output: String
    let messages: String
  }

  /// A folder that vanishes with `remove()`.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "readiness-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Runs `body` in a fresh folder.
  static func inFolder<Result>(_ body: (Tool) throws -> Result) throws -> Result {
    let tool = try Tool()
    defer { try? FileManager.default.removeItem(at: tool.folder) }
    return try body(tool)
  }

  /// The program lies beside the bundle of the tests.
  static var program: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "readiness")
  }

  func url(_ name: String) -> URL { folder.appending(path: name) }

  /// Runs the program with the folder as the working folder.
  func callAsFunction(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  /// Runs the program with a list of arguments.
  func run(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["READINESS_SURVEYS": Repository.url("Surveys").path()]) { $1 }
      .merging(environment) { $1 }
    // Files and not pipes: a full pipe would stop the program.
    let streams = try ["in", "out", "err"].map { name in
      let url = FileManager.default.temporaryDirectory.appending(path: "readiness-\(UUID().uuidString).\(name)")
      try Data((name == "in" ? input ?? "" : "").utf8).write(to: url)
      return url
    }
    defer { for url in streams { try? FileManager.default.removeItem(at: url) } }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try String(contentsOf: streams[1], encoding: .utf8),
      messages: try String(contentsOf: streams[2], encoding: .utf8))
  }

  /// Names in a folder, hidden ones too, sorted.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path()).sorted()
  }

  /// The text of a file.
  func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

  /// Writes a file.
  func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: url(name)) }
}
