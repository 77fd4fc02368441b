import ArgumentParser

/// `readiness rank`.
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "rank", "Ranks organisations, and says how far each rank can be trusted.",
    discussion: """
      Without --output the table of ranks is printed as CSV. With --output a new folder is written whole or not at all: \
      ranks.csv, pairwise.csv, gap-shares.csv and, as every folder, codebook.csv, datapackage.json, \
      import.R, import.do, import.sps, manifest.json, report.html and report.txt. The ranks are those of "readiness run" with the \
      same plan and seed; beside them stand bands, the chance of being first, scores with chance taken out, which \
      comparison holds a rank down and by how much, and how many more people would break a tie.
      """,
    examples: [
      "readiness rank answers.csv --survey barriers-standard > ranks.csv",
      "readiness rank answers.csv --survey barriers-standard --output ranks",
      "readiness rank a.csv --survey barriers-short --aggregation geometric",
      "readiness rank a.csv b.csv --survey barriers-short --plan plan.yaml",
    ])

  @OptionGroup(title: "Reading") var reading: ReadingArguments
  @OptionGroup(title: "Weights") var weighing: SchemeArguments
  @OptionGroup(title: "Scoring") var choices: PlanArguments
  @OptionGroup(title: "Writing") var writing: WritingArguments

  func run() throws {
    Interruption.listen()
    var choices = choices.choices
    (choices.scheme, choices.aggregation) = (weighing.choice, weighing.rule)
    let job = RankJob(reading: reading.reading, choices: choices, delivery: writing.delivery)
    let console = Console.standard(quiet: reading.quiet)
    try console.perform { try job.perform(console) }
  }
}
