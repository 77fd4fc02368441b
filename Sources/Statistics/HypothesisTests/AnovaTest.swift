/// Fisher's analysis of variance: do several groups, taken to have one variance, have the same mean?
///
/// A companion of ``WelchAnovaTest``, which does not need equal variances.
///
/// - Shapes: two or more groups of at least one value, some group of two.
/// - Units: those of the values; F has none.
/// - Null: F.
/// - Cost: the number of groups.
/// - Source: Fisher (1925), Statistical Methods for Research Workers.
public struct AnovaTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "analysis of variance"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "All groups have the same mean, and one variance."
  /// F.
  public let statistic: Double
  /// The numerator's degrees of freedom, groups − 1.
  public let degreesOfFreedom: Double?
  /// The denominator's degrees of freedom, values − groups.
  public let denominatorDegreesOfFreedom: Double
  /// The p-value.
  public let pValue: PValue
  /// Sums of squares and mean squares.
  public let table: VarianceTable

  /// - Throws: ``SampleFault`` for fewer than two groups, an empty group, groups of one value each, or no variation inside groups.
  public init(_ groups: [Moments]) throws(SampleFault) {
    guard groups.count >= 2 else { throw .fewerThanTwoGroups }
    if let empty = groups.firstIndex(where: { $0.count == 0 }) { throw .emptyGroup(empty) }
    let table = VarianceTable(groups)
    guard table.within.degreesOfFreedom > 0 else { throw .tooFewValues(group: 0, needed: 2) }
    guard let f = table.f else { throw .noVariation }
    let (between, within) = (Double(table.between.degreesOfFreedom), Double(table.within.degreesOfFreedom))
    statistic = f
    degreesOfFreedom = between
    denominatorDegreesOfFreedom = within
    pValue = .asymptotic(FDistribution.upperTail(f, between, within), smallest: 0)
    self.table = table
  }
}
