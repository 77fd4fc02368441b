import ArgumentParser

/// `readiness power`.
struct PowerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "power", "Says what a survey could show, before anyone is asked.",
    usage: """
      readiness power --groups <n,n,…> [<options>]
      readiness power --organisations <n> --per-organisation <n> [<options>]
      """,
    discussion: """
      For every family of comparisons: the smallest p that the numbers of people allow, before and after adjustment, and \
      how large an effect must be to be found. Give the sizes of the groups, or how many organisations are asked and how \
      many people in each: then two cases are shown, types side by side in every organisation, and one type only in each.
      """,
    examples: [
      "readiness power --groups 5,3",
      "readiness power --groups 40,25,30 --power .9",
      "readiness power --organisations 12 --per-organisation 7 --icc .1",
      "readiness power --organisations 14 --per-organisation 4,3 --json",
      "readiness power --groups 5,3 --output design",
    ])

  @Option(help: ArgumentHelp("People in each group, two groups or more.", valueName: "n,n,…"))
  var groups: String?

  @Option(
    help: ArgumentHelp("Organisations in all, or those of each type where they have one only.", valueName: "n|n,n,…"))
  var organisations: String?

  @Option(
    help: ArgumentHelp("People in each organisation, or those of each type in it.", valueName: "n|n,n,…"))
  var perOrganisation: String?

  @Option(help: ArgumentHelp("How many types there are, where no list says so; 2 unless given.", valueName: "n"))
  var types: Int?

  @Option(
    help: ArgumentHelp(
      "The share of the spread that lies between organisations, 0 to 1; 0.1 unless given.", valueName: "share"))
  var icc: Double?

  @Option(help: ArgumentHelp("How often an effect is to be found.", valueName: "share"))
  var power = 0.8

  @Option(help: ArgumentHelp("The level of confidence.", valueName: "share")) var level = 0.95

  @Option(
    help: ArgumentHelp(
      "Of 100 answers, how many fall on each answer from lowest to highest; even unless given.", valueName: "n,n,…"))
  var answerShares: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write: power.html, power.txt and power.json. Without it, the page is printed.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(help: "Replace what is already there, whole.") var force = false

  @Flag(help: "Print everything as one JSON document.") var json = false

  @OptionGroup var languages: LanguageArguments

  func validate() throws {
    if force, output == nil { throw ValidationError("--force replaces a folder and needs --output.") }
    _ = try job
  }

  func run() throws {
    Interruption.listen()
    let console = Console.standard()
    try console.perform { try job.perform(console) }
  }

  private var job: PowerJob {
    get throws {
      do {
        var job = try PowerJob(
          groups: groups, organizations: organisations, perOrganization: perOrganisation, types: types,
          intraclassCorrelation: icc, power: power, level: level, answerShares: answerShares, json: json)
        (job.output, job.force, job.language) = (output, force, languages.language)
        return job
      } catch {
        throw ValidationError(error.message)
      }
    }
  }
}
