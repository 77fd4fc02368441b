import Foundation

/// Linear regression with a random intercept per cluster, such as an organisation: people of one share what sets it apart.
///
/// Fitted by restricted (or full) maximum likelihood, profiled to one dimension: the ratio of the variance between clusters to that
/// inside them. A ratio of 0 is a fit on the boundary, not a failure.
///
/// - Shapes: one row of the design per value, with a column of ones where an intercept is wanted (``ModelDesign``); a cluster number
///   per value; six clusters or more.
/// - Units: coefficients are in the values' unit per unit of their column, variances in its square.
/// - Cost: rows × columns² once, then clusters × columns² for each of some hundred tries.
/// - Source: Patterson & Thompson (1971), Biometrika 58(3), 545–554; profiled as Bates et al. (2015), Journal of Statistical Software
///   67(1), doi:10.18637/jss.v067.i01.
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
    design: [[Double]], values: [Double], clusters: [Int], criterion: Criterion = .restricted, fewestClusters: Int = 6
  ) throws(ModelFault) {
    precondition(clusters.count == values.count, "clusters do not fit the values")
    let count = Set(clusters).count
    guard count >= max(2, fewestClusters) else { throw .tooFewClusters(needed: max(2, fewestClusters)) }
    let start = try LeastSquares(design: design, values: values)
    let scale = values.reduce(0) { $0 + $1 * $1 }
    guard start.variance * Double(start.freedom) > 1e-24 * scale else { throw .noResidual }
    let profile = InterceptProfile(start, clusters: clusters, criterion: criterion)
    let flat = profile.fit(ratio: 0)
    let best = profile.minimum
    guard let flat else { throw .dependentColumns }
    let chosen: InterceptProfile.Fit
    if let best, best.deviance < flat.deviance - 1e-9 { chosen = best } else { chosen = flat }
    coefficients = zip(start.coefficients, chosen.shift).map { $0 + $1 }
    standardErrors = chosen.variances.map { ($0 * chosen.variance).squareRoot() }
    residualVariance = chosen.variance
    clusterVariance = chosen.variance * chosen.ratio
    deviance = chosen.deviance
    isOnBoundary = chosen.ratio == 0
    clusterCount = count
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
    for row in fit.design { product.add(row) }
    self.product = product
    squares = fit.residuals.reduce(0) { $0 + $1 * $1 }
    rows = Double(fit.residuals.count)
    self.criterion = criterion
    parts = Dictionary(grouping: clusters.indices) { clusters[$0] }.sorted { $0.key < $1.key }.map { _, rows in
      var sums = [Double](repeating: 0, count: width)
      for row in rows { for place in 0..<width { sums[place] += fit.design[row][place] } }
      return Part(size: Double(rows.count), sums: sums, total: rows.reduce(0) { $0 + fit.residuals[$1] })
    }
  }

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
    let freedom = criterion == .restricted ? rows - Double(product.dimension) : rows
    guard rest > 0 else { return nil }
    let variance = rest / freedom
    return Fit(
      ratio: ratio,
      deviance: freedom * (1 + log(2 * Double.pi * variance)) + logarithm
        + (criterion == .restricted ? determinant : 0),
      variance: variance, shift: shift, variances: (0..<product.dimension).map { inverse[$0, $0] })
  }

  /// The least deviance over positive ratios: a grid on the logarithm, then golden section round its best place.
  var minimum: Fit? {
    func deviance(_ logarithm: Double) -> Double { fit(ratio: exp(logarithm))?.deviance ?? .infinity }
    let grid = (0...64).map { -16 + 0.5 * Double($0) }
    guard let best = grid.min(by: { deviance($0) < deviance($1) }) else { return nil }
    var (low, high) = (best - 0.5, best + 0.5)
    let golden = (5.0.squareRoot() - 1) / 2
    for _ in 0..<60 {
      let (a, b) = (high - golden * (high - low), low + golden * (high - low))
      if deviance(a) < deviance(b) { high = b } else { low = a }
    }
    return fit(ratio: exp((low + high) / 2))
  }
}
