/// Student's t test: do two groups, taken to have one variance, have the same mean; or did the same people change?
///
/// A companion of ``WelchTest``, which does not need equal variances, and of ``SignedRankTest``.
///
/// - Shapes: two groups of at least one value, one of them of two; or two paired values or more.
/// - Units: those of the values; t has none.
/// - Null: Student's t.
/// - Cost: constant, from moments.
/// - Source: Student (1908), Biometrika 6(1), 1–25, doi:10.2307/2331554.
public struct StudentTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Student's t test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "The means are the same, and answers are normal with one variance."
  /// t: first group less second, or the mean change.
  public let statistic: Double
  /// n + m − 2, or pairs − 1.
  public let degreesOfFreedom: Double?
  /// The two-sided p-value.
  public let pValue: PValue
  /// The difference of the means, first less second, or the mean change.
  public let difference: Double
  /// The t interval of the difference.
  public let interval: ConfidenceInterval

  /// Compares two groups.
  ///
  /// - Throws: ``SampleFault`` for an empty group, two groups of one value, or groups that both lack variation.
  public init(_ first: Moments, _ second: Moments, level: Double = 0.95) throws(SampleFault) {
    for (group, moments) in [first, second].enumerated() where moments.count == 0 { throw .emptyGroup(group) }
    let freedom = Double(first.count + second.count - 2)
    guard freedom > 0 else { throw .tooFewValues(group: 0, needed: 2) }
    let variance = (first.squares + second.squares) / freedom
    try self.init(
      difference: first.mean - second.mean, variance: variance * (1 / Double(first.count) + 1 / Double(second.count)),
      freedom: freedom, level: level)
  }

  /// Asks whether the mean of paired differences is zero.
  ///
  /// - Throws: ``SampleFault`` for fewer than two pairs, or differences that are all equal.
  public init(differences: Moments, level: Double = 0.95) throws(SampleFault) {
    guard let error = differences.standardError else { throw .tooFewValues(group: 0, needed: 2) }
    try self.init(
      difference: differences.mean, variance: error * error, freedom: Double(differences.count - 1), level: level)
  }

  private init(difference: Double, variance: Double, freedom: Double, level: Double) throws(SampleFault) {
    guard variance > 0 else { throw .noVariation }
    let error = variance.squareRoot()
    self.difference = difference
    statistic = difference / error
    degreesOfFreedom = freedom
    interval = .mean(difference, standardError: error, degreesOfFreedom: freedom, level: level)
    pValue = .asymptotic(StudentDistribution.bothTails(difference / error, degreesOfFreedom: freedom), smallest: 0)
  }
}
