/// The Jonckheere–Terpstra test: do values rise (or fall) over groups in a given order?
///
/// - Shapes: two or more groups, in order, of at least one value.
/// - Units: only order matters.
/// - Null: normal with the full correction for ties (no correction for continuity); exact by enumeration of tables up to
///   300,000 under `automatic`; or permuted. Two-sided by |J − E|.
/// - Cost: tables, or draws, × groups × distinct values.
/// - Source: Jonckheere (1954), Biometrika 41(1–2), 133–145, doi:10.2307/2333011.
public struct JonckheereTerpstraTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Jonckheere–Terpstra test"
  /// J: the pairs in which the later group is higher, ties counted half.
  public let statistic: Double
  /// None: the statistic has a normal limit.
  public var degreesOfFreedom: Double? { nil }
  /// The two-sided p-value.
  public let pValue: PValue
  /// J's distance from expectation in standard deviations: positive where values rise.
  public let standardized: Double

  /// - Throws: ``SampleFault`` for fewer than two groups, an empty group, or values that are all equal.
  public init(_ counts: ValueCounts, null: NullDistribution = .automatic) throws(SampleFault) {
    try counts.checkForComparison()
    let permutation = TablePermutation(counts)
    let groups = counts.groupCount
    let width = permutation.values.count
    /// Twice J, a whole number.
    func doubled(_ table: [Int]) -> Int {
      var earlier = [Int](repeating: 0, count: width)
      var sum = 0
      for group in 0..<groups {
        var below = 0
        for value in 0..<width {
          let own = table[group * width + value]
          sum += own * (2 * below + earlier[value])
          below += earlier[value]
          earlier[value] += own
        }
      }
      return sum
    }
    let sizes = counts.groupTotals.map { Double($0) }
    let n = sizes.reduce(0, +)
    let doubledCentre = (n * n - sizes.reduce(0) { $0 + $1 * $1 }) / 2
    let observed = doubled(permutation.observed)
    statistic = Double(observed) / 2
    let deviation = Self.variance(sizes: sizes, ties: counts.valueTotals.map { Double($0) }).squareRoot()
    standardized = (Double(observed) - doubledCentre) / 2 / deviation
    let permuted = permutation.pValue(null, limit: 300_000) { abs(Double(doubled($0)) - doubledCentre) }
    if let permuted {
      pValue = permuted
    } else {
      let order = Array(0..<groups)
      let farthest = [order, order.reversed()].map { order in
        let table = TableEnumeration.consecutive(
          valueTotals: permutation.valueTotals, groupTotals: permutation.groupTotals, order: order)
        return abs(Double(doubled(table)) - doubledCentre) / 2 / deviation
      }
      pValue = .asymptotic(
        2 * GSL.normalUpperTail(abs(standardized)), smallest: 2 * GSL.normalUpperTail(max(farthest[0], farthest[1])))
    }
  }

  /// The variance of J with ties.
  private static func variance(sizes: [Double], ties: [Double]) -> Double {
    let n = sizes.reduce(0, +)
    func sum(_ counts: [Double], _ term: (Double) -> Double) -> Double { counts.reduce(0) { $0 + term($1) } }
    let first =
      n * (n - 1) * (2 * n + 5) - sum(sizes) { $0 * ($0 - 1) * (2 * $0 + 5) }
      - sum(ties) { $0 * ($0 - 1) * (2 * $0 + 5) }
    let triples = sum(sizes) { $0 * ($0 - 1) * ($0 - 2) } * sum(ties) { $0 * ($0 - 1) * ($0 - 2) }
    let pairs = sum(sizes) { $0 * ($0 - 1) } * sum(ties) { $0 * ($0 - 1) }
    let second = n > 2 ? triples / (36 * n * (n - 1) * (n - 2)) : 0
    return first / 72 + second + pairs / (8 * n * (n - 1))
  }
}
