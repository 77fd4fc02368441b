import Survey

/// Why valid responses cannot be assessed: the plan asks for something that cannot be done.
public enum AssessmentFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// Pilot mode shows every person's answers in small groups, so it needs a recorded reason.
  case consentMissing
  /// A name in ``ScoringPlan/by`` is no column of the responses.
  case unknownGrouping(String, known: [String])
  /// A name in ``ComparisonPlan/measures`` is neither a measure nor a family.
  case unknownMeasure(String, nearest: String?)
  /// A name in ``ComparisonPlan/order`` is no group of its column.
  case unknownGroup(String, column: String, nearest: String?)
  /// The weighting scheme or the aggregation cannot be used, for the reason given.
  case schemeImpossible(String, reason: String)
  /// A setting of the plan is out of range.
  case settingOutOfRange(name: String, expected: String)

  /// One plain sentence that says how to mend it.
  public var description: String {
    switch self {
    case .consentMissing:
      "pilot mode shows groups of any size and needs a recorded consent: say who agreed, and why"
    case .unknownGrouping(let name, let known):
      "no column is called “\(name)”; known columns are \(known.joined(separator: ", "))"
    case .unknownMeasure(let name, let nearest):
      "no measure or family of measures is called “\(name)”" + Self.hint(nearest)
    case .unknownGroup(let name, let column, let nearest):
      "no group of “\(column)” is called “\(name)”" + Self.hint(nearest)
    case .schemeImpossible(let name, let reason): "“\(name)” cannot be used: \(reason)"
    case .settingOutOfRange(let name, let expected):
      "the plan's setting “\(name)” is out of range: expected \(expected)"
    }
  }
}

extension AssessmentFault {
  private static func hint(_ nearest: String?) -> String { nearest.map { "; did you mean “\($0)”?" } ?? "" }
}

extension ScoringPlan {
  /// The least number of people in a group that is shown: 10 under `public`, 5 under `internal`, 0 under `pilot`.
  package var disclosureMinimum: Int { disclosure.minimum }

  /// Refuses schemes and aggregations that give no overall score.
  func checkOverallScore() throws(AssessmentFault) {
    if scheme == .benefitOfTheDoubt {
      throw .schemeImpossible(
        scheme.name,
        reason:
          "it gives every organisation weights of its own, so that there is no one overall score; “readiness weigh” ranks by it"
      )
    }
    if aggregation.aggregation == nil {
      throw .schemeImpossible(
        "\(aggregation)",
        reason: "it puts organisations in an order and gives no scores; “readiness weigh” prints the order")
    }
  }

  /// Checks the plan against the responses.
  func check(against responses: Responses) throws(AssessmentFault) {
    if disclosure == .pilot, (consent ?? "").allSatisfy(\.isWhitespace) { throw .consentMissing }
    // Organisations are a level of their own: by organisation there is nothing to tell apart.
    let known = ["roll_up", "respondent_type"] + responses.groups.map(\.name)
    for name in by where !known.contains(name) { throw .unknownGrouping(name, known: known) }
    try comparison.check(against: responses, columns: known)
    func check(_ name: String, _ isInRange: Bool, _ expected: String) throws(AssessmentFault) {
      guard isInRange else { throw .settingOutOfRange(name: name, expected: expected) }
    }
    try check("draws", (1...1_000_000).contains(draws), "1 to 1,000,000 draws")
    try check("permutations", (1...100_000_000).contains(permutations), "1 to 100,000,000 rearrangements")
    try check("level", level > 0 && level < 1, "a level between 0 and 1")
    try check("rank_minimum", rankMinimum >= 1, "at least 1 person")
    try check("target", target > 0 && target <= 100, "a readiness above 0 and at most 100")
    try check("interval_minimum", intervalMinimum >= 2, "at least 2 people")
    for setting in faultySettings(for: responses.instrument) { try check(setting.name, false, setting.expected) }
  }
}
