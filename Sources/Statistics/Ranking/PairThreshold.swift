/// How far apart two units must be for the simultaneous rank sets to tell them apart, and what more people of one would change.
///
/// The step-down leaves one number for all pairs, c, in standard errors of a known size. A pair whose error comes from few people needs
/// Student's t of the same tail instead, times its own error.
///
/// - Units: those of the scores.
/// - Source: the step-down of ``RankConfidenceSets``; Welch (1938), Biometrika 29, 350–362, doi:10.1093/biomet/29.3-4.350, for the degrees of
///   freedom of two.
public struct PairThreshold: Sendable {
  /// Standard errors that the last step asked of a pair with known errors.
  let critical: Double
  /// Standard deviations of the first, the second and their difference over the draws.
  let errors: (first: Double, second: Double, difference: Double)
  /// Degrees of freedom of the first and the second; nil where errors are known.
  let freedom: (first: Double, second: Double)?

  /// The difference from which the two are told apart.
  public var needed: Double { needed(people: 1, further: 0) }

  /// The same once `further` people have joined the `people` of the first unit and answered as those did.
  ///
  /// Their own error falls with the root of their number, and so does what it shares with the other's; degrees of freedom grow.
  func needed(people: Int, further: Int) -> Double {
    guard errors.difference > 0 else { return 0 }
    let shrink = Double(people) / Double(people + further)
    let (own, other) = (errors.first * errors.first, errors.second * errors.second)
    let shared = own + other - errors.difference * errors.difference
    let variance = max(0, own * shrink + other - shared * shrink.squareRoot())
    let multiple =
      freedom.map {
        let freedom = PairFreedom(
          variances: (own * shrink, other), degreesOfFreedom: ($0.first + Double(further), $0.second))
        return StudentDistribution.equivalent(ofNormal: critical, degreesOfFreedom: freedom.value)
      } ?? critical
    return multiple * variance.squareRoot()
  }

  /// How many more people of the first unit, answering as its people did, would tell the two apart at this difference; nil where
  /// no number up to a thousand million would.
  ///
  /// What is needed need not fall with every person: where the other unit is small its error is all that is left, and it is badly known.
  ///
  /// - Parameters:
  ///   - people: those that the first unit has now, at least 1.
  ///   - difference: of the two units' scores.
  public func furtherPeople(_ people: Int, difference: Double) -> Int? {
    precondition(people > 0, "a unit has people")
    guard critical > 0, errors.first > 0 else { return nil }
    func isEnough(_ further: Int) -> Bool { difference > needed(people: people, further: further) }
    var (low, high) = (0, 1)
    while !isEnough(high) {
      guard high < 1_000_000_000 else { return nil }
      (low, high) = (high, high + max(1, high / 8))
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
