import ArgumentParser
import Readiness

/// What the options of a command change in the plan.
struct PlanChoices: Sendable {
  /// A plan file; nil takes the survey's own plan.
  var planPath: String?
  var seed: UInt64?
  /// Columns that are compared; empty leaves the plan's.
  var by: [String] = []
  var disclosure: DisclosureMode?
  var consent: String?
  var null: ComparisonPlan.Null?
  /// Ids of measures and names of families; empty leaves the plan's.
  var measures: [String] = []
  /// The order of groups by column; empty leaves the plan's.
  var order: [String: [String]] = [:]
  /// Where weights come from; nil leaves the plan's.
  var scheme: SchemeChoice?
  /// How dimensions are put together; nil leaves the plan's.
  var aggregation: AggregationRule?
  /// Readiness that gaps are measured from; nil leaves the plan's.
  var target: Double?
  /// Whether single people are written out.
  var showsRespondents = false

  /// Files that the choices name.
  var paths: [String] { [planPath, scheme?.path].compactMap { $0 } }

  /// Refuses, before anything is read, to show everything without a recorded reason.
  func checkConsent() throws(ValidationError) {
    if let consent, consent.allSatisfy(\.isWhitespace) { throw ValidationError("--consent needs a reason.") }
    if disclosure == .pilot, consent == nil, planPath == nil {
      throw ValidationError("--disclosure pilot shows single answers and needs --consent \"why\".")
    }
  }

  /// Puts the choices over the plan.
  func apply(to plan: inout ScoringPlan) {
    if let seed { plan.seed = seed }
    if !by.isEmpty { plan.by = by }
    if let disclosure { plan.disclosure = disclosure }
    if let consent { plan.consent = consent }
    if let aggregation { plan.aggregation = aggregation }
    if let target { plan.target = target }
    if let null { plan.comparison.null = null }
    if !measures.isEmpty { plan.comparison.measures = measures }
    for (column, groups) in order { plan.comparison.order[column] = groups }
  }
}

/// Lists that options take with commas: `--by a,b`.
enum ListOption {
  /// The parts of all values, trimmed, each once, in order.
  static func parts(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.flatMap { $0.split(separator: ",") }.map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// `column=a,b,c`: the column and its groups; nil for anything else, or for fewer than two groups.
  static func order(_ text: String) -> (column: String, groups: [String])? {
    let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2, let column = parts([sides[0]]).first else { return nil }
    let groups = parts([sides[1]])
    return groups.count > 1 ? (column, groups) : nil
  }
}
