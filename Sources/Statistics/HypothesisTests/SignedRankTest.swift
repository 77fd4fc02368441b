/// The Wilcoxon signed-rank test: did paired answers move up as much as they moved down?
///
/// Ranks the sizes of change, with mean ranks for ties, and adds the ranks of the rises. People who did not change keep
/// their place in the ranking (Pratt) and then drop out of the sum, so that many unchanged answers do not inflate small
/// changes; leaving them out of the ranking (Wilcoxon) is an argument.
///
/// - Shapes: pairs of two occasions, at least one of which changed; collapsed to sizes of change with their counts.
/// - Units: only the order of the sizes of change matters; sizes that differ by no more than 10⁻⁹ are tied.
/// - Null: rises and falls are equally likely for everyone who changed. Exact by dynamic programming on doubled ranks;
///   `.automatic` is exact up to 5 × 10⁸ additions (about 1,200 changed people without ties, more with them), else 9,999
///   draws. The normal limit has the correction for ties and none for continuity, as coin's.
/// - Cost: exact, with (people who changed) × (sum of doubled ranks); drawn, with draws × distinct sizes; never more.
/// - Two-sided: distance of the sum from its expectation.
/// - Source: Wilcoxon (1945), Biometrics Bulletin 1(6), 80–83, doi:10.2307/3001968; Pratt (1959), JASA 54(287),
///   655–667, doi:10.1080/01621459.1959.10501526.
public struct SignedRankTest: HypothesisTest {
  /// What becomes of people who did not change.
  public enum Zeros: Sendable, Hashable {
    /// They are ranked, lowest, and their ranks are not added.
    case pratt
    /// They are left out before ranking.
    case wilcoxon
  }

  /// The name in reports and files.
  public static let name = "Wilcoxon signed-rank test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "For those who changed, a rise of any size is as likely as a fall of that size."
  /// The sum of the ranks of the rises.
  public let statistic: Double
  /// None: the limit distribution is normal.
  public var degreesOfFreedom: Double? { nil }
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// The statistic less its expectation, in standard deviations under the null.
  public let standardized: Double
  /// The matched-pairs rank biserial correlation: (rises − falls) ÷ all ranks, from −1 to 1.
  public let rankBiserial: Double
  /// The numbers of people who rose, stayed and fell.
  public let directions: (up: Int, same: Int, down: Int)
  /// How people who did not change were treated.
  public let zeros: Zeros

  /// - Throws: ``SampleFault/emptyGroup(_:)`` without a complete pair, ``SampleFault/noVariation`` when no one changed.
  public init(
    _ differences: PairedDifferences, zeros: Zeros = .pratt, null: NullDistribution = .automatic
  ) throws(SampleFault) {
    guard differences.total > 0 else { throw .emptyGroup(0) }
    guard !differences.magnitudes.isEmpty else { throw .noVariation }
    let ranks = zeros == .pratt ? differences.prattDoubledRanks : differences.doubledRanks
    let magnitudes = zip(ranks, differences.magnitudes).map { (value: $0, count: $1.count) }
    let rising = zip(ranks, differences.magnitudes).reduce(0) { $0 + $1.0 * $1.1.rises }
    let whole = magnitudes.reduce(0) { $0 + $1.value * $1.count }
    let law = SignedSum(magnitudes: magnitudes, observed: rising)
    statistic = Double(rising) / 2
    standardized = law.standardized
    rankBiserial = Double(2 * rising - whole) / Double(whole)
    pValue = law.pValue(null)
    directions = (differences.rises, differences.unchanged, differences.falls)
    self.zeros = zeros
  }

  /// Takes one difference per person, second − first; a NaN is left out.
  ///
  /// - Throws: as for a collapsed sample.
  public init(
    _ differences: [Double], zeros: Zeros = .pratt, null: NullDistribution = .automatic
  ) throws(SampleFault) {
    try self.init(
      PairedDifferences(differences.filter { !$0.isNaN }.map { (difference: $0, count: 1) }), zeros: zeros, null: null)
  }
}
