/// Where the weights of the barrier dimensions come from.
///
/// With linear aggregation a weight is a trade-off between dimensions and not their importance, which is measured beside it.
///
/// - Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, s. 6.
public enum WeightingScheme: Sendable, Hashable, Codable {
  /// Every dimension counts the same: the default, for no factor of the budget reaches four of the dimensions.
  case equal
  /// ``ScoringPlan/dimensionWeights``.
  case manual
  /// Budget allocations, a factor that serves several dimensions split equally over them; two stages, so that the organisation with most
  /// respondents does not set everybody's weights.
  case budget
  /// Budget allocations, every dimension with the whole of each factor that serves it; closed to 1 for scoring.
  case budgetOverlapping
  /// The analytic hierarchy process, from pairwise judgements.
  case ahp(JudgementTable)
  /// Entropy of the organisations' scores: exploratory, for one score of zero moves it far.
  case entropy
  /// Spread times conflict of the organisations' scores.
  case critic
  /// Squared varimax loadings of the organisations' scores; needs three organisations for each dimension.
  case principalComponents
  /// Each organisation's own most flattering weights, between four and six fifths of an equal share: for ranks, not for one score.
  case benefitOfTheDoubt

  /// The name in plan files, on the command line and in tables.
  public var name: String {
    switch self {
    case .equal: "equal"
    case .manual: "manual"
    case .budget: "budget"
    case .budgetOverlapping: "budget_overlapping"
    case .ahp: "ahp"
    case .entropy: "entropy"
    case .critic: "critic"
    case .principalComponents: "pca"
    case .benefitOfTheDoubt: "benefit_of_the_doubt"
    }
  }

  /// The schemes that need nothing but their name.
  public static let named: [WeightingScheme] = [
    .equal, .manual, .budget, .budgetOverlapping, .entropy, .critic, .principalComponents, .benefitOfTheDoubt,
  ]

  /// The scheme of a name, `bod` being short for the benefit of the doubt; nil for others, and for `ahp`, which needs judgements.
  public init?(name: String) {
    let name = name == "bod" ? "benefit_of_the_doubt" : name
    guard let scheme = Self.named.first(where: { $0.name == name }) else { return nil }
    self = scheme
  }

  /// Whether weights are known before any answer is read.
  package var isFixed: Bool {
    switch self {
    case .equal, .manual, .ahp: true
    case .budget, .budgetOverlapping, .entropy, .critic, .principalComponents, .benefitOfTheDoubt: false
    }
  }
}

/// Pairwise judgements of dimensions: how many times as important each is as each other.
///
/// - Shapes: a square matrix in the order of `dimensions`; mirror images are reciprocals, the diagonal is 1.
public struct JudgementTable: Sendable, Hashable, Codable {
  /// Ids of the dimensions.
  public let dimensions: [String]
  /// `judgements[row][column]`: how many times as important the row is as the column.
  public let judgements: [[Double]]

  /// Makes a value from its parts.
  public init(dimensions: [String], judgements: [[Double]]) {
    precondition(
      judgements.count == dimensions.count && judgements.allSatisfy { $0.count == dimensions.count },
      "judgements need a square matrix")
    self.dimensions = dimensions
    self.judgements = judgements
  }

  /// The weights with their consistency, in the order of `order`.
  ///
  /// - Throws: `IndicatorWeights.Fault` for judgements that contradict their mirror image; a dimension without judgements, or one too many, is
  ///   a ``IndicatorWeights/Fault/tooFewRows(needed:)``.
  package func weighed(_ order: [String]) throws(IndicatorWeights.Fault) -> PairwiseJudgements {
    let places = order.compactMap { dimensions.firstIndex(of: $0) }
    guard places.count == order.count, dimensions.count == order.count, !order.isEmpty else {
      throw .tooFewRows(needed: order.count)
    }
    return try PairwiseJudgements(places.map { row in places.map { judgements[row][$0] } }, tolerance: 0.01)
  }
}
