/// Welch's analysis of variance: do several groups have the same mean, whatever their variances?
///
/// - Shapes: two or more groups of at least two values that vary within each group.
/// - Units: those of the values; F has none.
/// - Null: F.
/// - Cost: the number of groups.
/// - Source: Welch (1951), Biometrika 38(3–4), 330–336, doi:10.2307/2332579.
public struct WelchAnovaTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Welch's analysis of variance"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "All groups have the same mean."
  /// F.
  public let statistic: Double
  /// The numerator's degrees of freedom.
  public let degreesOfFreedom: Double?
  /// The denominator's degrees of freedom.
  public let denominatorDegreesOfFreedom: Double
  /// The p-value.
  public let pValue: PValue

  /// - Throws: ``SampleFault`` for fewer than two groups, a group of fewer than two values, or a group without variation.
  public init(_ groups: [Moments]) throws(SampleFault) {
    guard groups.count >= 2 else { throw .fewerThanTwoGroups }
    let weights = try groups.enumerated().map { group, moments throws(SampleFault) in
      guard let variance = moments.variance else { throw SampleFault.tooFewValues(group: group, needed: 2) }
      guard variance > 0 else { throw SampleFault.noVariation }
      return Double(moments.count) / variance
    }
    let total = weights.reduce(0, +)
    let mean = zip(weights, groups).reduce(0) { $0 + $1.0 * $1.1.mean } / total
    let k = Double(groups.count)
    let between = zip(weights, groups).reduce(0) { $0 + $1.0 * ($1.1.mean - mean) * ($1.1.mean - mean) } / (k - 1)
    let spread = zip(weights, groups).reduce(0) { sum, entry in
      sum + (1 - entry.0 / total) * (1 - entry.0 / total) / Double(entry.1.count - 1)
    }
    let f = between / (1 + 2 * (k - 2) / (k * k - 1) * spread)
    let denominator = (k * k - 1) / (3 * spread)
    statistic = f
    degreesOfFreedom = k - 1
    denominatorDegreesOfFreedom = denominator
    pValue = .asymptotic(FDistribution.upperTail(f, k - 1, denominator), smallest: 0)
  }
}
