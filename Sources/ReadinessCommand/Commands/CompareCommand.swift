import ArgumentParser
import Readiness

/// `readiness compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "compare", "Compares who answered: types of respondents, or the same people in two waves.",
    discussion: """
      Without --output the table of comparisons is printed as CSV, and what each family of comparisons can show goes to \
      standard error. With --output a new folder is written whole or not at all: comparisons.csv, perception-gaps.csv, \
      disclosure.csv (with --waves also wave-changes.csv) and, as every folder, codebook.csv, datapackage.json, \
      import.R, import.do, import.sps, manifest.json, report.html and report.txt. The rows are those of "readiness run" with the same plan and seed.

      --waves A,B compares people who answered in both waves with themselves; with --by too, groups are compared in the \
      second wave. Ids are used to match people and never printed. Whoever also has the folder of a run of one wave can \
      subtract those who answered twice from its number of people: publish both only where it does no harm that a few \
      are seen to have come once.
      """,
    examples: [
      "readiness compare answers.csv --survey barriers-standard > table.csv",
      "readiness compare a.csv --survey barriers-short --by respondent_type",
      "readiness compare a.csv --survey barriers-short --measures overall,d03",
      "readiness compare a.csv --survey barriers-short --null exact --output out",
      "readiness compare two-waves.csv --survey barriers-short --waves 2025,2026",
      "readiness compare two.csv --survey barriers-short --waves a,b --pair-by code",
    ])

  @OptionGroup(title: "Reading") var reading: ReadingArguments

  @OptionGroup var grouping: GroupingArguments

  @Option(
    help: ArgumentHelp(
      "Measures, or families of them (overall, dimensions, co, steps, dont_know, items), with commas between them.",
      valueName: "measures"))
  var measures: [String] = []

  @Option(help: ArgumentHelp("Compare the same people in two waves.", valueName: "first,second"))
  var waves: String?

  @Option(
    help: ArgumentHelp("The column that tells people apart; respondent_id unless given.", valueName: "column"))
  var pairBy: String?

  @Option(help: ArgumentHelp("How p is found.", valueName: "how"))
  var null: ComparisonPlan.Null?

  @Option(
    help: ArgumentHelp(
      "The order of a column's groups, lowest first, as \"column=a,b,c\". May be repeated.", valueName: "order"))
  var order: [String] = []

  @OptionGroup(title: "Scoring") var choices: PlanArguments

  @OptionGroup(title: "Writing") var writing: WritingArguments

  func validate() throws {
    if let text = order.first(where: { ListOption.order($0) == nil }) {
      throw ValidationError("--order \(text): expected a column and its groups, such as grade=junior,senior.")
    }
    if !measures.isEmpty, ListOption.parts(measures).isEmpty {
      throw ValidationError("--measures needs a measure or a family of them, such as overall,d03.")
    }
    if waves == nil, pairBy != nil { throw ValidationError("--pair-by needs the two waves: --waves first,second.") }
    if waves != nil, writing.ledger != nil {
      throw ValidationError(
        "--ledger compares runs of one wave each; leave it out with --waves, and use readiness run --wave for each.")
    }
    if let waves {
      guard ListOption.parts([waves]).count == 2 else {
        throw ValidationError("--waves \(waves): expected two different waves, such as 2025,2026.")
      }
      guard reading.wave == nil else { throw ValidationError("--waves names both waves; leave --wave out.") }
    }
  }

  func run() throws {
    Interruption.listen()
    var choices = choices.choices
    choices.by = grouping.columns
    choices.null = null
    choices.measures = ListOption.parts(measures)
    let orders = order.compactMap(ListOption.order).map { ($0.column, $0.groups) }
    choices.order = Dictionary(orders, uniquingKeysWith: { $1 })
    let pairing = waves.map { CompareJob.Pairing(column: pairBy ?? "respondent_id", waves: ListOption.parts([$0])) }
    let job = CompareJob(
      reading: reading.reading, choices: choices, pairing: pairing, delivery: writing.delivery)
    let console = Console.standard(quiet: reading.quiet)
    try console.perform { try job.perform(console) }
  }
}
