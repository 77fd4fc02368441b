/// Page's trend test: do people's ratings of several things rise in an order that was named beforehand?
///
/// - Shapes: one row per person, one column per thing, in the order expected to rise; two or more of each.
/// - Units: only order within a row matters; values that differ by no more than 10⁻⁹ are tied.
/// - Null: ranks permuted within rows; normal with the variance that the ties leave, or random permutations; there is no exact road, so
///   `exact` is answered by the normal one. Two-sided by |L − E|.
/// - Cost: draws × cells.
/// - Source: Page (1963), JASA 58(301), 216–230, doi:10.1080/01621459.1963.10500843.
public struct PageTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Page's trend test"
  /// L: Σ place × rank sum.
  public let statistic: Double
  /// None: the statistic has a normal limit.
  public var degreesOfFreedom: Double? { nil }
  /// The two-sided p-value.
  public let pValue: PValue
  /// L's distance from expectation in standard deviations: positive where ratings rise.
  public let standardized: Double

  /// - Throws: ``SampleFault`` for fewer than two things, no people, or rows that are all tied.
  public init(_ rows: [[Double]], null: NullDistribution = .asymptotic) throws(SampleFault) {
    guard let things = rows.first?.count, things >= 2 else { throw .fewerThanTwoGroups }
    precondition(rows.allSatisfy { $0.count == things }, "rows differ in length")
    let middle = Double(things + 1) / 2
    let places = (1...things).map { Double($0) - middle }
    let spread = places.reduce(0) { $0 + $1 * $1 }
    var strata: [(valueTotals: [Int], groupTotals: [Int], scores: [Double])] = []
    var distance = 0.0
    var variance = 0.0
    for row in rows {
      let counts = ValueCounts(groups: row.map { [$0] })
      let scores = counts.doubledMidranks.map { Double($0) / 2 - middle }
      for (place, sum) in zip(places, counts.doubledRankSums) { distance += place * (Double(sum) / 2 - middle) }
      variance +=
        spread * zip(counts.valueTotals, scores).reduce(0) { $0 + Double($1.0) * $1.1 * $1.1 } / Double(things - 1)
      strata.append((counts.valueTotals, counts.groupTotals, scores))
    }
    guard variance > 0 else { throw .noVariation }
    statistic = distance + Double(rows.count * things) * middle * middle
    standardized = distance / variance.squareRoot()
    if let (count, seed) = null.roads(limit: 0).permutation {
      let draws = ScoreSumDraws(strata, groupCount: things)
      let extreme = countExtreme(count: count, seed: seed, draws) { draws, stream in
        draws.rearrange(using: &stream)
        return isAtLeast(abs(zip(places, draws.sums).reduce(0) { $0 + $1.0 * $1.1 }), abs(distance))
      }
      pValue = .permuted(extreme: extreme, count: count, seed: seed, designMinimum: 0)
    } else {
      pValue = .asymptotic(2 * GSL.normalUpperTail(abs(standardized)), smallest: 0)
    }
  }
}
