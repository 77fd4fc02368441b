/// The Fisher–Freeman–Halton test: independence of rows and columns, with tables ordered by their probability.
///
/// - Shapes: two or more rows and columns that are not empty.
/// - Null: tables with the same margins: exact by enumeration up to 300,000 of them, else 9,999 permutations from seed 1. There is
///   no limit distribution, so `asymptotic` is answered by `automatic`.
/// - Cost: cells, times tables or draws.
/// - Source: Freeman & Halton (1951), Biometrika 38(1–2), 141–149, doi:10.2307/2332323.
public struct FisherTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Fisher–Freeman–Halton test"
  /// The probability of the table among all with its margins.
  public let statistic: Double
  /// None: the test has no limit distribution.
  public var degreesOfFreedom: Double? { nil }
  /// The p-value: the probability of all tables at most as probable as the observed one.
  public let pValue: PValue

  /// Empty rows and columns are left out.
  ///
  /// - Throws: ``SampleFault/fewerThanTwoGroups`` or ``SampleFault/noVariation`` when fewer than two rows or columns are left.
  public init(_ table: [[Int]], null: NullDistribution = .automatic) throws(SampleFault) {
    let counts = try ValueCounts(table: table)
    let permutation = TablePermutation(counts)
    statistic = exponential(
      TableEnumeration.logProbability(
        of: counts.counts, valueTotals: counts.valueTotals, groupTotals: counts.groupTotals))
    let choice: NullDistribution = null == .asymptotic ? .automatic : null
    // Shifted, so that the values compared are not near zero.
    let shift = counts.groupTotals.reduce(1) { $0 + LogFactorial.of($1) }
    func improbability(_ table: [Int]) -> Double { table.reduce(shift) { $0 + LogFactorial.of($1) } }
    pValue =
      permutation.pValue(choice, limit: 300_000, improbability)
      ?? .asymptotic(1, smallest: statistic)
  }
}

extension ValueCounts {
  /// A table of counts without its empty rows and columns; values are the columns' places.
  init(table: [[Int]]) throws(SampleFault) {
    let width = table.first?.count ?? 0
    precondition(table.allSatisfy { $0.count == width && $0.allSatisfy { $0 >= 0 } }, "a table has rows of counts")
    let rows = table.filter { $0.contains { $0 > 0 } }
    guard rows.count >= 2 else { throw .fewerThanTwoGroups }
    let columns = (0..<width).filter { column in rows.contains { $0[column] > 0 } }
    guard columns.count >= 2 else { throw .noVariation }
    self.init(
      values: columns.map { Double($0) }, groupCount: rows.count,
      counts: rows.flatMap { row in columns.map { row[$0] } })
  }
}
