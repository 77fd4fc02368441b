import ArgumentParser
import Survey

/// `readiness quality`.
struct QualityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "quality", "Says who answered and how, and whether careless answers made the headline.",
    discussion: """
      Without --output the table of marks is printed as CSV. With --output a new folder is written whole or not at all: \
      quality.csv, quality-headline.csv, response.csv and, as every folder, codebook.csv, datapackage.json, \
      import.R, import.do, import.sps, manifest.json, report.html and report.txt.

      Marks are counted and nobody is left out for one. No table is about a person; there is no option that lists people.
      """,
    examples: [
      "readiness quality answers.csv --survey barriers-standard > quality.csv",
      "readiness quality answers.csv --survey barriers-standard --output quality",
      "readiness quality a.csv --survey barriers-short --invited invited.csv",
      "readiness quality a.csv --survey barriers-short --seconds seconds",
    ])

  @OptionGroup(title: "Reading") var reading: ReadingArguments
  @OptionGroup(title: "Scoring") var choices: PlanArguments
  @OptionGroup(title: "Writing") var writing: WritingArguments

  @Option(
    help: ArgumentHelp(
      "A CSV of who was invited (organisation,respondent_type,invited), for response rates.", valueName: "file"),
    completion: .file())
  var invited: String?

  @Option(help: ArgumentHelp("The column of how many seconds a person took.", valueName: "column"))
  var seconds: String?

  func run() throws {
    Interruption.listen()
    var reading = reading.reading
    if let seconds { reading.keep(seconds, for: "--seconds") }
    let job = QualityJob(
      reading: reading, choices: choices.choices, invitedPath: invited, secondsColumn: seconds,
      delivery: writing.delivery)
    let console = Console.standard(quiet: self.reading.quiet)
    try console.perform { try job.perform(console) }
  }
}
