/// The power of a two-sided t test of two group means, by the noncentral t.
///
/// - Shapes: two groups of two or more; unequal sizes have Welch's degrees of freedom for equal spreads.
/// - Units: differences in standard deviations of people within a group.
/// - Cost: two evaluations of the noncentral t; a search takes about twenty.
/// - Source: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed., chapter 2; Welch (1938),
///   Biometrika 29, 350–362, doi:10.1093/biomet/29.3-4.350.
public struct MeansPower: Sendable, Hashable {
  /// Which rejections count as finding the difference.
  public enum Tails: Sendable, Hashable {
    /// Rejections on either side, as the test makes them.
    case both
    /// Rejections on the side of the true difference alone: the default of R's power.t.test.
    case upper
  }

  /// The standard error of the difference, in standard deviations.
  public let standardError: Double
  /// Degrees of freedom, above 0.
  public let degreesOfFreedom: Double
  /// The level of the test.
  public let alpha: Double
  /// Which rejections count.
  public let tails: Tails

  /// The power of comparing two groups of these sizes.
  ///
  /// - Parameters:
  ///   - first: people of the first group.
  ///   - second: people of the second group.
  ///   - designEffect: by how much clustering inflates the variance of each mean.
  ///   - degreesOfFreedom: fewer than Welch's where organisations and not people are the units.
  ///   - alpha: the level of the test.
  ///   - tails: which rejections count as finding the difference.
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for a group of fewer than two without `degreesOfFreedom`.
  public init(
    _ first: Int, _ second: Int, designEffect: Double = 1, degreesOfFreedom: Double? = nil, alpha: Double = 0.05,
    tails: Tails = .both
  ) throws(SampleFault) {
    for (group, size) in [first, second].enumerated() where size < 2 && degreesOfFreedom == nil {
      throw .tooFewValues(group: group, needed: 2)
    }
    precondition(first > 0 && second > 0 && designEffect > 0, "a design is out of range")
    let (a, b) = (1 / Double(first), 1 / Double(second))
    let welch = (a + b) * (a + b) / (a * a / Double(max(1, first - 1)) + b * b / Double(max(1, second - 1)))
    self.init(
      standardError: (designEffect * (a + b)).squareRoot(), degreesOfFreedom: degreesOfFreedom ?? welch, alpha: alpha,
      tails: tails)
  }

  private init(standardError: Double, degreesOfFreedom: Double, alpha: Double, tails: Tails) {
    precondition(degreesOfFreedom > 0 && alpha > 0 && alpha < 1, "a design is out of range")
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.alpha = alpha
    self.tails = tails
  }

  /// The chance that the test rejects when the means differ by so many standard deviations.
  public func power(difference: Double) -> Double {
    let critical = GSL.studentQuantile(1 - alpha / 2, degreesOfFreedom: degreesOfFreedom)
    let noncentrality = abs(difference) / standardError
    let near = StudentDistribution.noncentralUpperTail(
      critical, degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality)
    guard tails == .both else { return near }
    return near
      + StudentDistribution.noncentralLowerTail(
        -critical, degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality)
  }

  /// The difference in standard deviations that the test finds with the power given; `power` lies above the level.
  public func detectableDifference(power: Double = 0.8) -> Double {
    precondition(power > alpha && power < 1, "a power is out of range")
    var reach = standardError
    while self.power(difference: reach) < power { reach *= 2 }
    return RootSearch.zero(from: 0, to: reach) { self.power(difference: $0) - power }
  }

  /// How many people in each of two groups find a difference with the power given; not rounded up.
  public static func perGroup(
    difference: Double, power: Double = 0.8, alpha: Double = 0.05, tails: Tails = .both
  ) -> Double {
    precondition(difference != 0 && power > alpha && power < 1, "a design is out of range")
    func reached(_ size: Double) -> Double {
      MeansPower(
        standardError: (2 / size).squareRoot(), degreesOfFreedom: 2 * size - 2, alpha: alpha, tails: tails
      ).power(difference: difference)
    }
    var most = 2.0
    while reached(most) < power { most *= 2 }
    return most == 2 ? 2 : RootSearch.zero(from: most / 2, to: most) { reached($0) - power }
  }
}
