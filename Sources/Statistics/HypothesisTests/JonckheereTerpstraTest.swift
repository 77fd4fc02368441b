/// The Jonckheere–Terpstra test: do values rise, or fall, along groups that have an order?
///
/// Adds, over each pair of groups, how often a value of the later group exceeds one of the earlier, ties counting half.
///
/// - Shapes: k ≥ 2 groups in their order, each of at least one value.
/// - Units: only order matters, so any strictly monotone change of unit leaves the result alone.
/// - Null: the labels are exchangeable. `.automatic` is exact by a walk over the tables with these margins while it
///   takes at most 20 million additions, else draws 9,999 random tables; the normal limit has the full correction for
///   ties.
/// - Cost: exact, with the product of (value totals + 1) × the width of the statistic; drawn, with draws × groups ×
///   values; neither with people beyond that.
/// - Source: Jonckheere (1954), Biometrika 41(1–2), 133–145, doi:10.1093/biomet/41.1-2.133; Terpstra (1952),
///   Indagationes Mathematicae 14, 327–333; tie correction as Hollander & Wolfe (1999), section 6.2.
public struct JonckheereTerpstraTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Jonckheere–Terpstra test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "Answers of all groups come from one distribution."

  /// J: pairs in which the later group's value is higher, ties counting half.
  public let statistic: Double
  /// None: the limit distribution is normal.
  public let degreesOfFreedom: Double? = nil
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// The statistic less its expectation, in standard deviations; positive when values rise along the groups.
  public let standardized: Double

  /// - Throws: ``SampleFault`` for fewer than two groups, an empty group, or values that are all equal.
  public init(_ counts: ValueCounts, null: NullDistribution = .automatic) throws(SampleFault) {
    try counts.checkForComparison()
    let table = CrossCounts(counts).occupied
    let score = OrderedTableScore(
      table: table,
      rowScore: { _, cells, left in
        // Twice the pairs of this row's people with all later rows' people.
        var above = left.reduce(0, +)
        return zip(cells, left).reduce(0) { sum, place in
          above -= place.1
          return sum + place.0 * (2 * above + place.1)
        }
      },
      centre: Self.doubledExpectation(table.rowTotals), deviation: 2 * Self.variance(table).squareRoot())
    statistic = Double(score.observed) / 2
    standardized = score.standardized
    pValue = score.pValue(null)
  }

  private static func doubledExpectation(_ sizes: [Int]) -> Double {
    let n = sizes.reduce(0, +)
    return Double(n * n - sizes.reduce(0) { $0 + $1 * $1 }) / 2
  }

  private static func variance(_ table: CrossCounts) -> Double {
    let n = Double(table.total)
    func sum(_ totals: [Int], _ term: (Double) -> Double) -> Double { totals.reduce(0) { $0 + term(Double($1)) } }
    let pairs: (Double) -> Double = { $0 * ($0 - 1) }
    let triples: (Double) -> Double = { $0 * ($0 - 1) * ($0 - 2) }
    let weighted: (Double) -> Double = { $0 * ($0 - 1) * (2 * $0 + 5) }
    let (rows, ties) = (table.rowTotals, table.columnTotals)
    let main = (weighted(n) - sum(rows, weighted) - sum(ties, weighted)) / 72
    let third = n > 2 ? sum(rows, triples) * sum(ties, triples) / (36 * triples(n)) : 0
    return main + third + sum(rows, pairs) * sum(ties, pairs) / (8 * pairs(n))
  }
}
