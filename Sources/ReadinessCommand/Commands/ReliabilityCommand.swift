import ArgumentParser

/// `readiness reliability`.
struct ReliabilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "reliability", "Says how far scores can be trusted, and whether the key of barriers holds.",
    discussion: """
      Without --output the table of reliability is printed as CSV. With --output a new folder is written whole or not at \
      all: reliability.csv, reliability-items.csv, structure.csv, agreement.csv and, as every folder, codebook.csv, datapackage.json, \
      import.R, import.do, import.sps, manifest.json, report.html and report.txt. The page says \
      plainly whether the answers go together as the key of barriers says.

      A figure that would rest on too few people is withheld, and the reason is given.
      """,
    examples: [
      "readiness reliability a.csv --survey barriers-standard > reliability.csv",
      "readiness reliability answers.csv --survey barriers-standard --output trust",
      "readiness reliability a.csv b.csv --survey barriers-short --disclosure public",
    ])

  @OptionGroup(title: "Reading") var reading: ReadingArguments
  @OptionGroup(title: "Scoring") var choices: PlanArguments
  @OptionGroup(title: "Writing") var writing: WritingArguments

  func run() throws {
    Interruption.listen()
    let job = ReliabilityJob(reading: reading.reading, choices: choices.choices, delivery: writing.delivery)
    let console = Console.standard(quiet: reading.quiet)
    try console.perform { try job.perform(console) }
  }
}
