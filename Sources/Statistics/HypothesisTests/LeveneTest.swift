/// Levene's test of spread: do several groups lie equally far from their own middles?
///
/// An analysis of variance of the distances. About the median it is Brown and Forsythe's test, which holds its size for skewed
/// answers; about the mean it is Levene's own.
///
/// - Shapes: two or more groups of at least two values.
/// - Units: those of the values; F has none.
/// - Null: F.
/// - Cost: distinct values × groups.
/// - Source: Levene (1960), in Contributions to Probability and Statistics, 278–292; Brown & Forsythe (1974), JASA 69(346),
///   364–367, doi:10.1080/01621459.1974.10482955.
public struct LeveneTest: HypothesisTest {
  /// What distances are taken from.
  public enum Centre: Sendable, Hashable {
    /// Each group's median: Brown and Forsythe.
    case median
    /// Each group's mean: Levene.
    case mean
  }

  /// The name in reports and files.
  public static let name = "Levene's test of spread"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "All groups lie equally far from their own middles."
  /// F.
  public let statistic: Double
  /// The numerator's degrees of freedom, groups − 1.
  public let degreesOfFreedom: Double?
  /// The denominator's degrees of freedom, values − groups.
  public let denominatorDegreesOfFreedom: Double
  /// The p-value.
  public let pValue: PValue

  /// - Throws: ``SampleFault`` for fewer than two groups, a group of fewer than two values, or distances that do not vary.
  public init(_ counts: ValueCounts, centre: Centre = .median) throws(SampleFault) {
    try counts.checkForComparison()
    for (group, size) in counts.groupTotals.enumerated() where size < 2 { throw .tooFewValues(group: group, needed: 2) }
    let distances = (0..<counts.groupCount).map { group in
      let row = counts.row(group)
      let middle = centre == .median ? counts.median(ofGroup: group) : Moments(values: counts.values, counts: row).mean
      return Moments(values: counts.values.map { abs($0 - middle) }, counts: row)
    }
    let test = try AnovaTest(distances)
    statistic = test.statistic
    degreesOfFreedom = test.degreesOfFreedom
    denominatorDegreesOfFreedom = test.denominatorDegreesOfFreedom
    pValue = test.pValue
  }
}
