public import Disclosure
import Statistics

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
  /// Where the weights of the dimensions come from. ``WeightingScheme/equal`` gives way to ``dimensionWeights`` where these are set.
  public var weighting: WeightingScheme
  /// How the dimensions are put together.
  public var aggregation: AggregationRule
  /// How much a person must have answered; nil takes the instrument's rule.
  public var missingRule: MissingRule?
  /// How groups of respondents are compared.
  public var comparison: ComparisonPlan
  /// Readiness that gaps are measured from, above 0 and at most 100: 100 is where no barrier gets in the way.
  public var target: Double
  /// When an organisation's views are split, so that its mean is not called its view.
  public var views: ViewsRule
  /// How small groups are hidden.
  public var disclosure: DisclosureMode
  /// The recorded reason for showing everything; needed by ``/Disclosure/DisclosureMode/pilot``.
  public var consent: String?
  /// Groups that are hidden whatever their size, because of earlier releases: what ``CheckedRelease`` found.
  public var heldBack: [HeldGroup] = []

  /// A plan with the package's defaults.
  public init(
    seed: UInt64 = 1, draws: Int = 2_000, permutations: Int = 99_999, level: Double = 0.95, rankMinimum: Int = 5,
    intervalMinimum: Int = 5, by: [String] = ["roll_up"], dimensionWeights: [String: Double] = [:],
    weighting: WeightingScheme = .equal, aggregation: AggregationRule = .arithmetic, missingRule: MissingRule? = nil,
    comparison: ComparisonPlan = ComparisonPlan(), target: Double = 100,
    views: ViewsRule = ViewsRule(), disclosure: DisclosureMode = .internal, consent: String? = nil
  ) {
    self.seed = seed
    self.draws = draws
    self.permutations = permutations
    self.level = level
    self.rankMinimum = rankMinimum
    self.intervalMinimum = intervalMinimum
    self.by = by
    self.dimensionWeights = dimensionWeights
    self.weighting = weighting
    self.aggregation = aggregation
    self.missingRule = missingRule
    self.comparison = comparison
    self.target = target
    self.views = views
    self.disclosure = disclosure
    self.consent = consent
  }
}

extension ScoringPlan {
  /// Settings that scoring cannot use with an instrument: the name of each, and what is expected. Empty when all is well.
  package func faultySettings(for instrument: Instrument) -> [(name: String, expected: String)] {
    var faults: [(name: String, expected: String)] = []
    let known = instrument.dimensions.map(\.id)
    let weights = dimensionWeights.values
    let unweighed = weights.isEmpty ? [] : known.filter { dimensionWeights[$0] == nil }
    if dimensionWeights.keys.contains(where: { !known.contains($0) })
      || weights.contains(where: { !($0 >= 0 && $0.isFinite) })
      || (!weights.isEmpty && !(weights.reduce(0, +) > 0 && weights.reduce(0, +).isFinite))
    {
      faults.append(
        ("dimension_weights", "numbers from 0 for dimensions among \(known.joined(separator: ", ")), not all 0"))
    } else if !unweighed.isEmpty {
      faults.append(
        (
          "dimension_weights",
          "a weight for every dimension, 0 to leave one out: none is given for \(unweighed.joined(separator: ", "))"
        ))
    }
    faults += faultyWeighing(dimensions: known)
    if !(views.width > 0 && views.width < 100 && views.share > 0 && views.share <= 1) {
      faults.append(("views", "a width above 0 and below 100 points, and a share of people above 0 and at most 1"))
    }
    if let rule = missingRule, rule != rule.usable {
      faults.append(("missing_rule", "a minimum from 1 to 1,000 answers, and shares from 0 to 1"))
    }
    return faults
  }
}

extension ScoringPlan {
  /// The scheme that the overall score uses: manual where weights are given and no other scheme is named.
  public var scheme: WeightingScheme { weighting == .equal && !dimensionWeights.isEmpty ? .manual : weighting }

  /// Weights that are known before any answer is read, one per dimension; ones where the scheme rests on answers, which an
  /// ``Assessment`` looks up first.
  func fixedWeights(_ dimensions: [String]) -> [Double] {
    switch scheme {
    case .manual:
      dimensions.map { id in
        let weight = dimensionWeights[id] ?? 0
        return weight >= 0 && weight.isFinite ? weight : 0
      }
    case .ahp(let table): (try? table.weighed(dimensions))?.weights.shares ?? dimensions.map { _ in 0 }
    default: dimensions.map { _ in 1 }
    }
  }

  /// The plan with weights that a scheme found: the same scores without looking at the answers again.
  func using(weights: [Double?], of dimensions: [String]) -> ScoringPlan {
    var plan = self
    plan.weighting = .manual
    plan.dimensionWeights = Dictionary(
      zip(dimensions, weights.map { $0 ?? 0 }), uniquingKeysWith: { first, _ in first })
    return plan
  }

  private func faultyWeighing(dimensions: [String]) -> [(name: String, expected: String)] {
    var faults: [(name: String, expected: String)] = []
    switch weighting {
    case .manual where dimensionWeights.isEmpty:
      faults.append(("weighting", "weights under dimension_weights for the scheme manual"))
    case .ahp(let table) where !dimensions.isEmpty && (try? table.weighed(dimensions)) == nil:
      faults.append(
        ("weighting", "judgements above 0 of every two dimensions among \(dimensions.joined(separator: ", "))"))
    default: break
    }
    switch aggregation {
    case .score(.power(let exponent)) where !(abs(exponent) <= AggregationRule.exponentLimit):
      faults.append(("aggregation", "a power from −100 to 100"))
    case .score(.ordered(let places))
    where places.count != dimensions.count || (try? IndicatorWeights(proportions: places)) == nil:
      faults.append(("aggregation", "\(dimensions.count) numbers from 0 for owa, not all 0, one for each dimension"))
    default: break
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
