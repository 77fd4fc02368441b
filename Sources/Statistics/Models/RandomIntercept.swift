import Foundation

/// Linear regression with a random intercept per cluster, such as an organisation: people of one share what sets it apart.
///
/// Fitted by restricted (or full) maximum likelihood, profiled to one dimension: the ratio of the variance between clusters to that
/// inside them. A ratio of 0 is a fit on the boundary, not a failure.
///
/// - Shapes: one row of the design per value, with a column of ones where an intercept is wanted (``ModelDesign``); a cluster number
///   per value; six clusters or more; `frequencies` where a row stands for several people alike.
/// - Units: coefficients are in the values' unit per unit of their column, variances in its square.
/// - Cost: rows × columns² once, then clusters × columns² for each of some hundred tries.
/// - Source: Patterson & Thompson (1971), Biometrika 58(3), 545–554; profiled as Bates et al. (2015), Journal of Statistical Software
///   67(1), doi:10.18637/jss.v067.i01; degrees of freedom after Satterthwaite as Giesbrecht & Burns (1985), Biometrics 41(2),
///   477–486, with the observed information, as lmerTest (Kuznetsova et al. 2017, doi:10.18637/jss.v082.i13).
public struct RandomIntercept: Sendable, Hashable {
  /// What is made as large as possible.
  public enum Criterion: Sendable, Hashable {
    /// Restricted likelihood: variances free of bias from the coefficients.
    case restricted
    /// Full likelihood.
    case full
  }

  /// The coefficients, in the order of the design's columns.
  public let coefficients: [Double]
  /// Their standard errors.
  public let standardErrors: [Double]
  /// Satterthwaite's degrees of freedom of each; people less coefficients on the boundary.
  public let degreesOfFreedom: [Double]
  /// The variance between clusters.
  public let clusterVariance: Double
  /// The variance inside clusters.
  public let residualVariance: Double
  /// −2 × the logarithm of the (restricted) likelihood.
  public let deviance: Double
  /// Whether the variance between clusters is 0, the edge of what it can be.
  public let isOnBoundary: Bool
  /// Clusters.
  public let clusterCount: Int

  /// The share of the variance that lies between clusters.
  public var intraclassCorrelation: Double { clusterVariance / (clusterVariance + residualVariance) }

  /// - Throws: ``ModelFault``.
  public init(
    design: [[Double]], values: [Double], clusters: [Int], frequencies: [Int]? = nil,
    criterion: Criterion = .restricted, fewestClusters: Int = 6
  ) throws(ModelFault) {
    precondition(clusters.count == values.count, "clusters do not fit the values")
    let count = Set(clusters).count
    guard count >= max(2, fewestClusters) else { throw .tooFewClusters(needed: max(2, fewestClusters)) }
    let start = try LeastSquares(design: design, values: values, frequencies: frequencies)
    let scale = zip(values, start.frequencies).reduce(0) { $0 + $1.1 * $1.0 * $1.0 }
    guard start.variance * Double(start.freedom) > 1e-24 * scale else { throw .noResidual }
    let profile = InterceptProfile(start, clusters: clusters, criterion: criterion)
    let flat = profile.fit(ratio: 0)
    let best = profile.minimum
    guard let flat else { throw .dependentColumns }
    let chosen: InterceptProfile.Fit
    if let best, best.deviance < flat.deviance - 1e-9 { chosen = best } else { chosen = flat }
    coefficients = zip(start.coefficients, chosen.shift).map { $0 + $1 }
    standardErrors = chosen.variances.map { ($0 * chosen.variance).squareRoot() }
    degreesOfFreedom = profile.degreesOfFreedom(chosen)
    residualVariance = chosen.variance
    clusterVariance = chosen.variance * chosen.ratio
    deviance = chosen.deviance
    isOnBoundary = chosen.ratio == 0
    clusterCount = count
  }

  /// The two-sided p of a coefficient: t with Satterthwaite's degrees of freedom.
  public func p(_ place: Int) -> Double {
    PairwiseComparisons.positive(
      StudentDistribution.bothTails(
        coefficients[place] / standardErrors[place], degreesOfFreedom: degreesOfFreedom[place]))
  }

  /// The t interval of a coefficient.
  public func interval(_ place: Int, level: Double = 0.95) -> ConfidenceInterval {
    .mean(
      coefficients[place], standardError: standardErrors[place], degreesOfFreedom: degreesOfFreedom[place], level: level
    )
  }
}

/// The likelihood of a random intercept as a function of the ratio of its variance to the residual variance.
private struct InterceptProfile {
  struct Fit {
    let ratio: Double
    let deviance: Double
    let variance: Double
    /// Coefficients less those of least squares.
    let shift: [Double]
    /// The diagonal of (X′V⁻¹X)⁻¹.
    let variances: [Double]
  }

  private struct Part {
    let size: Double
    let sums: [Double]
    let total: Double
  }

  private let parts: [Part]
  private let product: SymmetricMatrix
  private let squares: Double
  private let rows: Double
  private let criterion: RandomIntercept.Criterion

  /// Works on the residuals of least squares, whose products with the design are zero.
  init(_ fit: LeastSquares, clusters: [Int], criterion: RandomIntercept.Criterion) {
    let width = fit.bread.dimension
    var product = SymmetricMatrix(dimension: width)
    for (row, weight) in zip(fit.design, fit.frequencies) { product.add(row, weight: weight) }
    self.product = product
    squares = fit.squares
    rows = fit.frequencies.reduce(0, +)
    self.criterion = criterion
    parts = Dictionary(grouping: clusters.indices) { clusters[$0] }.sorted { $0.key < $1.key }.map { _, rows in
      var sums = [Double](repeating: 0, count: width)
      for row in rows { for place in 0..<width { sums[place] += fit.frequencies[row] * fit.design[row][place] } }
      return Part(
        size: rows.reduce(0) { $0 + fit.frequencies[$1] }, sums: sums,
        total: rows.reduce(0) { $0 + fit.frequencies[$1] * fit.residuals[$1] })
    }
  }

  /// What the residual variance divides by.
  private var freedom: Double { criterion == .restricted ? rows - Double(product.dimension) : rows }

  /// The best fit for a ratio: V⁻¹ = I − λ ÷ (1 + nλ) 11′ and ln |V| = ln(1 + nλ) for each cluster.
  func fit(ratio: Double) -> Fit? {
    var inner = product
    var sums = [Double](repeating: 0, count: product.dimension)
    var (rest, logarithm) = (squares, 0.0)
    for part in parts {
      let weight = ratio / (1 + part.size * ratio)
      inner.add(part.sums, weight: -weight)
      for place in sums.indices { sums[place] -= weight * part.sums[place] * part.total }
      rest -= weight * part.total * part.total
      logarithm += log1p(part.size * ratio)
    }
    guard let (inverse, determinant) = inner.inverse else { return nil }
    let shift = inverse.times(sums)
    rest -= zip(shift, sums).reduce(0) { $0 + $1.0 * $1.1 }
    guard rest > 0 else { return nil }
    let variance = rest / freedom
    return Fit(
      ratio: ratio,
      deviance: freedom * (1 + log(2 * Double.pi * variance)) + logarithm
        + (criterion == .restricted ? determinant : 0),
      variance: variance, shift: shift, variances: (0..<product.dimension).map { inverse[$0, $0] })
  }

  /// Satterthwaite's degrees of freedom of each coefficient: 2 V² ÷ (∇V′ A ∇V), V its variance and A twice the inverse of the
  /// Hessian of the deviance, both in the logarithms of the ratio and of the residual variance.
  ///
  /// In these, with Q the sum of squares that is left and L the other terms, the Hessian is (f, −Q′/σ²; −Q′/σ², Q″/σ² + L″) with f
  /// the divisor, and ∇V ÷ V = (1, c′/c) with c the coefficient's variance over σ². On the boundary c′ = 0.
  func degreesOfFreedom(_ fit: Fit) -> [Double] {
    let flat = [Double](repeating: rows - Double(product.dimension), count: product.dimension)
    let step = 0.02
    let near = [-2.0, -1, 1, 2].compactMap { self.fit(ratio: fit.ratio * exp($0 * step)) }
    guard fit.ratio > 0, near.count == 4 else { return flat }
    func first(_ value: (Fit) -> Double) -> Double {
      let v = near.map(value)
      return (v[0] - 8 * v[1] + 8 * v[2] - v[3]) / (12 * step)
    }
    func second(_ value: (Fit) -> Double) -> Double {
      let v = near.map(value)
      return (-v[0] + 16 * v[1] - 30 * value(fit) + 16 * v[2] - v[3]) / (12 * step * step)
    }
    func squares(_ fit: Fit) -> Double { fit.variance * freedom }
    func rest(_ fit: Fit) -> Double { fit.deviance - freedom * log(fit.variance) }
    let cross = -first(squares) / fit.variance
    let curvature = second(squares) / fit.variance + second(rest)
    let determinant = freedom * curvature - cross * cross
    guard determinant > 0 else { return flat }
    return (0..<product.dimension).map { place in
      let slope = first { $0.variances[place] } / fit.variances[place]
      let form = (curvature - 2 * cross * slope + freedom * slope * slope) / determinant
      return form > 0 ? 1 / form : flat[place]
    }
  }

  /// The least deviance over positive ratios: a grid on the logarithm, then golden section round its best place.
  var minimum: Fit? {
    func deviance(_ logarithm: Double) -> Double { fit(ratio: exp(logarithm))?.deviance ?? .infinity }
    let grid = (0...64).map { -16 + 0.5 * Double($0) }.map { (place: $0, deviance: deviance($0)) }
    guard let best = grid.min(by: { $0.deviance < $1.deviance })?.place else { return nil }
    var (low, high) = (best - 0.5, best + 0.5)
    let golden = (5.0.squareRoot() - 1) / 2
    var (a, b) = (high - golden * (high - low), low + golden * (high - low))
    var (atA, atB) = (deviance(a), deviance(b))
    for _ in 0..<40 {
      if atA < atB {
        (high, b, atB) = (b, a, atA)
        a = high - golden * (high - low)
        atA = deviance(a)
      } else {
        (low, a, atA) = (a, b, atB)
        b = low + golden * (high - low)
        atB = deviance(b)
      }
    }
    return fit(ratio: exp((low + high) / 2))
  }
}
