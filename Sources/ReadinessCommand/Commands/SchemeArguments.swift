import ArgumentParser
import Readiness
import Survey

/// What `run`, `weigh`, `rank` and `robustness` share: where weights come from, and how the barriers are put together.
struct SchemeArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Weights of the barriers: equal, budget, budget_overlapping, ahp:FILE, manual:FILE, entropy, critic, pca or bod.",
      valueName: "scheme"))
  var scheme: String?

  @Option(
    help: ArgumentHelp(
      "How barriers make one score: arithmetic, geometric, harmonic, power:2, minimum, mpi or owa:NUMBERS.",
      valueName: "rule"))
  var aggregation: String?

  private static let rules =
    "arithmetic, geometric, harmonic, power:NUMBER, minimum, mpi or owa:NUMBERS (worst first, with commas)"

  func validate() throws {
    if let scheme, SchemeChoice(scheme) == nil {
      let hint = NearestName.of(scheme, in: SchemeChoice.names).map { " Did you mean “\($0)”?" } ?? ""
      throw ValidationError(
        "--scheme \(scheme): expected \(SchemeChoice.names.joined(separator: ", ")), ahp:FILE or manual:FILE.\(hint)")
    }
    if let aggregation, AggregationRule(aggregation) == nil {
      throw ValidationError(
        "--aggregation \(aggregation): expected \(Self.rules). readiness weigh also takes copeland, borda and kemeny.")
    }
  }

  /// The choice of weights.
  var choice: SchemeChoice? { scheme.flatMap(SchemeChoice.init) }
  /// The choice of aggregation.
  var rule: AggregationRule? { aggregation.flatMap(AggregationRule.init) }
}

/// What `run` and `weigh` share: the readiness that gaps are measured from.
struct TargetArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Readiness that gaps are measured from, from 1 to 100; 100 unless the plan says otherwise.", valueName: "points"))
  var target: Double?

  func validate() throws {
    if let target, !(1...100).contains(target) {
      throw ValidationError("--target \(target): expected a readiness from 1 to 100.")
    }
  }
}
