import Foundation

/// A model in which all items measure one thing, each with an error of its own.
///
/// - Shapes: correlations of three items or more, of three people or more.
/// - Units: loadings are correlations of an item with the factor, −1…1; most of them are positive. A uniqueness is the share of an
///   item's variance that is its own; none is let fall below 0.005 (``isImproper``).
/// - Null of the fit: χ² with items × (items − 3) ÷ 2 degrees of freedom, for normal answers; none for three items.
/// - Cost: items³ for each of some ten to a hundred steps.
/// - Source: maximum likelihood, Jöreskog (1967), Psychometrika 32(4), 443–482, doi:10.1007/BF02289658; minimum residuals, Harman &
///   Jones (1966), Psychometrika 31(3), 351–368, doi:10.1007/BF02289468; RMSEA, Steiger (1990), Multivariate Behavioral Research
///   25(2), 173–180; CFI, Bentler (1990), Psychological Bulletin 107(2), 238–246.
public struct OneFactorModel: Sendable, Hashable {
  /// What is made as small as possible.
  public enum Estimator: Sendable, Hashable, CaseIterable {
    /// Minus the likelihood of normal answers.
    case maximumLikelihood
    /// The squares of the correlations that are left over.
    case minimumResiduals

    /// As a report names it.
    public var words: String {
      switch self {
      case .maximumLikelihood: "maximum likelihood"
      case .minimumResiduals: "minimum residuals"
      }
    }
  }

  /// How well the model fits.
  public struct Fit: Sendable, Hashable {
    /// χ² = people × the discrepancy of the likelihood.
    public let chiSquared: Double
    /// χ² with Bartlett's factor, people − 1 − (2 × items + 5) ÷ 6 − 2 ÷ 3 in place of people.
    public let correctedChiSquared: Double
    /// Items × (items − 3) ÷ 2.
    public let degreesOfFreedom: Int
    /// The p of ``correctedChiSquared``, the upper tail.
    public let p: Double
    /// The root mean square error of approximation, of ``chiSquared``.
    public let rmsea: Double
    /// The comparative fit index, of ``chiSquared``: 1 for a model that fits, 0 for one no better than unrelated items.
    public let cfi: Double
  }

  /// What was made as small as possible.
  public let estimator: Estimator
  /// The loading of each item.
  public let loadings: [Double]
  /// What each item has of its own.
  public let uniquenesses: [Double]
  /// How well the model fits; nil for three items, for minimum residuals, and for so few people that Bartlett's factor is not above 0.
  public let fit: Fit?
  /// The root mean square of the correlations that are left over.
  public let residual: Double
  /// Whether an item has, or would have less than, the least uniqueness: the model explains it wholly, which real answers do not allow.
  public let isImproper: Bool

  static let leastUniqueness = 0.005

  /// - Throws: ``FactorFault``.
  public init(
    _ correlations: CorrelationMatrix, estimator: Estimator = .maximumLikelihood
  ) throws(FactorFault) {
    let (r, p) = (correlations.matrix, correlations.itemCount)
    guard p >= 3 else { throw .tooFewItems(needed: 3) }
    guard correlations.count >= 3 else { throw .tooFewPeople(needed: 3) }
    var solution: FactorSolution
    switch estimator {
    case .minimumResiduals: solution = try .minimumResiduals(r)
    case .maximumLikelihood:
      guard correlations.isPositiveDefinite else { throw .notPositiveDefinite }
      solution = try .maximumLikelihood(r)
    }
    if solution.loadings.reduce(0, +) < 0 { solution.loadings = solution.loadings.map { -$0 } }
    self.estimator = estimator
    loadings = solution.loadings
    uniquenesses = solution.uniquenesses
    isImproper = solution.uniquenesses.contains { $0 <= Self.leastUniqueness * (1 + 1e-9) }
    let left = PairwiseComparisons.pairs(p).map { r[$0, $1] - solution.loadings[$0] * solution.loadings[$1] }
    residual = (left.reduce(0) { $0 + $1 * $1 } / Double(left.count)).squareRoot()
    fit = estimator == .maximumLikelihood ? Fit(solution, r, people: Double(correlations.count)) : nil
  }
}

extension OneFactorModel.Fit {
  fileprivate init?(_ solution: FactorSolution, _ r: SymmetricMatrix, people: Double) {
    let p = Double(r.dimension)
    let freedom = r.dimension * (r.dimension - 3) / 2
    let factor = people - 1 - (2 * p + 5) / 6 - 2.0 / 3
    guard freedom > 0, factor > 0, let determinant = r.inverse?.logDeterminant else { return nil }
    chiSquared = people * solution.discrepancy
    correctedChiSquared = factor * solution.discrepancy
    degreesOfFreedom = freedom
    self.p = PairwiseComparisons.positive(
      GSL.chiSquareUpperTail(correctedChiSquared, degreesOfFreedom: Double(freedom)))
    let excess = max(0, chiSquared - Double(freedom))
    rmsea = (excess / (Double(freedom) * people)).squareRoot()
    // The excess of unrelated items.
    let none = max(0, -people * determinant - p * (p - 1) / 2)
    cfi = max(none, excess) > 0 ? 1 - excess / max(none, excess) : 1
  }
}
