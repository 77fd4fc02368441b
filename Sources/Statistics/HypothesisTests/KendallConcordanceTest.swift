/// Kendall's coefficient of concordance W: how far do several people put the same things in the same order?
///
/// - Shapes: one row per person of one value per thing, n ≥ 2 things. Rows with a NaN are left out and counted; rows
///   whose values are all equal give no order, and are left out and counted too.
/// - Units: only each person's order matters.
/// - Null: every person's order is random; as ``FriedmanTest``, with χ² = m (n − 1) W for m people.
/// - Cost: as ``FriedmanTest``.
/// - Source: Kendall & Babington Smith (1939), Annals of Mathematical Statistics 10(3), 275–287,
///   doi:10.1214/aoms/1177732186; ties as Siegel & Castellan (1988).
public struct KendallConcordanceTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Kendall concordance test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis =
    "Each person puts the things in an order of their own, and every order is equally likely."

  /// W with the correction for ties: 0 for no agreement, 1 for full agreement.
  public let statistic: Double
  /// Things − 1.
  public let degreesOfFreedom: Double?
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// m (n − 1) W.
  public let chiSquared: Double
  /// W as if there were no ties.
  public let uncorrected: Double
  /// People whose order was used.
  public let raterCount: Int
  /// People left out because a value is missing.
  public let incompleteRaters: Int
  /// People left out because all their values are equal.
  public let uniformRaters: Int

  /// - Throws: ``SampleFault/fewerThanTwoGroups`` for fewer than two things, ``SampleFault/emptyGroup(_:)`` without a
  ///   complete row, ``SampleFault/noVariation`` when every row is all ties.
  public init(raters: [[Double]], null: NullDistribution = .automatic) throws(SampleFault) {
    let blocks = try RankedBlocks(raters, droppingUniform: true)
    let (m, n) = (Double(blocks.count), Double(blocks.size))
    let mean = blocks.count * (blocks.size + 1)
    let distance = Double(blocks.sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }) / 4
    let untied = m * m * n * (n - 1) * (n + 1)
    statistic = 12 * distance / (untied - m * blocks.tieSums.reduce(0, +))
    uncorrected = 12 * distance / untied
    chiSquared = blocks.chiSquared
    degreesOfFreedom = n - 1
    raterCount = blocks.count
    incompleteRaters = blocks.incompleteBlocks
    uniformRaters = blocks.uniformBlocks
    pValue = BlockPermutation(blocks.ranks).pValue(
      null,
      limit: .asymptotic(
        GSL.chiSquareUpperTail(blocks.chiSquared, degreesOfFreedom: n - 1),
        smallest: GSL.chiSquareUpperTail(blocks.largestChiSquared, degreesOfFreedom: n - 1)))
  }

  /// The test of orders that were added up, with the p of the limit.
  init(_ tally: RankTally) {
    let (m, n) = (Double(tally.count), Double(tally.sums.count))
    let mean = tally.count * (tally.sums.count + 1)
    let distance = Double(tally.sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }) / 4
    let untied = m * m * n * (n - 1) * (n + 1)
    statistic = 12 * distance / (untied - m * tally.tieSum)
    uncorrected = 12 * distance / untied
    chiSquared = tally.chiSquared()
    degreesOfFreedom = n - 1
    raterCount = tally.count
    incompleteRaters = 0
    uniformRaters = tally.uniform
    pValue = .asymptotic(
      GSL.chiSquareUpperTail(chiSquared, degreesOfFreedom: n - 1),
      smallest: GSL.chiSquareUpperTail(tally.chiSquared(sorted: true), degreesOfFreedom: n - 1))
  }
}
