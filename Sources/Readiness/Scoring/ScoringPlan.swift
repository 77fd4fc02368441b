/// Every choice of a run in one value that can be printed, hashed and re-run.
public struct ScoringPlan: Sendable, Hashable, Codable {
  /// Which seed every random stream starts from.
  public var seed: UInt64
  /// Bootstrap draws of respondents within organisations.
  public var draws: Int
  /// Random rearrangements where a test cannot be enumerated.
  public var permutations: Int
  /// The level of intervals and confidence sets.
  public var level: Double
  /// Fewer scored respondents are never ranked.
  public var rankMinimum: Int
  /// Fewer people give no interval of a mean.
  public var intervalMinimum: Int
  /// Columns by which groups are compared; `roll_up` by default.
  public var by: [String]
  /// Weights of the dimensions in the overall score, by dimension id; empty means equal.
  public var dimensionWeights: [String: Double]
  /// How much a person must have answered; nil takes the instrument's rule.
  public var missingRule: MissingRule?
  /// How groups of respondents are compared.
  public var comparison: ComparisonPlan
  /// How small groups are hidden.
  public var disclosure: DisclosureMode
  /// The recorded reason for showing everything; needed by ``DisclosureMode/pilot``.
  public var consent: String?

  /// A plan with the package's defaults.
  public init(
    seed: UInt64 = 1, draws: Int = 2_000, permutations: Int = 99_999, level: Double = 0.95, rankMinimum: Int = 5,
    intervalMinimum: Int = 5, by: [String] = ["roll_up"], dimensionWeights: [String: Double] = [:],
    missingRule: MissingRule? = nil, comparison: ComparisonPlan = ComparisonPlan(),
    disclosure: DisclosureMode = .internal, consent: String? = nil
  ) {
    self.seed = seed
    self.draws = draws
    self.permutations = permutations
    self.level = level
    self.rankMinimum = rankMinimum
    self.intervalMinimum = intervalMinimum
    self.by = by
    self.dimensionWeights = dimensionWeights
    self.missingRule = missingRule
    self.comparison = comparison
    self.disclosure = disclosure
    self.consent = consent
  }
}

/// How small groups are hidden.
public enum DisclosureMode: String, Sendable, Hashable, Codable, CaseIterable {
  /// Hides every statistic of a group under five.
  case `internal`
  /// Shows everything, stamps every page, and needs a recorded consent.
  case pilot
}

extension ScoringPlan {
  /// Settings that scoring cannot use with an instrument: the name of each, and what is expected. Empty when all is well.
  package func faultySettings(for instrument: Instrument) -> [(name: String, expected: String)] {
    var faults: [(name: String, expected: String)] = []
    let known = instrument.dimensions.map(\.id)
    let weights = dimensionWeights.values
    if dimensionWeights.keys.contains(where: { !known.contains($0) })
      || weights.contains(where: { !($0 >= 0 && $0.isFinite) })
      || (!weights.isEmpty && !(weights.reduce(0, +) > 0 && weights.reduce(0, +).isFinite))
    {
      faults.append(
        ("dimension_weights", "numbers from 0 for dimensions among \(known.joined(separator: ", ")), not all 0"))
    }
    if let rule = missingRule, rule != rule.usable {
      faults.append(("missing_rule", "a minimum from 1 to 1,000 answers, and shares from 0 to 1"))
    }
    return faults
  }
}

extension MissingRule {
  /// The rule with every number in its range, so that scoring never stops on a plan that nobody checked.
  var usable: MissingRule {
    MissingRule(
      minimum: min(max(minimum, 1), 1_000), share: share >= 0 && share <= 1 ? share : 0.5,
      weightShare: weightShare >= 0 && weightShare <= 1 ? weightShare : 2.0 / 3.0)
  }
}
