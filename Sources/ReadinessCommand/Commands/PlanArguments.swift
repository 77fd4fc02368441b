import ArgumentParser
import Readiness

/// What `run`, `compare` and `rank` share: what options change in the plan.
struct PlanArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("A scoring plan in YAML or JSON; the survey's own unless given.", valueName: "file"),
    completion: .file())
  var plan: String?

  @Option(help: ArgumentHelp("The number that random draws start from; 1 unless given.", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "public hides groups under ten, internal groups under five (the default); pilot shows all and needs --consent. The rules k5, ons10 and none are the same under their own names.",
      valueName: "mode"),
    completion: .list(["public", "internal", "pilot"]), transform: Self.mode)
  var disclosure: DisclosureMode?

  @Option(help: ArgumentHelp("Why everything may be shown; printed on every page.", valueName: "why"))
  var consent: String?

  func validate() throws { try choices.checkConsent() }

  private static func mode(_ name: String) throws -> DisclosureMode {
    do throws(DisclosureModeRefusal) {
      return try DisclosureMode(named: name)
    } catch {
      throw ValidationError("--disclosure \(name): \(error).")
    }
  }

  /// The choices as values.
  var choices: PlanChoices {
    PlanChoices(planPath: plan, seed: seed, disclosure: disclosure, consent: consent)
  }
}

/// What `run` and `compare` share: the columns that people are compared by.
struct GroupingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Compare people by respondent_type, roll_up (the default) or other columns, with commas between them.",
      valueName: "columns"))
  var by: [String] = []

  func validate() throws {
    if !by.isEmpty, columns.isEmpty { throw ValidationError("--by needs a column, such as respondent_type.") }
  }

  /// The columns, each once; empty leaves the plan's.
  var columns: [String] { ListOption.parts(by) }
}
