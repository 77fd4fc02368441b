import ArgumentParser
import Readiness

/// What `run` and `compare` share: what options change in the plan.
struct PlanArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Compare people by respondent_type, roll_up (the default) or other columns, with commas between them.",
      valueName: "columns"))
  var by: [String] = []

  @Option(help: ArgumentHelp("A scoring plan in YAML or JSON; the survey's own unless given.", valueName: "file"))
  var plan: String?

  @Option(help: ArgumentHelp("The number that random draws start from; 1 unless given.", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "internal hides groups under five (the default); pilot shows all and needs --consent.", valueName: "mode"))
  var disclosure: DisclosureMode?

  @Option(help: ArgumentHelp("Why everything may be shown; printed on every page.", valueName: "why"))
  var consent: String?

  func validate() throws {
    if !by.isEmpty, choices.by.isEmpty { throw ValidationError("--by needs a column, such as respondent_type.") }
    try choices.checkConsent()
  }

  /// The choices as values.
  var choices: PlanChoices {
    PlanChoices(planPath: plan, seed: seed, by: ListOption.parts(by), disclosure: disclosure, consent: consent)
  }
}
