/// The power of a comparison of k group means, by the noncentral F.
///
/// - Shapes: k ≥ 2 groups; sizes may differ.
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

  /// Groups of one size.
  ///
  /// - Parameters:
  ///   - groups: how many, at least 2.
  ///   - perGroup: people of each, at least 2.
  ///   - varianceOfMeans: of the group means, with k − 1 below.
  ///   - varianceWithin: of people within a group, in the same unit.
  ///   - designEffect: 1 + (mean people per organisation − 1) × ICC; 1 without nesting.
  ///   - alpha: the level of the comparison.
  /// - Throws: ``SampleFault`` for fewer than two groups or groups of fewer than two.
  public init(
    groups: Int, perGroup: Int, varianceOfMeans: Double, varianceWithin: Double, designEffect: Double = 1,
    alpha: Double = 0.05
  ) throws(SampleFault) {
    precondition(varianceOfMeans >= 0 && varianceWithin > 0, "variances are out of range")
    precondition(designEffect > 0 && alpha > 0 && alpha < 1, "a design is out of range")
    guard groups >= 2 else { throw .fewerThanTwoGroups }
    guard perGroup >= 2 else { throw .tooFewValues(group: 0, needed: 2) }
    self.init(
      noncentrality: Double(groups - 1) * Double(perGroup) * varianceOfMeans / varianceWithin / designEffect,
      between: Double(groups - 1), within: Double(groups * (perGroup - 1)), alpha: alpha)
  }

  private init(noncentrality: Double, between: Double, within: Double, alpha: Double) {
    self.noncentrality = noncentrality
    power =
      FDistribution.noncentralTails(
        FDistribution.quantile(1 - alpha, between, within), between, within, noncentrality: noncentrality
      ).upper
    self.alpha = alpha
  }

  /// The difference between the two smallest groups, in standard deviations of people within a group, that the comparison
  /// finds with the power given when every other group lies halfway between them: the arrangement that is hardest to find.
  ///
  /// - Parameters:
  ///   - sizes: people, or whole organisations, per group.
  ///   - power: how often the difference is to be found, above `alpha` and below 1.
  ///   - designEffect: the variance of one of these units over that of one person; below 1 for a mean of an organisation.
  ///   - degreesOfFreedom: within groups; all units less the groups unless given.
  ///   - alpha: the level of the comparison.
  /// - Throws: ``SampleFault`` for fewer than two groups, an empty one, or no degree of freedom.
  public static func detectableDifference(
    sizes: [Int], power: Double = 0.8, designEffect: Double = 1, degreesOfFreedom: Double? = nil, alpha: Double = 0.05
  ) throws(SampleFault) -> Double {
    precondition(power > alpha && power < 1 && alpha > 0 && designEffect > 0, "a design is out of range")
    guard sizes.count >= 2 else { throw .fewerThanTwoGroups }
    if let empty = sizes.firstIndex(where: { $0 < 1 }) { throw .emptyGroup(empty) }
    let (total, between) = (sizes.reduce(0, +), Double(sizes.count - 1))
    let within = degreesOfFreedom ?? Double(total - sizes.count)
    guard within > 0 else { throw .tooFewValues(group: 0, needed: 2) }
    // Means ±½ in the two smallest groups, 0 elsewhere: Σ n m² − (Σ n m)² ÷ N.
    let smallest = sizes.sorted().prefix(2).map(Double.init)
    let spread =
      (smallest[0] + smallest[1]) / 4 - (smallest[0] - smallest[1]) * (smallest[0] - smallest[1]) / 4 / Double(total)
    func excess(_ noncentrality: Double) -> Double {
      GroupsPower(noncentrality: noncentrality, between: between, within: within, alpha: alpha).power - power
    }
    var reach = 16.0
    while excess(reach) < 0 { reach *= 2 }
    return (RootSearch.zero(from: 0, to: reach, excess) * designEffect / spread).squareRoot()
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
