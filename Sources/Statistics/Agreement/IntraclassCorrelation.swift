/// ICC(1): the share of the spread of answers that lies between clusters, such as organisations, rather than inside them.
///
/// From a one-way analysis of variance. Clusters may differ in size; those without a value are passed over, and those of one
/// value speak of the spread between clusters alone.
///
/// - Shapes: one ``Moments`` per cluster, two clusters or more, one of them of two values or more.
/// - Units: none. 0 when clusters say nothing of their people, 1 when all of a cluster say the same; below 0, down to
///   −1 ÷ (k₀ − 1), when people of one cluster differ more than people of different ones.
/// - Interval: from the F distribution; exact for normal answers and clusters of one size, else near, with k₀ for the size.
/// - Cost: the number of clusters.
/// - Source: Shrout & Fleiss (1979), Psychological Bulletin 86(2), 420–428, doi:10.1037/0033-2909.86.2.420; unequal sizes,
///   Donner (1986), International Statistical Review 54(1), 67–82; the design effect, Kish (1965), Survey Sampling.
public struct IntraclassCorrelation: Sendable, Hashable {
  /// Why there is no intraclass correlation.
  public enum Fault: Error, Sendable, Hashable {
    /// Fewer than two clusters have a value.
    case fewerThanTwoClusters
    /// No cluster has two values, so nothing is known of the spread inside clusters.
    case onlySingletons
    /// All values are equal.
    case noVariation
  }

  /// ICC(1): (MSB − MSW) ÷ (MSB + (k₀ − 1) MSW). May be negative.
  public let value: Double
  /// The interval of ``value``.
  public let interval: ConfidenceInterval
  /// ICC(2), the reliability of the clusters' means: (MSB − MSW) ÷ MSB. May be negative; nil when all clusters have one mean.
  public let reliability: Double?
  /// The interval of ``reliability``; nil when all clusters have one mean.
  public let reliabilityInterval: ConfidenceInterval?
  /// F = MSB ÷ MSW; nil when values do not vary inside any cluster.
  public let f: Double?
  /// The numerator's degrees of freedom: clusters − 1.
  public let betweenDegreesOfFreedom: Int
  /// The denominator's degrees of freedom: values − clusters.
  public let withinDegreesOfFreedom: Int
  /// The p of F, the upper tail; nil when values do not vary inside any cluster.
  public let p: Double?
  /// k₀ = (N − Σn² ÷ N) ÷ (clusters − 1): the size that stands for clusters of different sizes.
  public let commonSize: Double
  /// How many times larger the variance of a mean is than for as many unrelated people: 1 + (Σn² ÷ N − 1) ICC(1), a negative
  /// correlation taken as 0.
  public let designEffect: Double
  /// Clusters that have a value.
  public let clusterCount: Int
  /// Values in all.
  public let count: Int

  /// - Throws: ``Fault``.
  public init(_ clusters: [Moments], level: Double = 0.95) throws(Fault) {
    let table = VarianceTable(clusters.filter { $0.count > 0 })
    guard table.groupCount >= 2 else { throw .fewerThanTwoClusters }
    guard table.within.degreesOfFreedom > 0 else { throw .onlySingletons }
    guard table.between.squares + table.within.squares > 0 else { throw .noVariation }
    let sizes = clusters.map { Double($0.count) }
    let total = sizes.reduce(0, +)
    let meanSize = sizes.reduce(0) { $0 + $1 * $1 } / total
    let size = (total - meanSize) / Double(table.between.degreesOfFreedom)
    let (between, within) = (table.between.meanSquare, table.within.meanSquare)
    let value = (between - within) / (between + (size - 1) * within)
    self.value = value
    commonSize = size
    designEffect = 1 + (meanSize - 1) * max(0, value)
    clusterCount = table.groupCount
    count = table.count
    betweenDegreesOfFreedom = table.between.degreesOfFreedom
    withinDegreesOfFreedom = table.within.degreesOfFreedom
    reliability = between > 0 ? (between - within) / between : nil
    guard within > 0 else {
      (f, p) = (nil, nil)
      interval = ConfidenceInterval(lower: 1, upper: 1, level: level)
      reliabilityInterval = ConfidenceInterval(lower: 1, upper: 1, level: level)
      return
    }
    let ratio = RatioInterval(f: between / within, table.between.degreesOfFreedom, table.within.degreesOfFreedom, level)
    f = ratio.f
    p = ratio.p
    interval = ratio.single(size: size)
    reliabilityInterval = ratio.f > 0 ? ratio.average : nil
  }
}

/// An F and the intervals of the correlations that are functions of it.
struct RatioInterval {
  let f: Double
  let p: Double
  /// F over its upper quantile, and F times the upper quantile of its reciprocal.
  private let ends: (low: Double, high: Double)
  private let level: Double

  init(f: Double, _ numerator: Int, _ denominator: Int, _ level: Double) {
    let (n, d) = (Double(numerator), Double(denominator))
    self.f = f
    self.level = level
    p = max(FDistribution.upperTail(f, n, d), .leastNonzeroMagnitude)
    let upper = (1 + level) / 2
    ends = (f / FDistribution.quantile(upper, n, d), f * FDistribution.quantile(upper, d, n))
  }

  /// The interval of (F − 1) ÷ (F + k − 1).
  func single(size: Double) -> ConfidenceInterval {
    ConfidenceInterval(
      lower: (ends.low - 1) / (ends.low + size - 1), upper: (ends.high - 1) / (ends.high + size - 1), level: level)
  }

  /// The interval of 1 − 1 ÷ F.
  var average: ConfidenceInterval {
    ConfidenceInterval(lower: 1 - 1 / ends.low, upper: 1 - 1 / ends.high, level: level)
  }
}
