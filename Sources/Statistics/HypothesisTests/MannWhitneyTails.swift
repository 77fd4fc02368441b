/// The exact tails of the Mann–Whitney test, for readers who want one side, a mid-p, or how coarse the exact p is.
///
/// - Shapes: two groups of at least one value.
/// - Units: only order matters.
/// - Cost: as the exact road of ``MannWhitneyTest``, whatever it costs.
/// - Source: mid-p, Lancaster (1961), JASA 56(294), 223–234, doi:10.1080/01621459.1961.10482105; the interval of p, Berger
///   (2001), Journal of Modern Applied Statistical Methods 1(1).
public struct MannWhitneyTails: Sendable, Hashable {
  /// P(U ≤ observed): small where the first group tends to be lower.
  public let lower: Double
  /// P(U ≥ observed): small where the first group tends to be higher.
  public let upper: Double
  /// P(|U − E| ≥ observed), the p of ``MannWhitneyTest``.
  public let twoSided: Double
  /// P(|U − E| > observed): 0 at the end of what the design can reach.
  public let beyond: Double
  /// The two-sided p less half the probability of outcomes just as far as the observed one.
  public var midP: Double { (twoSided + beyond) / 2 }
  /// U less its expectation, in standard deviations given the ties, without correction for continuity.
  public let standardized: Double

  /// - Throws: as ``MannWhitneyTest``.
  public init(_ counts: ValueCounts) throws(SampleFault) {
    try counts.checkForComparison()
    precondition(counts.groupCount == 2, "the Mann–Whitney test compares two groups")
    let stratum = RankStratum(counts)
    let observed = counts.doubledRankSums[0]
    let distance = abs(observed - stratum.centre)
    guard let law = stratum.distribution(stepLimit: .max) else { throw .noVariation }
    var (lower, upper, twoSided, beyond) = (0.0, 0.0, 0.0, 0.0)
    for (position, probability) in zip(law.positions, law.probabilities) {
      if position <= observed { lower += probability }
      if position >= observed { upper += probability }
      if abs(position - stratum.centre) >= distance { twoSided += probability }
      if abs(position - stratum.centre) > distance { beyond += probability }
    }
    self.lower = min(1, lower)
    self.upper = min(1, upper)
    self.twoSided = min(1, twoSided)
    self.beyond = min(1, beyond)
    standardized = Double(observed - stratum.centre) / 2 / stratum.variance.squareRoot()
  }
}
