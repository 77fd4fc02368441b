/// The Friedman test: do several occasions, or several items, asked of the same people share one distribution?
///
/// Ranks the answers within each person, with mean ranks for ties, and compares the columns' rank sums.
///
/// - Shapes: one block per person of k ≥ 2 values, two people at least; a block with a NaN is left out and counted.
/// - Units: only the order within a block matters.
/// - Null: within a block every order is equally likely. `.automatic` is exact for k ≤ 8 while the walk over sorted
///   rank sums takes at most 2 million transitions (k = 3 to some 100 blocks, k = 4 to some 20), else 9,999 draws up
///   to 2,000 values, χ² with k − 1 degrees of freedom beyond. Iman and Davenport's F stands beside it, closer than χ²
///   for few blocks.
/// - Cost: blocks × k log k; exact, with states × orders of a block; drawn, with draws × blocks × k.
/// - Source: Friedman (1937), JASA 32(200), 675–701, doi:10.1080/01621459.1937.10503522; Iman & Davenport (1980),
///   Communications in Statistics A9(6), 571–595, doi:10.1080/03610928008827904.
public struct FriedmanTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Friedman test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "Within every person, all occasions or items are answered from one distribution."

  /// χ², with the correction for ties.
  public let statistic: Double
  /// k − 1.
  public let degreesOfFreedom: Double?
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// Iman and Davenport's F; nil when all blocks have one order.
  public let imanDavenport: ImanDavenport?
  /// Kendall's W, χ² / (n (k − 1)): 0 for no agreement between blocks, 1 for full agreement. ``KendallConcordanceTest``
  /// leaves uniform blocks out of it; here they count.
  public let kendallW: Double
  /// Mean rank of each column.
  public let meanRanks: [Double]
  /// Complete blocks.
  public let blockCount: Int
  /// Blocks left out because a value is missing.
  public let incompleteBlocks: Int
  /// Blocks whose values are all equal.
  public let uniformBlocks: Int
  let blocks: RankedBlocks

  /// The F form of the test.
  public struct ImanDavenport: Sendable, Hashable {
    /// (n − 1) χ² / (n (k − 1) − χ²).
    public let f: Double
    /// k − 1 and (n − 1)(k − 1).
    public let degreesOfFreedom: [Double]
    /// The p of the F distribution.
    public let p: Double
  }

  /// - Throws: ``SampleFault/fewerThanTwoGroups`` for fewer than two columns, ``SampleFault/emptyGroup(_:)`` without a
  ///   complete block, ``SampleFault/noVariation`` when every block is all ties.
  public init(_ blocks: [[Double]], null: NullDistribution = .automatic) throws(SampleFault) {
    let ranked = try RankedBlocks(blocks)
    guard ranked.count >= 2 else { throw .tooFewValues(group: 0, needed: 2) }
    let chiSquared = ranked.chiSquared
    let (n, k) = (Double(ranked.count), Double(ranked.size))
    statistic = chiSquared
    degreesOfFreedom = k - 1
    kendallW = chiSquared / (n * (k - 1))
    meanRanks = ranked.sums.map { Double($0) / 2 / n }
    blockCount = ranked.count
    incompleteBlocks = ranked.incompleteBlocks
    uniformBlocks = ranked.uniformBlocks
    self.blocks = ranked
    let rest = n * (k - 1) - chiSquared
    if n > 1, rest > 1e-9 * n * (k - 1) {
      let f = (n - 1) * chiSquared / rest
      let denominator = (n - 1) * (k - 1)
      imanDavenport = ImanDavenport(
        f: f, degreesOfFreedom: [k - 1, denominator], p: FDistribution.upperTail(f, k - 1, denominator))
    } else {
      imanDavenport = nil
    }
    pValue = BlockPermutation(ranked.ranks).pValue(
      null,
      limit: .asymptotic(
        GSL.chiSquareUpperTail(chiSquared, degreesOfFreedom: k - 1),
        smallest: GSL.chiSquareUpperTail(ranked.largestChiSquared, degreesOfFreedom: k - 1)))
  }
}
