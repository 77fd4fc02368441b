/// The sign test: among pairs that changed, are rises and falls equally frequent? For two yes–no answers of the same people it is
/// McNemar's exact test.
///
/// - Shapes: the numbers of pairs that rose and fell; at least one.
/// - Units: none.
/// - Null: binomial with probability ½, always exact. Two-sided by the distance from one half.
/// - Cost: the number of pairs.
/// - Source: McNemar (1947), Psychometrika 12(2), 153–157, doi:10.1007/BF02295996; mid-p, Fagerland, Lydersen & Laake (2013),
///   BMC Medical Research Methodology 13, 91, doi:10.1186/1471-2288-13-91.
public struct SignTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "sign test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "Those who changed are as likely to have risen as to have fallen."
  /// The number of rises.
  public let statistic: Double
  /// None: the test is exact.
  public var degreesOfFreedom: Double? { nil }
  /// The two-sided exact p-value.
  public let pValue: PValue
  /// The mid-p: the exact p less half the probability of the outcomes that are just as far as the observed one.
  public let midP: Double

  /// - Throws: ``SampleFault/noVariation`` when no pair changed.
  public init(rises: Int, falls: Int) throws(SampleFault) {
    precondition(rises >= 0 && falls >= 0, "numbers of pairs are negative")
    let total = rises + falls
    guard total > 0 else { throw .noVariation }
    statistic = Double(rises)
    func probability(_ count: Int) -> Double {
      exponential(
        GSL.logFactorial(total) - GSL.logFactorial(count) - GSL.logFactorial(total - count)
          - Double(total) * 0.693_147_180_559_945_3)
    }
    let fewer = min(rises, falls)
    let tail = (0...fewer).reduce(0) { $0 + probability($1) }
    pValue = .exact(2 * fewer == total ? 1 : 2 * tail, smallest: 2 * probability(0))
    // The equally far outcomes are two, or one in the middle.
    midP = min(1, pValue.value - (2 * fewer == total ? 0.5 : 1) * probability(fewer))
  }
}
