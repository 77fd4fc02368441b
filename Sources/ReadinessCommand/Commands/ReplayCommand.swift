import ArgumentParser
import Foundation

/// `readiness replay`.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "replay", "Makes one draw of a robustness study again, and checks it against its evidence.",
    discussion: """
      The evidence names the files of answers with their sums, the survey, the plan and everything that was tried. Answers \
      that were changed are refused. What the draw chose is printed, and every organisation's score and rank in it. Draw 0 is \
      the published ranking.

      The files of answers are looked for beside the evidence, in the folder above and here, unless they are named.
      """,
    examples: [
      "readiness replay robust/evidence.json --draw 17",
      "readiness replay evidence.json answers.csv --draw 17 --json",
    ])

  @Argument(
    help: ArgumentHelp("The evidence.json of a robustness study.", valueName: "evidence"), completion: .file())
  var evidence: String

  @Argument(
    help: ArgumentHelp("The files of answers that it was made from.", valueName: "files"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("The number of the draw; 0 is the published ranking.", valueName: "n")) var draw: Int

  @Option(
    help: ArgumentHelp("The survey, where it is not found by the id in the evidence.", valueName: "id|path"),
    completion: .surveys)
  var survey: String?

  @Option(help: "How many threads to use; one per core unless given. Results do not depend on it.")
  var threads: Int?

  @Flag(help: "Print the draw as JSON.") var json = false

  @OptionGroup var languages: LanguageArguments

  @Flag(name: .shortAndLong, help: "Say only what is wrong.") var quiet = false

  func validate() throws {
    if let threads, !(1...4096).contains(threads) {
      throw ValidationError("--threads needs a whole number from 1 to 4096.")
    }
    if draw < 0 { throw ValidationError("--draw needs a whole number of 0 or more.") }
  }

  func run() throws {
    Interruption.listen()
    let job = ReplayJob(
      evidence: evidence, files: files, survey: survey, draw: draw,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, json: json,
      language: languages.language)
    let console = Console.standard(quiet: quiet)
    try console.perform { try job.perform(console) }
  }
}
