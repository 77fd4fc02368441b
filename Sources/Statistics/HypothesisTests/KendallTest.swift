/// Kendall's rank correlation: do pairs of people who differ on one measure differ the same way on another?
///
/// - Shapes: two values per person; at least two people; both measures vary.
/// - Units: only order matters; values that differ by no more than 10⁻⁹ are tied.
/// - Null: without ties exact, by convolution; with ties exact by enumeration up to 300,000 tables, else permuted, for up to 2,500
///   pairs of distinct values; normal, with the full correction for ties, beyond that. Two-sided by |C − D|.
/// - Cost: distinct values of one × of the other, times the draws.
/// - Source: Kendall (1938), Biometrika 30(1–2), 81–93, doi:10.2307/2332226; Goodman & Kruskal's gamma (1954), JASA 49(268),
///   732–764, doi:10.1080/01621459.1954.10501231.
public struct KendallTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Kendall's rank correlation"
  /// Tau-b: from −1 to 1, corrected for ties.
  public let statistic: Double
  /// None: the statistic has a normal limit.
  public var degreesOfFreedom: Double? { nil }
  /// The two-sided p-value.
  public let pValue: PValue
  /// The numbers of pairs that agree and that disagree.
  public let concordant: Int
  /// The number of pairs that disagree.
  public let discordant: Int
  /// (C − D) ÷ (C + D): Goodman and Kruskal's gamma; nil when no pair differs on both.
  public let gamma: Double?
  /// C − D in standard deviations.
  public let standardized: Double

  /// - Throws: ``SampleFault`` for fewer than two people or a measure that does not vary.
  public init(_ x: [Double], _ y: [Double], null: NullDistribution = .automatic) throws(SampleFault) {
    let cross = try CrossTable(x, y)
    let (agree, disagree) = cross.pairs(cross.table)
    concordant = agree
    discordant = disagree
    let n = Double(x.count)
    let all = n * (n - 1) / 2
    let (rowTies, columnTies) = (cross.rowTotals.map { Double($0) }, cross.columnTotals.map { Double($0) })
    func sum(_ ties: [Double], _ term: (Double) -> Double) -> Double { ties.reduce(0) { $0 + term($1) } }
    let score = Double(agree - disagree)
    statistic =
      score
      / ((all - sum(rowTies) { $0 * ($0 - 1) / 2 }) * (all - sum(columnTies) { $0 * ($0 - 1) / 2 })).squareRoot()
    gamma = agree + disagree > 0 ? score / Double(agree + disagree) : nil
    func cubes(_ ties: [Double]) -> Double { sum(ties) { $0 * ($0 - 1) * (2 * $0 + 5) } }
    func pairs(_ ties: [Double]) -> Double { sum(ties) { $0 * ($0 - 1) } }
    func triples(_ ties: [Double]) -> Double { sum(ties) { $0 * ($0 - 1) * ($0 - 2) } }
    let variance =
      (n * (n - 1) * (2 * n + 5) - cubes(rowTies) - cubes(columnTies)) / 18
      + pairs(rowTies) * pairs(columnTies) / (2 * n * (n - 1))
      + (n > 2 ? triples(rowTies) * triples(columnTies) / (9 * n * (n - 1) * (n - 2)) : 0)
    standardized = score / variance.squareRoot()
    let isUntied = cross.rowTotals.count == x.count && cross.columnTotals.count == x.count
    if isUntied, null.roads(limit: 20_000_000).exactLimit != nil, x.count <= 400 {
      let distances = Self.untiedDistances(x.count)
      let smallest = distances[distances.count - 1]
      pValue = .exact(distances[abs(agree - disagree)], smallest: smallest)
    } else if let p = cross.permuted(
      null,
      { table in
        let (agree, disagree) = cross.pairs(table)
        return abs(Double(agree - disagree))
      })
    {
      pValue = p
    } else {
      pValue = .asymptotic(2 * GSL.normalUpperTail(abs(standardized)), smallest: 0)
    }
  }

  /// P(|C − D| ≥ d) for d from 0 to the number of pairs, all orders equally likely.
  private static func untiedDistances(_ count: Int) -> [Double] {
    // The number of disagreeing pairs is a sum of independent numbers, each uniform on 0…i.
    var weights = [1.0]
    for i in 1..<count {
      var next = [Double](repeating: 0, count: weights.count + i)
      for (place, weight) in weights.enumerated() {
        for shift in 0...i { next[place + shift] += weight / Double(i + 1) }
      }
      weights = next
    }
    let pairs = weights.count - 1
    var exactly = [Double](repeating: 0, count: pairs + 1)
    for (disagree, weight) in weights.enumerated() { exactly[abs(pairs - 2 * disagree)] += weight }
    var sum = 0.0
    var tails = exactly
    for distance in exactly.indices.reversed() {
      sum += exactly[distance]
      tails[distance] = min(1, sum)
    }
    return tails
  }
}

/// Two measures of the same people as a table of counts: distinct values of one × of the other.
struct CrossTable {
  let rowTotals: [Int]
  let columnTotals: [Int]
  /// Row by row.
  let table: [Int]
  private let counts: ValueCounts

  init(_ x: [Double], _ y: [Double]) throws(SampleFault) {
    precondition(x.count == y.count, "measures have different numbers of people")
    guard x.count >= 2 else { throw .tooFewValues(group: 0, needed: 2) }
    let rows = ValueCounts(groups: [x]).values
    var groups = [[Double]](repeating: [], count: rows.count)
    for (value, other) in zip(x, y) {
      let row = rows.lastIndex { $0 <= value } ?? 0
      groups[row].append(other)
    }
    counts = ValueCounts(groups: groups)
    rowTotals = counts.groupTotals
    columnTotals = counts.valueTotals
    table = counts.counts
    guard rowTotals.count > 1, columnTotals.count > 1 else { throw .noVariation }
  }

  /// The numbers of pairs of people that agree in order and that disagree.
  func pairs(_ table: [Int]) -> (agree: Int, disagree: Int) {
    let width = columnTotals.count
    var earlier = [Int](repeating: 0, count: width)
    var (agree, disagree, seen) = (0, 0, 0)
    for row in rowTotals.indices {
      var below = 0
      for column in 0..<width {
        let own = table[row * width + column]
        agree += own * below
        disagree += own * (seen - below - earlier[column])
        below += earlier[column]
      }
      for column in 0..<width { earlier[column] += table[row * width + column] }
      seen += rowTotals[row]
    }
    return (agree, disagree)
  }

  /// The permutation p of a statistic of the table; nil for the limit distribution, asked for or because the table is large.
  func permuted(_ null: NullDistribution, _ extremity: ([Int]) -> Double) -> PValue? {
    if null == .automatic && table.count > 2_500 { return nil }
    return TablePermutation(counts).pValue(null, limit: 300_000, extremity)
  }
}
