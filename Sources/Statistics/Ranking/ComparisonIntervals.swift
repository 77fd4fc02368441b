/// Intervals for a chart in which any two units may be compared by eye: two that do not overlap differ at the given error, on average
/// over all pairs.
///
/// The interval of a unit is its score ± z × its standard error; z is such that the mean over pairs of 2 Φ(−z (sₐ + s_b) ÷ √(sₐ² + s_b²))
/// is the error. Ordinary intervals are too wide for this. For one such chart only: as an interval of a unit it says too little.
///
/// - Shapes: one standard error per unit, two units or more, at least one pair with an error above 0.
/// - Units: those of the standard errors.
/// - Cost: units² × some fifty.
/// - Source: Goldstein & Healy (1995), Journal of the Royal Statistical Society A 158(1), 175–177, doi:10.2307/2983411.
public struct ComparisonIntervals: Sendable, Hashable {
  /// The multiple of a unit's standard error.
  public let multiple: Double

  /// Finds the multiple.
  ///
  /// - Throws: ``SampleFault/fewerThanTwoGroups``; ``SampleFault/noVariation`` when no pair has an error above 0.
  public init(standardErrors: [Double], error: Double = 0.05) throws(SampleFault) {
    precondition(standardErrors.allSatisfy { $0 >= 0 && $0.isFinite }, "a standard error is negative or not finite")
    precondition(error > 0 && error < 1, "an error lies inside 0 to 1")
    guard standardErrors.count > 1 else { throw .fewerThanTwoGroups }
    var stretches: [Double] = []
    for a in standardErrors.indices {
      for b in 0..<a {
        let spread = (standardErrors[a] * standardErrors[a] + standardErrors[b] * standardErrors[b]).squareRoot()
        if spread > 0 { stretches.append((standardErrors[a] + standardErrors[b]) / spread) }
      }
    }
    guard !stretches.isEmpty else { throw .noVariation }
    let count = Double(stretches.count)
    multiple = RootSearch.zero(from: 0, to: 10) { z in
      stretches.reduce(0) { $0 + 2 * GSL.normalUpperTail(z * $1) } / count - error
    }
  }
}
