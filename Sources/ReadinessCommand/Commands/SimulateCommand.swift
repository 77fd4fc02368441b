import ArgumentParser

/// `readiness simulate`.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "simulate", "Makes up answers of a cohort whose true readiness is known.",
    discussion: """
      With --output FILE.csv the answers go there and the true readiness of every organisation to FILE-truth.csv. Without it \
      the answers are printed and the truth is not kept.
      """,
    examples: [
      "readiness simulate --survey barriers-standard --output cohort.csv",
      "readiness simulate --survey budget --organisations 6 --respondents 40",
    ])

  @Option(
    help: ArgumentHelp("The survey that is answered: its name, or the path of its folder.", valueName: "id|path"),
    completion: .surveys)
  var survey: String
  @Option(help: ArgumentHelp("How many organisations.", valueName: "n")) var organisations = 24
  @Option(help: ArgumentHelp("How many people in all, at least one per organisation.", valueName: "n"))
  var respondents = 200
  @Option(help: ArgumentHelp("The number that random draws start from.", valueName: "n")) var seed: UInt64 = 1
  @Option(help: ArgumentHelp("The share of answers that are missing, 0 to 0.5.", valueName: "share")) var missing = 0.05
  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var output: String?
  @Flag(help: "Replace files that are already there.") var force = false
  @Flag(name: .shortAndLong, help: "Say only what is wrong.") var quiet = false

  func validate() throws {
    if force, output == nil { throw ValidationError("--force replaces files and needs --output.") }
    if max(organisations, respondents) > 100_000_000 {
      throw ValidationError("--organisations and --respondents: expected 100000000 or fewer.")
    }
    if !missing.isFinite { throw ValidationError("--missing \(missing): expected a share from 0 to 0.5.") }
  }

  func run() throws {
    Interruption.listen()
    let job = SimulateJob(
      survey: survey, organizations: organisations, respondents: respondents, seed: seed, missing: missing,
      output: output,
      force: force)
    let console = Console.standard(quiet: quiet)
    try console.perform { try job.perform(console) }
  }
}
