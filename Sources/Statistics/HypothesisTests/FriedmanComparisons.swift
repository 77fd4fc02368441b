/// Pairs of columns compared after a Friedman test, by Siegel and Castellan's z, Nemenyi's q and Conover's t.
///
/// - Cost: pairs of columns.
/// - Source: Siegel & Castellan (1988), Nonparametric Statistics, 180–183; Conover (1999), Practical Nonparametric
///   Statistics, 3rd ed., 369–373.
public struct FriedmanComparisons: Sendable, Hashable {
  /// Two columns.
  public struct Pair: Sendable, Hashable {
    /// The first column.
    public let first: Int
    /// The second column.
    public let second: Int
    /// Mean rank of the first less that of the second.
    public let difference: Double
    /// Siegel and Castellan's two-sided p, by the normal limit.
    public let siegel: Double
    /// Its Holm adjustment over all pairs.
    public let siegelHolm: Double
    /// Nemenyi's p, by the studentised range of normal values: adjusted for all pairs.
    public let nemenyi: Double
    /// Conover's two-sided p, by Student's t with (n − 1)(k − 1) degrees of freedom; nil when all blocks have one order
    /// or there is one block.
    public let conover: Double?
    /// Its Holm adjustment over all pairs.
    public let conoverHolm: Double?
  }

  /// All pairs, the first column's first.
  public let pairs: [Pair]

  /// Compares the columns of a finished test.
  public init(_ test: FriedmanTest) {
    let blocks = test.blocks
    let (n, k) = (Double(blocks.count), Double(blocks.size))
    let columns = (0..<blocks.size).flatMap { one in ((one + 1)..<max(blocks.size, one + 1)).map { (one, $0) } }
    let differences = columns.map { (test.meanRanks[$0.0] - test.meanRanks[$0.1]) }
    let deviates = differences.map { abs($0) / (k * (k + 1) / (6 * n)).squareRoot() }
    let siegel = deviates.map { PairwiseComparisons.positive(2 * GSL.normalUpperTail($0)) }
    let nemenyi = deviates.map {
      PairwiseComparisons.positive(
        StudentizedRange.upperTail(2.0.squareRoot() * $0, groups: blocks.size, degreesOfFreedom: .infinity))
    }
    let siegelHolm = Multiplicity.holm(siegel)
    let freedom = (n - 1) * (k - 1)
    let agreement = test.statistic / (n * (k - 1))
    // The spread is of doubled ranks: a quarter of it is of ranks.
    let variance = freedom > 0 ? 2 * n * (1 - agreement) * (blocks.spread / 4) / freedom : 0
    let conover =
      variance > 1e-12
      ? differences.map {
        PairwiseComparisons.positive(
          StudentDistribution.bothTails(abs($0) * n / variance.squareRoot(), degreesOfFreedom: freedom))
      } : nil
    let conoverHolm = conover.map { Multiplicity.holm($0) }
    pairs = columns.indices.map { index in
      Pair(
        first: columns[index].0, second: columns[index].1, difference: differences[index], siegel: siegel[index],
        siegelHolm: siegelHolm[index], nemenyi: nemenyi[index],
        conover: conover?[index], conoverHolm: conoverHolm?[index])
    }
  }
}
