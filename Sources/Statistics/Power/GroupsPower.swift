/// The power of a comparison of k group means, by the noncentral F.
///
/// - Shapes: k ≥ 2 groups of one size n ≥ 2.
/// - Units: variances of the group means and of people within groups, in the same unit.
/// - Cost: two evaluations of the F distribution.
/// - Source: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed., chapter 8; as R's
///   power.anova.test.
public struct GroupsPower: Sendable, Hashable {
  /// The chance that the comparison rejects.
  public let power: Double
  /// (k − 1) n × variance of the means ÷ variance within ÷ design effect.
  public let noncentrality: Double
  /// The level.
  public let alpha: Double

  /// - Parameter designEffect: 1 + (mean people per organisation − 1) × ICC; 1 without nesting.
  /// - Throws: ``SampleFault`` for fewer than two groups or groups of fewer than two.
  public init(
    groups: Int, perGroup: Int, varianceOfMeans: Double, varianceWithin: Double, designEffect: Double = 1,
    alpha: Double = 0.05
  ) throws(SampleFault) {
    precondition(varianceOfMeans >= 0 && varianceWithin > 0, "variances are out of range")
    precondition(designEffect > 0 && alpha > 0 && alpha < 1, "a design is out of range")
    guard groups >= 2 else { throw .fewerThanTwoGroups }
    guard perGroup >= 2 else { throw .tooFewValues(group: 0, needed: 2) }
    let between = Double(groups - 1)
    let within = Double(groups * (perGroup - 1))
    noncentrality = between * Double(perGroup) * varianceOfMeans / varianceWithin / designEffect
    power =
      FDistribution.noncentralTails(
        FDistribution.quantile(1 - alpha, between, within), between, within, noncentrality: noncentrality
      ).upper
    self.alpha = alpha
  }

  /// The power of the comparison of two proportions by the normal approximation, `perGroup` people in each.
  ///
  /// - Source: Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., 4.1; as R's
  ///   power.prop.test.
  public static func proportions(_ first: Double, _ second: Double, perGroup: Int, alpha: Double = 0.05) -> Double {
    precondition([first, second].allSatisfy { $0 >= 0 && $0 <= 1 }, "a proportion is not between 0 and 1")
    let spread = (first * (1 - first) + second * (1 - second)).squareRoot()
    let pooled = ((first + second) * (1 - (first + second) / 2)).squareRoot()
    guard spread > 0 else { return first == second ? alpha : 1 }
    let distance = Double(perGroup).squareRoot() * abs(first - second)
    return GSL.normalUpperTail((GSL.normalQuantile(1 - alpha / 2) * pooled - distance) / spread)
  }
}
