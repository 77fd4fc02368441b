/// What must be alike before organisations may be put beside each other: the questions, and how scores are made of the answers.
///
/// Scores of different forms are different measures, and so are scores of different versions, weights or rules for missing answers.
public struct BenchmarkKind: Sendable, Hashable {
  /// The instrument: `barriers-standard`.
  public let instrument: String
  /// Its version.
  public let version: String
  /// `full`, `standard` or `short`.
  public let form: String
  /// How scores are made: aggregation, weights of the dimensions, how much a person must have answered, and barrier items that nobody was
  /// asked.
  public let scoring: String

  /// Makes a value from its parts.
  public init(instrument: String, version: String, form: String, scoring: String) {
    self.instrument = instrument
    self.version = version
    self.form = form
    self.scoring = scoring
  }

  /// The questions alone, as releases are kept: `barriers-standard 1.0.0`.
  var survey: String { "\(instrument) \(version)" }
}

extension BenchmarkKind {
  /// The kind of records that responses give under a plan.
  ///
  /// - Throws: ``AssessmentFault/schemeImpossible(_:reason:)`` for weights that rest on the answers: they differ from cohort to
  ///   cohort, so that scores made with them do not compare.
  init(_ responses: Responses, plan: ScoringPlan) throws(AssessmentFault) {
    let instrument = responses.instrument
    guard plan.scheme.isFixed else {
      throw .schemeImpossible(
        plan.scheme.name,
        reason:
          "its weights rest on the answers and differ from cohort to cohort; benchmarks need weights that stay as they are"
      )
    }
    let dimensions = instrument.dimensions.map(\.id)
    let weights = plan.fixedWeights(dimensions)
    let isEqual = Set(weights).count <= 1
    let listed = zip(dimensions, weights).map { "\($0)=\($1)" }.joined(separator: ",")
    let left = instrument.items.indices.filter { responses.answers[$0].isEmpty }.map { instrument.items[$0].code }
    let rule = (plan.missingRule ?? instrument.missingRule).usable
    self.init(
      instrument: instrument.id, version: instrument.version, form: instrument.form,
      scoring: "\(plan.aggregation); weights \(isEqual ? "equal" : listed); answers \(rule.minimum), \(rule.share), "
        + "\(rule.weightShare)" + (left.isEmpty ? "" : "; without \(left.joined(separator: " "))"))
  }

  /// Why records of another kind are not put beside this one, most telling first; nil when they are alike.
  func difference(from other: BenchmarkKind) -> String? {
    if form != other.form {
      return "scores of the form “\(other.form)” and of the form “\(form)” are different measures"
    }
    if instrument != other.instrument { return "“\(other.instrument)” and “\(instrument)” ask different questions" }
    if version != other.version {
      return "versions \(other.version) and \(version) of “\(instrument)” may ask different questions"
    }
    return scoring == other.scoring
      ? nil : "its scores were made another way (\(other.scoring)) than these (\(scoring))"
  }
}
