import ArgumentParser
import Readiness
import Reporting

/// `readiness run`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "run", "Scores answers and writes ranked readiness profiles, tables and reports.",
    discussion: """
      Without --output the report is printed and nothing is written. With --output a new folder is written whole or not at \
      all: profiles.csv, scores.csv, allocations.csv, allocation-summary.csv, organisation-allocations.csv, \
      money-and-need.csv, weights.csv, priorities.csv, whose-weights.csv, comparisons.csv, perception-gaps.csv, \
      distributions.csv, disclosure.csv, one page per organisation (profile-NAME.html and .txt) and, as every folder, codebook.csv, datapackage.json, \
      import.R, import.do, import.sps, manifest.json, report.html and report.txt.

      Data go to standard output, messages to standard error. Small groups are hidden unless --disclosure pilot is given.
      """,
    examples: [
      "readiness run answers.csv --survey barriers-standard",
      "readiness run north.csv south.csv --survey barriers-short --output results",
      "readiness run answers.csv --survey barriers-standard --invited invited.csv",
      "readiness run answers.csv --survey barriers-standard --only \"Riverside\"",
      "readiness run answers.csv --survey barriers-full --by service --seed 7",
      "readiness run answers.csv --survey barriers-standard --scheme budget",
      "readiness run answers.csv --survey barriers-standard --disclosure public",
      "readiness run table.csv --survey budget --disclosure pilot --consent \"why\"",
    ])

  @OptionGroup(title: "Reading") var reading: ReadingArguments

  @OptionGroup(title: "Scoring") var choices: PlanArguments

  @OptionGroup(title: "Writing") var writing: WritingArguments

  @OptionGroup var grouping: GroupingArguments

  @OptionGroup(title: "Weights") var weighing: SchemeArguments

  @OptionGroup var goal: TargetArguments

  @OptionGroup(title: "Charts") var charts: ChartArguments

  @Option(
    help: ArgumentHelp(
      "A CSV of who was invited (organisation,respondent_type,invited), for response rates.", valueName: "file"),
    completion: .file())
  var invited: String?

  @Option(
    help: ArgumentHelp(
      "Publish one organisation's page and rows only. The run still uses everybody's answers.", valueName: "name"))
  var only: String?

  @Option(
    help: ArgumentHelp(
      "Write the scores of every person, without ids. Only with --disclosure pilot.", valueName: "file"),
    completion: .file())
  var respondentScores: String?

  @Flag(help: "Keep respondent ids in --respondent-scores.")
  var keepIds = false

  func validate() throws {
    if writing.profile == .excel, writing.output == nil, !writing.dryRun, !writing.json {
      throw ValidationError("--profile says how tables are written, and a page is printed. Add --output.")
    }
    if keepIds, respondentScores == nil { throw ValidationError("--keep-ids needs --respondent-scores FILE.") }
    if respondentScores != nil, choices.disclosure != .pilot, choices.plan == nil {
      throw ValidationError("--respondent-scores shows single people and needs --disclosure pilot.")
    }
  }

  func run() throws {
    Interruption.listen()
    var choices = choices.choices
    choices.by = grouping.columns
    choices.showsRespondents = respondentScores != nil
    (choices.scheme, choices.aggregation, choices.target) = (weighing.choice, weighing.rule, goal.target)
    let job = RunJob(
      reading: reading.reading, choices: choices, invitedPath: invited, only: only,
      respondentScores: respondentScores, keepIDs: keepIds, charts: charts.settings,
      choosesBars: charts.likert != nil, delivery: writing.delivery)
    let console = Console.standard(quiet: reading.quiet)
    try console.perform { try job.perform(console) }
  }
}
