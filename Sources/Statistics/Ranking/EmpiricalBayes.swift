/// Means of units drawn towards their common mean, the more the less is known of a unit: beside the raw mean, never instead of it.
///
/// A unit keeps the share B = τ² ÷ (τ² + v) of its distance from the mean, where τ² is the variance between units and v its own
/// squared standard error. With τ² = 0 all units are alike: no difference could be detected.
///
/// - Shapes: one mean and one squared standard error per unit, two units or more.
/// - Units: those of the means.
/// - Source: Efron & Morris (1975), Journal of the American Statistical Association 70(350), 311–319, doi:10.2307/2285814; the standard
///   error with that of the mean, √(B v + (1 − B)² ÷ Σw), as for best linear unbiased predictors.
public struct EmpiricalBayes: Sendable, Hashable {
  /// The variance between units.
  public let between: Double
  /// How the variance was estimated.
  public let method: BetweenVariance
  /// The common mean.
  public let mean: Double
  /// Its standard error.
  public let meanError: Double
  /// The share of the variance of the means that lies between units: I², from 0 to 1.
  public let heterogeneity: Double
  /// Cochran's Q, on units − 1 degrees of freedom.
  public let q: Double
  /// The share of its distance from the mean that each unit keeps, from 0 to 1.
  public let kept: [Double]
  /// The shrunken means.
  public let shrunken: [Double]
  /// Their standard errors.
  public let standardErrors: [Double]

  /// Whether the units differ beyond chance at all.
  public var showsDifference: Bool { between > 0 }

  /// Shrinks the means.
  ///
  /// - Throws: ``SampleFault/fewerThanTwoGroups``; ``SampleFault/noVariation`` when an error is not positive.
  public init(means: [Double], squaredErrors: [Double], method: BetweenVariance = .derSimonianLaird) throws(SampleFault)
  {
    let between = try method.estimate(means: means, squaredErrors: squaredErrors)
    let pool = WeightedMean(means, squaredErrors, between: between)
    let fixed = WeightedMean(means, squaredErrors, between: 0)
    let freedom = Double(means.count - 1)
    let typical = freedom / (fixed.weight - fixed.squaredWeight / fixed.weight)
    let kept = squaredErrors.map { between / (between + $0) }
    self.between = between
    self.method = method
    mean = pool.mean
    meanError = (1 / pool.weight).squareRoot()
    heterogeneity = between / (between + typical)
    q = fixed.squares
    self.kept = kept
    shrunken = zip(means, kept).map { pool.mean + $1 * ($0 - pool.mean) }
    standardErrors = zip(squaredErrors, kept).map { error, share in
      (share * error + (1 - share) * (1 - share) / pool.weight).squareRoot()
    }
  }
}
