import ArgumentParser
import Readiness

/// `readiness run`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "run", "Scores answers and writes ranked readiness profiles, tables and reports.",
    discussion: """
      Without --output the report is printed and nothing is written. With --output a new folder is written whole or not at \
      all: profiles.csv, scores.csv, allocations.csv, weights.csv, comparisons.csv, distributions.csv, codebook.csv, \
      report.txt, one page per organisation (profile-NAME.txt) and manifest.json.

      Data go to standard output, messages to standard error. Small groups are hidden unless --disclosure pilot is given.
      """,
    examples: [
      "readiness run answers.csv --survey barriers-standard",
      "readiness run north.csv south.csv --survey barriers-short --output results",
      "readiness run answers.csv --survey barriers-standard --invited invited.csv",
      "readiness run answers.csv --survey barriers-standard --only \"Riverside\"",
      "readiness run answers.csv --survey barriers-full --by service --seed 7",
      "readiness run table.csv --survey budget --disclosure pilot --consent \"why\"",
    ])

  @OptionGroup(title: "Reading") var reading: ReadingArguments

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write. Without it, the report is printed.", valueName: "dir")
  )
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Compare people by respondent_type, roll_up (the default) or other columns, with commas between them.",
      valueName: "columns"))
  var by: [String] = []

  @Option(help: ArgumentHelp("A scoring plan in YAML or JSON; the survey's own unless given.", valueName: "file"))
  var plan: String?

  @Option(help: "The number that random draws start from; 1 unless given.")
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "A CSV of who was invited (organisation,respondent_type,invited), for response rates.", valueName: "file"))
  var invited: String?

  @Option(
    help: ArgumentHelp(
      "Publish one organisation's page and rows only. The run still uses everybody's answers.", valueName: "name"))
  var only: String?

  @Option(help: "internal hides groups under five (the default); pilot shows all and needs --consent.")
  var disclosure: DisclosureMode?

  @Option(help: ArgumentHelp("Why everything may be shown; printed on every page.", valueName: "why"))
  var consent: String?

  @Option(
    help: ArgumentHelp(
      "Write the scores of every person, without ids. Only with --disclosure pilot.", valueName: "file"))
  var respondentScores: String?

  @Flag(help: "Keep respondent ids in --respondent-scores.")
  var keepIds = false

  @Flag(help: "Replace what is already there, whole.")
  var force = false

  @Flag(name: [.customShort("n"), .long], help: "Do everything except writing; list the files that would be written.")
  var dryRun = false

  @Flag(help: "Print everything as one JSON document.")
  var json = false

  func validate() throws {
    if keepIds, respondentScores == nil { throw ValidationError("--keep-ids needs --respondent-scores FILE.") }
    try PlanChoices(planPath: plan, disclosure: disclosure, consent: consent).checkConsent()
    if respondentScores != nil, disclosure != .pilot, plan == nil {
      throw ValidationError("--respondent-scores shows single people and needs --disclosure pilot.")
    }
  }

  func run() throws {
    Interruption.listen()
    let choices = PlanChoices(
      planPath: plan, seed: seed, by: ListOption.parts(by), disclosure: disclosure, consent: consent,
      showsRespondents: respondentScores != nil)
    let job = RunJob(
      reading: reading.reading, output: output, choices: choices, invitedPath: invited, only: only,
      respondentScores: respondentScores, keepIDs: keepIds, force: force, dryRun: dryRun, json: json)
    let console = Console.standard(quiet: reading.quiet)
    try console.perform { try job.perform(console) }
  }
}
