/// Linear regression of unrelated people whose variances may differ: the plain standard error, and one that no unequal variance misleads.
///
/// - Shapes: one row of the design per value, with a column of ones where an intercept is wanted; `frequencies` where a row stands for
///   several people alike.
/// - Units: coefficients are in the values' unit per unit of their column.
/// - Null: t, or F for several coefficients, with people − columns degrees of freedom.
/// - Cost: rows × columns².
/// - Source: HC3, MacKinnon & White (1985), Journal of Econometrics 29(3), 305–325; for small samples, Long & Ervin (2000), American
///   Statistician 54(3), 217–224.
public struct LinearRegression: Sendable {
  /// One coefficient with its standard errors.
  public struct Coefficient: Sendable, Hashable {
    /// The estimate.
    public let estimate: Double
    /// The standard error for people with one variance.
    public let classical: Double
    /// The standard error whatever the variances: the one to use.
    public let hc3: Double
    /// The two-sided p of the estimate over ``hc3``.
    public let p: Double
    /// The t interval with ``hc3``.
    public let interval: ConfidenceInterval
  }

  /// The coefficients, in the order of the design's columns.
  public let coefficients: [Coefficient]
  /// People − columns.
  public let degreesOfFreedom: Double
  /// The residual variance.
  public let residualVariance: Double
  private let covariance: SymmetricMatrix

  /// - Throws: ``ModelFault``; ``ModelFault/noResidual`` where one person alone decides a coefficient, or nothing is left unexplained.
  public init(
    design: [[Double]], values: [Double], frequencies: [Int]? = nil, level: Double = 0.95
  ) throws(ModelFault) {
    let fit = try LeastSquares(design: design, values: values, frequencies: frequencies)
    let scale = zip(values, fit.frequencies).reduce(0) { $0 + $1.1 * $1.0 * $1.0 }
    guard fit.variance * Double(fit.freedom) > 1e-24 * scale else { throw .noResidual }
    var covariance = SymmetricMatrix(dimension: fit.bread.dimension)
    for (index, row) in fit.design.enumerated() {
      let pull = fit.bread.times(row)
      let rest = 1 - zip(row, pull).reduce(0) { $0 + $1.0 * $1.1 }
      guard rest > 1e-9 else { throw .noResidual }
      let residual = fit.residuals[index] / rest
      covariance.add(pull, weight: fit.frequencies[index] * residual * residual)
    }
    let freedom = Double(fit.freedom)
    var made: [Coefficient] = []
    for (place, estimate) in fit.coefficients.enumerated() {
      let error = covariance[place, place].squareRoot()
      guard error > 0 else { throw .noResidual }
      made.append(
        Coefficient(
          estimate: estimate, classical: (fit.variance * fit.bread[place, place]).squareRoot(), hc3: error,
          p: PairwiseComparisons.positive(StudentDistribution.bothTails(estimate / error, degreesOfFreedom: freedom)),
          interval: .mean(estimate, standardError: error, degreesOfFreedom: freedom, level: level)))
    }
    coefficients = made
    degreesOfFreedom = freedom
    residualVariance = fit.variance
    self.covariance = covariance
  }

  /// Are all of these coefficients zero? F on HC3; nil where they have no spread of their own.
  public func wald(_ places: [Int]) -> ClusterRobustRegression.Wald? {
    .init(places, estimates: coefficients.map(\.estimate), covariance: covariance, degreesOfFreedom: degreesOfFreedom)
  }
}

extension ClusterRobustRegression.Wald {
  /// Plain F of several coefficients; nil where their covariances have no inverse.
  init?(_ places: [Int], estimates: [Double], covariance: SymmetricMatrix, degreesOfFreedom: Double) {
    precondition(!places.isEmpty && Set(places).count == places.count, "name each coefficient once")
    let block = SymmetricMatrix(dimension: places.count) { covariance[places[$0], places[$1]] }
    guard degreesOfFreedom > 0, let inverse = block.inverse?.matrix else { return nil }
    let chosen = places.map { estimates[$0] }
    f = inverse.form(chosen, chosen) / Double(places.count)
    numeratorDegreesOfFreedom = Double(places.count)
    denominatorDegreesOfFreedom = degreesOfFreedom
    p = PairwiseComparisons.positive(FDistribution.upperTail(f, numeratorDegreesOfFreedom, degreesOfFreedom))
  }
}
