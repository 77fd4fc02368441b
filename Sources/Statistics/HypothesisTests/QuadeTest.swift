/// Quade's test: as ``FriedmanTest``, with people counted by how far apart their own answers lie.
///
/// - Shapes: one block per person of k ≥ 2 values, two people at least; a block with a NaN is left out and counted.
/// - Units: those of the values, because ranges are compared between people.
/// - Null: F with k − 1 and (n − 1)(k − 1) degrees of freedom.
/// - Cost: blocks × k log k.
/// - Source: Quade (1979), JASA 74(367), 680–683, doi:10.1080/01621459.1979.10481670.
public struct QuadeTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Quade test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "Within every person, all occasions or items are answered from one distribution."
  /// F.
  public let statistic: Double
  /// The numerator's degrees of freedom, k − 1.
  public let degreesOfFreedom: Double?
  /// The denominator's degrees of freedom, (n − 1)(k − 1).
  public let denominatorDegreesOfFreedom: Double
  /// The p-value.
  public let pValue: PValue
  /// Blocks left out because a value is missing.
  public let incompleteBlocks: Int

  /// Ranges that differ by no more than `tolerance` are tied, because differences of decimals differ in the last bit; with 0 the
  /// noise decides, as in R's quade.test.
  ///
  /// - Throws: as ``FriedmanTest``; ``SampleFault/noVariation`` also when all blocks have one order, which leaves nothing for F.
  public init(_ blocks: [[Double]], tolerance: Double = 1e-9) throws(SampleFault) {
    let ranked = try RankedBlocks(blocks)
    guard ranked.count >= 2 else { throw .tooFewValues(group: 0, needed: 2) }
    let complete = blocks.filter { !$0.contains { $0.isNaN } }
    let ranges = DoubledMidranks(complete.map { ($0.max() ?? 0) - ($0.min() ?? 0) }, tolerance: tolerance).ranks
    // Doubled ranks about their mean, times the doubled rank of the block's range: whole numbers, four times S.
    let scores = zip(ranked.ranks, ranges).map { block, range in block.map { Double(range * ($0 - ranked.size - 1)) } }
    let squares = scores.reduce(0) { $0 + $1.reduce(0) { $0 + $1 * $1 } }
    let sums = (0..<ranked.size).map { column in scores.reduce(0) { $0 + $1[column] } }
    let (n, k) = (Double(ranked.count), Double(ranked.size))
    let between = sums.reduce(0) { $0 + $1 * $1 } / n
    guard squares - between > 1e-12 * squares else { throw .noVariation }
    statistic = (n - 1) * between / (squares - between)
    degreesOfFreedom = k - 1
    denominatorDegreesOfFreedom = (n - 1) * (k - 1)
    incompleteBlocks = ranked.incompleteBlocks
    pValue = .asymptotic(FDistribution.upperTail(statistic, k - 1, (n - 1) * (k - 1)), smallest: 0)
  }
}
