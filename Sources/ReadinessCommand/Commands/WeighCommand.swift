import ArgumentParser
import Readiness

/// `readiness weigh`.
struct WeighCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "weigh", "Finds what the barriers weigh, and what other weights would change.",
    discussion: """
      Without --output only the table of weights under every scheme is printed, as CSV, and what to take care with goes to \
      standard error. With --output a new folder is written whole or not at all: weights.csv, organisation-orders.csv, \
      priorities.csv, whose-weights.csv and, as every folder, codebook.csv, datapackage.json, \
      import.R, import.do, import.sps, manifest.json, report.html and report.txt.

      manual:FILE reads a CSV with the columns dimension and weight. ahp:FILE reads a square CSV with the dimensions \
      across and down, each cell saying how many times as important its row is as its column; half of it is enough. \
      --aggregation also takes copeland, borda and kemeny here, which give an order of organisations and no scores.
      """,
    examples: [
      "readiness weigh answers.csv --survey barriers-standard > weights.csv",
      "readiness weigh answers.csv --survey barriers-standard --scheme budget",
      "readiness weigh a.csv --survey barriers-short --scheme ahp:judgements.csv",
      "readiness weigh a.csv --survey barriers-short --aggregation kemeny -o out",
    ])

  @OptionGroup(title: "Reading") var reading: ReadingArguments
  @OptionGroup(title: "Weights") var weighing: SchemeArguments
  @OptionGroup var goal: TargetArguments
  @OptionGroup(title: "Scoring") var choices: PlanArguments
  @OptionGroup(title: "Writing") var writing: WritingArguments

  func run() throws {
    Interruption.listen()
    var choices = choices.choices
    (choices.scheme, choices.aggregation, choices.target) = (weighing.choice, weighing.rule, goal.target)
    let job = WeighJob(reading: reading.reading, choices: choices, delivery: writing.delivery)
    let console = Console.standard(quiet: reading.quiet)
    try console.perform { try job.perform(console) }
  }
}
