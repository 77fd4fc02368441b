/// Linear regression whose errors are honest about clusters, such as organisations: people of one may answer alike.
///
/// For comparisons in which types of people are mixed within organisations; its p stands beside the restricted permutation's, never in
/// its place, and is refused for fewer than six clusters.
///
/// - Shapes: one row of the design per value, with a column of ones where an intercept is wanted (``ModelDesign``); a cluster number
///   per value; `frequencies` where a row stands for several people alike.
/// - Units: coefficients are in the values' unit per unit of their column.
/// - Null: t with Satterthwaite's degrees of freedom for a coefficient; an approximate F for several (``wald(_:)``).
/// - Cost: rows × columns²; clusters × columns³.
/// - Source: CR0 and CR1, Liang & Zeger (1986), Biometrika 73(1), 13–22; CR2, Bell & McCaffrey (2002), Survey Methodology 28(2),
///   169–181; degrees of freedom and F, Pustejovsky & Tipton (2018), Journal of Business & Economic Statistics 36(4), 672–683,
///   doi:10.1080/07350015.2016.1247004; HC3, MacKinnon & White (1985), Journal of Econometrics 29(3), 305–325.
public struct ClusterRobustRegression: Sendable {
  /// One coefficient with its standard errors.
  public struct Coefficient: Sendable, Hashable {
    /// The estimate.
    public let estimate: Double
    /// The standard error for unrelated people with one variance.
    public let classical: Double
    /// The standard error for unrelated people, whatever their variances; nil where one person alone decides a coefficient.
    public let hc3: Double?
    /// The sandwich, too small for few clusters.
    public let cr0: Double
    /// CR0 times G/(G − 1) × (N − 1)/(N − p), as Stata does.
    public let cr1: Double
    /// Free of bias if people are unrelated with one variance: the one to use.
    public let cr2: Double
    /// Satterthwaite's degrees of freedom of ``cr2``.
    public let degreesOfFreedom: Double
    /// The two-sided p of the estimate over ``cr2``.
    public let p: Double
    /// The t interval with ``cr2``.
    public let interval: ConfidenceInterval
    /// Whether clusters disagree about it at all. Where one cluster alone decides it the errors by cluster are nought, p is 1, and the
    /// interval is the estimate: there is no error, and none is to be printed.
    public let hasError: Bool
  }

  /// A test of several coefficients at once.
  public struct Wald: Sendable, Hashable {
    /// F.
    public let f: Double
    /// How many coefficients.
    public let numeratorDegreesOfFreedom: Double
    /// The approximate degrees of freedom of the denominator.
    public let denominatorDegreesOfFreedom: Double
    /// The p, the upper tail.
    public let p: Double
  }

  /// The coefficients, in the order of the design's columns.
  public let coefficients: [Coefficient]
  /// Clusters.
  public let clusterCount: Int
  private let pieces: SandwichPieces

  /// - Throws: ``ModelFault``.
  public init(
    design: [[Double]], values: [Double], clusters: [Int], frequencies: [Int]? = nil, fewestClusters: Int = 6,
    level: Double = 0.95
  ) throws(ModelFault) {
    precondition(clusters.count == values.count, "clusters do not fit the values")
    let count = Set(clusters).count
    guard count >= fewestClusters else { throw .tooFewClusters(needed: fewestClusters) }
    let fit = try LeastSquares(design: design, values: values, frequencies: frequencies)
    let scale = zip(values, fit.frequencies).reduce(0) { $0 + $1.1 * $1.0 * $1.0 }
    guard fit.variance * Double(fit.freedom) > 1e-24 * scale else { throw .noResidual }
    let pieces = SandwichPieces(fit, clusters: clusters)
    let (groups, rows) = (Double(count), fit.frequencies.reduce(0, +))
    let stata = groups / (groups - 1) * (rows - 1) / Double(fit.freedom)
    let heteroscedastic = pieces.heteroscedastic(fit)
    clusterCount = count
    self.pieces = pieces
    var coefficients: [Coefficient] = []
    for (place, estimate) in fit.coefficients.enumerated() {
      let plain = pieces.variance(place, corrected: false)
      let error = pieces.variance(place, corrected: true).squareRoot()
      let freedom = pieces.freedom(place)
      let classical = (fit.variance * fit.bread[place, place]).squareRoot()
      let hc3 = heteroscedastic.map { $0[place].squareRoot() }
      // What rounding leaves of nought is far below any error of people.
      guard error > 1e-9 * classical, freedom.isFinite, freedom > 0 else {
        coefficients.append(
          Coefficient(
            estimate: estimate, classical: classical, hc3: hc3, cr0: 0, cr1: 0, cr2: 0, degreesOfFreedom: 0, p: 1,
            interval: ConfidenceInterval(lower: estimate, upper: estimate, level: level), hasError: false))
        continue
      }
      coefficients.append(
        Coefficient(
          estimate: estimate, classical: classical, hc3: hc3, cr0: plain.squareRoot(),
          cr1: (stata * plain).squareRoot(), cr2: error, degreesOfFreedom: freedom,
          p: PairwiseComparisons.positive(
            StudentDistribution.bothTails(estimate / error, degreesOfFreedom: freedom)),
          interval: .mean(estimate, standardError: error, degreesOfFreedom: freedom, level: level), hasError: true))
    }
    guard coefficients.contains(where: \.hasError) else { throw .noResidual }
    self.coefficients = coefficients
  }

  /// Are all of these coefficients zero? Hotelling's T² with Zhang's degrees of freedom, on CR2.
  ///
  /// - Returns: nil when the clusters are too few for so many coefficients, and where one of these has no error.
  public func wald(_ places: [Int]) -> Wald? {
    precondition(!places.isEmpty && Set(places).count == places.count, "name each coefficient once")
    guard places.allSatisfy({ coefficients[$0].hasError }) else { return nil }
    return pieces.wald(places, estimates: places.map { coefficients[$0].estimate })
  }
}
