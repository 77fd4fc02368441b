import ArgumentParser
import Readiness

/// `readiness model`.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "model", "Explains an item or a score by several columns at once.",
    discussion: """
      Without --output the table is printed as CSV. With --output a new folder is written whole or not at all: models.csv \
      and, as every folder, codebook.csv, datapackage.json, \
      import.R, import.do, import.sps, manifest.json, report.html and report.txt.

      An item has proportional odds. A score has least squares: with --cluster the errors are by cluster (CR2), and a random \
      intercept stands beside them. --sampling-weights, --strata, --finite-population or --rake say that the sample was drawn: then \
      estimates are of its population. Groups that are too small to be shown, alone or where columns meet, stand together as _pooled, \
      people with an empty cell as _blank. Where something is hidden numbers have few digits; where that is not enough there is no model, and \
      a sentence says what to do.
      """,
    examples: [
      "readiness model a.csv --survey barriers-short --outcome d03 --terms service",
      "readiness model a.csv --survey barriers-short --outcome d03q1 --terms roll_up",
      "readiness model answers.csv --survey barriers-standard --outcome overall \\",
      "  --terms respondent_type,organisation_type --cluster organisation -o out",
      "readiness model drawn.csv --survey barriers-short --outcome overall \\",
      "  --terms roll_up --sampling-weights weight --strata region",
    ])

  @OptionGroup(title: "Reading") var reading: ReadingArguments

  @Option(help: ArgumentHelp("What is explained: a measure such as overall or d03, or an item.", valueName: "measure"))
  var outcome: String

  @Option(
    help: ArgumentHelp("Columns of groups that explain it, with commas between them.", valueName: "columns"))
  var terms: [String]

  @Option(help: ArgumentHelp("The column whose people answer alike, such as organisation.", valueName: "column"))
  var cluster: String?

  @Option(
    help: ArgumentHelp(
      "The group that others are held against, as \"column=group\"; the one with most people unless given. May be repeated.",
      valueName: "column=group"))
  var reference: [String] = []

  @Option(help: ArgumentHelp("The column of the strata that were drawn from.", valueName: "column"))
  var strata: String?

  @Option(
    help: ArgumentHelp(
      "Clusters in the population (people, without --cluster): a number, or \"stratum=number\". May be repeated.",
      valueName: "number"))
  var finitePopulation: [String] = []

  @Option(
    help: ArgumentHelp(
      "Known sizes of groups: a CSV with the columns column, group and size. One column is post-stratified, several are raked.",
      valueName: "file"), completion: .file())
  var rake: String?

  @OptionGroup(title: "Scoring") var choices: PlanArguments
  @OptionGroup(title: "Writing") var writing: WritingArguments

  func validate() throws {
    guard !ListOption.parts(terms).isEmpty else {
      throw ValidationError("--terms needs a column, such as respondent_type.")
    }
    if let text = reference.first(where: { Self.sides($0) == nil }) {
      throw ValidationError("--reference \(text): expected a column and its group, such as roll_up=citizen.")
    }
    if let twice = Self.repeated(reference.compactMap { Self.sides($0)?.0 }) {
      throw ValidationError("--reference names \(twice) twice; others are held against one group.")
    }
    if let twice = Self.repeated(finitePopulation.compactMap { Self.population($0)?.0 }) {
      throw ValidationError(
        twice.isEmpty
          ? "--finite-population has two numbers for all; write stratum=number, with --strata."
          : "--finite-population names \(twice) twice.")
    }
    if let text = finitePopulation.first(where: { Self.population($0) == nil }) {
      throw ValidationError(
        "--finite-population \(text): expected a whole number above 0, or a stratum and its number, such as north=40.")
    }
  }

  /// `a=b` as its two sides, at the last sign.
  private static func sides(_ text: String) -> (String, String)? {
    guard let sign = text.lastIndex(of: "=") else { return nil }
    let (one, other) = (String(text[..<sign]), String(text[text.index(after: sign)...]))
    return one.isEmpty || other.isEmpty ? nil : (one, other)
  }

  /// The first name that stands twice; nil when all differ.
  private static func repeated(_ names: [String]) -> String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }

  private static func population(_ text: String) -> (String, Int)? {
    let parts = sides(text) ?? ("", text)
    guard let count = Int(parts.1), count > 0 else { return nil }
    return (parts.0, count)
  }

  func run() throws {
    Interruption.listen()
    let request = ModelRequest(
      outcome: outcome, terms: ListOption.parts(terms), cluster: cluster, strata: strata,
      population: Dictionary(finitePopulation.compactMap(Self.population), uniquingKeysWith: { $1 }),
      references: Dictionary(reference.compactMap(Self.sides), uniquingKeysWith: { $1 }))
    let job = ModelJob(
      reading: reading.reading, choices: choices.choices, request: request, rake: rake, delivery: writing.delivery)
    let console = Console.standard(quiet: reading.quiet)
    try console.perform { try job.perform(console) }
  }
}
