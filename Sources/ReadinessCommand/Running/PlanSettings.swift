import Foundation
import Readiness
import Survey

/// The plan of a run with every choice made: the plan file, or the survey's own, and the options over it.
struct PlanSettings {
  var plan: ScoringPlan
  /// The reading, which also keeps the columns that `--by` names.
  let reading: Reading
  let inputs: [Reading.Input]

  init(_ choices: PlanChoices, reading: Reading, instrument: Instrument) throws(CommandFault) {
    var (plan, inputs) = try Self.plan(of: reading.survey, path: choices.planPath)
    choices.apply(to: &plan)
    if let scheme = choices.scheme { inputs += try scheme.apply(to: &plan, instrument: instrument) }
    try Self.check(plan, choices: choices, instrument: instrument)
    self.plan = plan
    self.inputs = inputs
    var reading = reading
    for name in plan.by where !Self.kept.contains(name) && !reading.options.groups.contains(name) {
      reading.keep(name, for: "--by")
    }
    self.reading = reading
  }

  /// Families of measures that are compared together.
  private static let families = ["overall", "dimensions", "co", "steps", "dont_know", "items"]

  /// Columns that are always kept, or made from the respondent type.
  private static let kept = ["respondent_type", "roll_up", "organisation_type", "service", "wave", "language"]

  /// The plan file that is named, or the survey's own, with what it is an input as; the defaults where there is neither.
  static func plan(of survey: String, path: String?) throws(CommandFault) -> (
    plan: ScoringPlan, inputs: [Reading.Input]
  ) {
    guard let path = path ?? ownPlan(of: survey) else { return (ScoringPlan(), []) }
    let bytes = try InputFile.bytes(path)
    let name = URL(filePath: path).lastPathComponent
    return (
      try read(bytes, name: name), [Reading.Input(role: "plan", name: name, sha256: Checksum.sha256(bytes))]
    )
  }

  private static func ownPlan(of survey: String) -> String? {
    let folders = [URL(filePath: survey), InstrumentLibrary.folder?.appending(path: survey)].compactMap { $0 }
    return folders.map { $0.appending(path: "plan.yaml").path(percentEncoded: false) }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  private static func read(_ bytes: [UInt8], name: String) throws(CommandFault) -> ScoringPlan {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFault(.badSettings, "The plan \(name) is not UTF-8 text.")
    }
    do {
      return try PlanFile(text: text, name: name).plan
    } catch {
      throw CommandFault(.badSettings, "The plan cannot be used.", faults: error.faults)
    }
  }

  private static func check(
    _ plan: ScoringPlan, choices: PlanChoices, instrument: Instrument
  ) throws(CommandFault) {
    let measures =
      Self.families + (instrument.budget == nil ? [] : ["allocation"]) + instrument.measures.map(\.id)
    for id in plan.comparison.measures where !measures.contains(id) {
      let hint = NearestName.of(id, in: measures).map { " Did you mean “\($0)”?" } ?? ""
      throw CommandFault(
        choices.measures.isEmpty ? .badSettings : .usage, "No measure or family of them is called “\(id)”.\(hint)")
    }
    let dimensions = instrument.dimensions.map(\.id)
    for id in plan.dimensionWeights.keys.sorted() where !dimensions.contains(id) {
      let hint = NearestName.of(id, in: dimensions).map { " Did you mean “\($0)”?" } ?? ""
      throw CommandFault(.badSettings, "The plan weighs “\(id)”, which is no barrier of \(instrument.id).\(hint)")
    }
    let missing = plan.dimensionWeights.isEmpty ? [] : dimensions.filter { plan.dimensionWeights[$0] == nil }
    if !missing.isEmpty {
      throw CommandFault(
        .badSettings,
        "The plan weighs some barriers only: no weight for \(missing.joined(separator: ", ")) under dimension_weights; give "
          + "every barrier one, 0 to leave it out.")
    }
    if !plan.dimensionWeights.isEmpty, plan.dimensionWeights.values.allSatisfy({ $0 == 0 }) {
      throw CommandFault(.badSettings, "The plan gives every barrier the weight 0.")
    }
    if choices.consent != nil, plan.disclosure != .pilot {
      throw CommandFault(.usage, "--consent says why everything may be shown; it goes with --disclosure pilot.")
    }
    switch plan.disclosure {
    case .pilot where (plan.consent ?? "").isEmpty:
      throw CommandFault(.usage, "--disclosure pilot shows single answers and needs --consent \"why\".")
    case .internal where choices.showsRespondents, .public where choices.showsRespondents:
      throw CommandFault(.usage, "--respondent-scores shows single people and needs --disclosure pilot.")
    default: break
    }
  }

  /// Refuses a grouping column that no file has, and an order for a column that is not compared.
  func checkColumns(of responses: Responses) throws(CommandFault) {
    for name in plan.comparison.order.keys.sorted() where !plan.by.contains(name) {
      throw CommandFault(.usage, "--order \(name): name the column in --by too, so that it is compared.")
    }
    for name in plan.by where name != "roll_up" {
      guard name != "organisation", responses.grouping(named: name) == nil else {
        if name == "organisation" {
          throw CommandFault(.usage, "--by organisation: organisations are ranked, not compared as groups.")
        }
        continue
      }
      let known = ["roll_up", "respondent_type"] + responses.groups.map(\.name)
      let hint = NearestName.of(name, in: known).map { " Did you mean “\($0)”?" } ?? ""
      throw CommandFault(.usage, "--by \(name): no file has that column.\(hint)")
    }
  }
}
