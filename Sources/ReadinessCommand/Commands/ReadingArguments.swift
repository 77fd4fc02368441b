import ArgumentParser
import Foundation
import Survey

/// What `run` and `check` share: which answers are read, and how strictly.
struct ReadingArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Files of answers (CSV). Use - for standard input.", valueName: "files"), completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("The survey that was answered: its name, or the path of its folder.", valueName: "id|path"),
    completion: .surveys)
  var survey: String

  @Option(
    help: ArgumentHelp("Keep a further column of the files. May be repeated.", valueName: "column"))
  var group: [String] = []

  @Option(help: ArgumentHelp("What to do with points that do not total 100.", valueName: "what"))
  var allocation: AllocationPolicy = .reject

  @Option(help: ArgumentHelp("The column of sampling weights, such as weight.", valueName: "column"))
  var samplingWeights: String?

  @Option(help: "The wave to use, where the files hold several.")
  var wave: String?

  @Flag(help: "Leave rows with faults out and go on. They are listed; a folder of results keeps them in set-aside.csv.")
  var setAside = false

  @Flag(help: "Refuse columns that match nothing; end with code 2 when rows were set aside.")
  var strict = false

  @Option(help: "How many threads to use; one per core unless given. Results do not depend on it.")
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Say only what is wrong.")
  var quiet = false

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("Name at least one file of answers, or - for standard input.") }
    guard files.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
    if let threads, !(1...4096).contains(threads) {
      throw ValidationError("--threads needs a whole number from 1 to 4096.")
    }
  }

  /// The choices as values.
  var reading: Reading {
    Reading(
      files: files, survey: survey,
      options: IntakeOptions(
        groups: group, strict: strict, setAside: setAside, allocation: allocation, samplingWeights: samplingWeights,
        wave: wave, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount))
  }
}
