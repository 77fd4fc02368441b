import ArgumentParser
import Readiness

/// `readiness robustness`.
struct RobustnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "robustness", "Makes the ranking in other ways, and says what each rank owes to what.",
    discussion: """
      Every run redraws the people who answered and the allocations behind the weights, and picks a weighting scheme, a \
      normalisation, an aggregation, a barrier to leave out and a rule for missing answers. What moves a rank is split by \
      cause: which people answered, weights, method. A setting that cannot be tried is an error.

      Without --output the table is printed as CSV. With --output a new folder is written whole or not at all: \
      robustness.csv, sensitivity.csv, evidence.json and, as every folder, codebook.csv, datapackage.json, \
      import.R, import.do, import.sps, manifest.json, report.html and report.txt. With evidence.json \
      "readiness replay" makes any one draw again.
      """,
    examples: [
      "readiness robustness answers.csv --survey barriers-standard > robustness.csv",
      "readiness robustness a.csv --survey barriers-standard --explain \"Riverside\"",
      "readiness robustness a.csv --survey barriers-standard --schemes equal,budget",
      "readiness robustness a.csv --survey barriers-standard --base 4096 -o robust",
    ])

  @OptionGroup(title: "Reading") var reading: ReadingArguments

  @Option(
    help: ArgumentHelp(
      "Points of each set of runs: a power of two from 8 to 65,536; 1024 unless given.", valueName: "points"))
  var base: Int?

  @Option(
    help: ArgumentHelp(
      "Weighting schemes to try, with commas between them; those that can be had unless given.", valueName: "schemes"))
  var schemes: [String] = []

  @Option(
    help: ArgumentHelp(
      "Rules to put barriers together, such as arithmetic,geometric,power:2.", valueName: "rules"))
  var aggregations: [String] = []

  @Option(
    help: ArgumentHelp(
      "Ways to one scale: scale, min_max, standard, percentile_rank; all unless given.", valueName: "ways"))
  var normalisations: [String] = []

  @Option(
    help: ArgumentHelp(
      "Shares of the asked questions that a person must have answered, such as 0.75; none with “none”.",
      valueName: "shares"))
  var answered: [String] = []

  @Option(
    help: ArgumentHelp(
      "Explain the rank of this organisation too, or of every one with “all”. May be repeated.", valueName: "name"))
  var explain: [String] = []

  @Flag(help: "Do not leave barriers out in turn.")
  var keepAll = false

  @OptionGroup(title: "Weights") var weighing: SchemeArguments
  @OptionGroup(title: "Scoring") var choices: PlanArguments
  @OptionGroup(title: "Writing") var writing: WritingArguments

  func validate() throws { _ = try robustness() }

  /// The options as values.
  private func robustness() throws -> RobustnessChoices {
    var result = RobustnessChoices()
    if let base {
      guard (8...65_536).contains(base), base & (base - 1) == 0 else {
        throw ValidationError("--base \(base): expected a power of two from 8 to 65,536.")
      }
      result.base = base
    }
    let schemes = ListOption.parts(schemes)
    if !schemes.isEmpty {
      result.schemes = try schemes.map { name in
        guard let scheme = WeightingScheme(name: name) else {
          let names = WeightingScheme.named.map(\.name)
          let hint = NearestName.of(name, in: names).map { " Did you mean “\($0)”?" } ?? ""
          throw ValidationError("--schemes \(name): expected \(names.joined(separator: ", ")).\(hint)")
        }
        return scheme
      }
    }
    let rules = ListOption.parts(aggregations)
    if !rules.isEmpty {
      result.aggregations = try rules.map { text in
        guard let rule = AggregationRule(text)?.aggregation else {
          throw ValidationError(
            "--aggregations \(text): expected arithmetic, geometric, harmonic, power:NUMBER, minimum or mpi.")
        }
        return rule
      }
    }
    let ways = ListOption.parts(normalisations)
    if !ways.isEmpty {
      result.normalizations = try ways.map { text in
        guard let way = Normalization(rawValue: text) else {
          let names = Normalization.allCases.map(\.rawValue)
          throw ValidationError("--normalisations \(text): expected \(names.joined(separator: ", ")).")
        }
        return way
      }
    }
    let shares = ListOption.parts(answered)
    if !shares.isEmpty {
      result.answerShares =
        shares == ["none"]
        ? []
        : try shares.map { text in
          guard let share = Double(text), share > 0, share <= 1 else {
            throw ValidationError("--answered \(text): expected shares above 0 and at most 1, or none.")
          }
          return share
        }
    }
    result.leavesOut = !keepAll
    result.explainsAll = explain == ["all"]
    result.explained = result.explainsAll ? [] : explain
    return result
  }

  func run() throws {
    Interruption.listen()
    var choices = choices.choices
    (choices.scheme, choices.aggregation) = (weighing.choice, weighing.rule)
    let job = RobustnessJob(
      reading: reading.reading, choices: choices, robustness: try robustness(), delivery: writing.delivery)
    let console = Console.standard(quiet: reading.quiet)
    try console.perform { try job.perform(console) }
  }
}
