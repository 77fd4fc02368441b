import ArgumentParser

@main
struct ReadinessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readiness", abstract: "Scores Barriers to Co-production surveys.")
}
