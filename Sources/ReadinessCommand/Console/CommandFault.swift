import ArgumentParser
import Survey

/// Why a command stops: a sentence for the person at the keyboard and a code for the script around it.
struct CommandFault: Error, Sendable, Hashable {
  /// What went wrong, in whole sentences.
  let message: String
  /// The exit code.
  let code: Exit
  /// Located faults that are printed before the message.
  let faults: [Fault]

  init(_ code: Exit, _ message: String, faults: [Fault] = []) {
    self.code = code
    self.message = message
    self.faults = faults
  }
}

/// What a command answers to the shell. The numbers are those of `sysexits.h`.
enum Exit: Int32, Sendable, CaseIterable {
  case done = 0
  case unexpected = 1
  case rowsSetAside = 2
  case usage = 64
  case badData = 65
  case noInput = 66
  case cannotWrite = 73
  case badSettings = 78

  /// What it means, for `--help`.
  var meaning: String {
    switch self {
    case .done: "done; warnings are allowed"
    case .unexpected: "something unexpected went wrong"
    case .rowsSetAside: "done, but rows were set aside (only with --strict)"
    case .usage: "the command was not used as it should be"
    case .badData: "the answers have faults, or are not answers"
    case .noInput: "an input file is missing or cannot be read"
    case .cannotWrite: "the output cannot be written, or is already there"
    case .badSettings: "the survey, the plan or the settings have faults"
    }
  }

  /// The list of codes that every `--help` ends with.
  static var help: String {
    "EXIT CODES\n"
      + allCases.map { "  \($0.rawValue)\($0.rawValue < 10 ? " " : "")  \($0.meaning)" }
      .joined(separator: "\n")
  }
}

extension CommandConfiguration {
  /// A configuration whose help shows examples and the exit codes.
  init(
    _ name: String, _ abstract: String, usage: String? = nil, version: String = "", discussion: String = "",
    examples: [String],
    subcommands: [any ParsableCommand.Type] = []
  ) {
    let lines = ["EXAMPLES"] + examples.map { "  \($0)" }
    let parts = (discussion.isEmpty ? [] : [discussion]) + [lines.joined(separator: "\n"), Exit.help]
    self.init(
      commandName: name, abstract: abstract, usage: usage, discussion: parts.joined(separator: "\n\n"),
      version: version,
      subcommands: subcommands)
  }
}
