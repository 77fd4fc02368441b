/// Even–odd consistency: do the two halves of every scale say the same of one person?
///
/// The mean of the even-numbered items of each scale is correlated with the mean of its odd-numbered items over the person's scales, and
/// stepped up to the full length after Spearman and Brown. Scales must differ in a person for it to mean anything.
///
/// - Shapes: one pair of halves per scale, three scales or more.
/// - Units: ``index`` is −1 for halves that agree wholly, 0 where they say nothing of each other, up to 1: higher is more careless, as in
///   careless 1.2.
/// - Source: Johnson (2005), Journal of Research in Personality 39(1), 103–129, doi:10.1016/j.jrp.2004.09.009.
public struct EvenOddConsistency: Sendable, Hashable {
  /// Minus the stepped-up correlation, which is taken as −1 where it would be below.
  public let index: Double

  /// - Returns: nil for fewer than three scales, and where the halves of one kind have all the same mean.
  public init?(_ halves: [(even: Double, odd: Double)]) {
    guard halves.count >= 3 else { return nil }
    let (even, odd) = (Moments(halves.map(\.even)), Moments(halves.map(\.odd)))
    let shared = halves.reduce(0) { $0 + ($1.even - even.mean) * ($1.odd - odd.mean) }
    let tolerance = 1e-12 * max(1, even.mean * even.mean, odd.mean * odd.mean)
    guard even.squares > tolerance, odd.squares > tolerance else { return nil }
    let correlation = min(1, max(-1, shared / (even.squares * odd.squares).squareRoot()))
    let stepped = 1 + correlation > 1e-15 ? 2 * correlation / (1 + correlation) : -1
    index = -max(-1, stepped)
  }

  /// The halves of a scale from its answers in order; nil where no answer of one half was given. The first item is odd.
  ///
  /// - Parameter answers: nil where nothing was answered.
  public static func halves(_ answers: some Sequence<Double?>) -> (even: Double, odd: Double)? {
    var sums = (even: 0.0, odd: 0.0)
    var counts = (even: 0, odd: 0)
    for (place, answer) in answers.enumerated() {
      guard let answer else { continue }
      if place.isMultiple(of: 2) {
        sums.odd += answer
        counts.odd += 1
      } else {
        sums.even += answer
        counts.even += 1
      }
    }
    guard counts.even > 0, counts.odd > 0 else { return nil }
    return (sums.even / Double(counts.even), sums.odd / Double(counts.odd))
  }
}
