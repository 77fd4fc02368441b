import ArgumentParser

@main
struct ReadinessCommand: AsyncParsableCommand {
  /// The version that reports and manifests name.
  static let version = "0.1.0"
  /// The name and version of the program.
  static let software = "readiness \(version)"

  static let configuration = CommandConfiguration(
    "readiness", "Scores Barriers to Co-production surveys: from a file of answers to a ranked readiness profile.",
    version: version,
    examples: [
      "readiness run answers.csv --survey barriers-standard",
      "readiness run answers.csv --survey barriers-standard --output results",
      "readiness check answers.csv --survey barriers-standard",
      "readiness compare answers.csv --survey barriers-standard --output compared",
      "readiness power --organisations 12 --per-organisation 7",
      "readiness survey list",
      "readiness survey template barriers-short > answers.csv",
    ],
    subcommands: [
      RunCommand.self, CompareCommand.self, RankCommand.self, ModelCommand.self, RobustnessCommand.self,
      ReplayCommand.self,
      WeighCommand.self, ReliabilityCommand.self, QualityCommand.self, BenchmarkCommand.self,
      PowerCommand.self, CheckCommand.self, SurveyCommand.self, SimulateCommand.self, CodebookCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
    } catch {
      let message = fullMessage(for: error)
      if message.hasPrefix("Error: Missing") {
        let console = Console.standard()
        for sentence in Misspelling.sentences(Array(CommandLine.arguments.dropFirst()), root: self) {
          console.warn(sentence)
        }
      }
      exit(withError: error)
    }
  }
}
