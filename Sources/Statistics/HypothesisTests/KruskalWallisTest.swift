/// The Kruskal–Wallis rank test: do several independent groups share one distribution?
///
/// - Shapes: two or more groups of at least one value; groups may differ in size.
/// - Units: only order matters.
/// - Null: exact, by enumerating the groups × values tables; permuted, as draws of tables; or χ² with k − 1 degrees of
///   freedom. `automatic` is exact up to 300,000 tables, else 9,999 permutations from seed 1.
/// - Cost: exact, the number of tables; permuted, draws × groups × distinct values; asymptotic, distinct values.
/// - Source: Kruskal & Wallis (1952), JASA 47(260), 583–621, doi:10.1080/01621459.1952.10483441.
public struct KruskalWallisTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Kruskal–Wallis test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "Answers of all groups come from one distribution."
  /// H, divided by the correction for ties.
  public let statistic: Double
  /// The degrees of freedom of the χ² limit.
  public let degreesOfFreedom: Double?
  /// The two-sided p-value.
  public let pValue: PValue

  /// - Throws: ``SampleFault`` for fewer than two groups, an empty group, or values that are all equal.
  public init(_ counts: ValueCounts, null: NullDistribution = .automatic) throws(SampleFault) {
    try counts.checkForComparison()
    let sizes = counts.groupTotals
    let total = Double(sizes.reduce(0, +))
    let correction = 1 - counts.tieSum / (total * total * total - total)
    // H from sums of doubled ranks.
    @Sendable func h(_ sums: [Double]) -> Double {
      let squares = zip(sums, sizes).reduce(0) { $0 + $1.0 * $1.0 / Double($1.1) }
      return max(0, (3 * squares / (total * (total + 1)) - 3 * (total + 1)) / correction)
    }
    let scores = counts.doubledMidranks.map { Double($0) }
    let observed = h(counts.doubledRankSums.map { Double($0) })
    let k = Double(counts.groupCount)
    statistic = observed
    degreesOfFreedom = k - 1
    let roads = null.roads(limit: 300_000)
    let largest = LargestQuadratic(strata: [(counts.valueTotals, sizes, scores)], groupCount: counts.groupCount, h)
    if let limit = roads.exactLimit {
      let tables = TableEnumeration(valueTotals: counts.valueTotals, groupTotals: sizes, scores: scores)
      var p = 0.0
      if tables.forEach(limit: limit, { sums, probability in if isAtLeast(h(sums), observed) { p += probability } }) {
        pValue = .exact(p, smallest: largest.probability)
        return
      }
    }
    if let (count, seed) = roads.permutation {
      let draws = ScoreSumDraws([(counts.valueTotals, sizes, scores)], groupCount: sizes.count)
      let extreme = countExtreme(count: count, seed: seed, draws) { draws, stream in
        draws.rearrange(using: &stream)
        return isAtLeast(h(draws.sums), observed)
      }
      pValue = .permuted(extreme: extreme, count: count, seed: seed, designMinimum: largest.probability)
    } else {
      pValue = .asymptotic(
        GSL.chiSquareUpperTail(observed, degreesOfFreedom: k - 1),
        smallest: GSL.chiSquareUpperTail(largest.value, degreesOfFreedom: k - 1))
    }
  }
}

/// The largest value that a convex function of the groups' score sums can reach when labels are permuted within strata, and
/// the probability of reaching it.
///
/// A convex function of the sums has its largest value at a corner of the set of possible sums, and each corner sorts the
/// groups in one order in every stratum: so k! orders are enough, whatever the number of arrangements. With more than seven
/// groups the orders are too many to try, and the bounds that always hold are given: no largest value, probability 0.
struct LargestQuadratic {
  private(set) var value = 0.0
  /// The probability that the largest value is reached.
  private(set) var probability = 1.0

  init(
    strata: [(valueTotals: [Int], groupTotals: [Int], scores: [Double])], groupCount: Int,
    _ function: ([Double]) -> Double
  ) {
    guard groupCount <= 7 else {
      value = .infinity
      probability = 0
      return
    }
    var best: [(tables: [[Int]], logProbability: Double)] = []
    forEachOrder(of: groupCount) { order in
      var sums = [Double](repeating: 0, count: groupCount)
      var tables: [[Int]] = []
      for stratum in strata {
        let table = TableEnumeration.consecutive(
          valueTotals: stratum.valueTotals, groupTotals: stratum.groupTotals, order: order)
        let width = stratum.valueTotals.count
        for group in 0..<groupCount {
          for value in 0..<width { sums[group] += Double(table[group * width + value]) * stratum.scores[value] }
        }
        tables.append(table)
      }
      let reached = function(sums)
      if !best.isEmpty && !isAtLeast(reached, value) { return }
      if !isAtLeast(value, reached) { best = [] }
      value = max(value, reached)
      guard !best.contains(where: { $0.tables == tables }) else { return }
      let logProbability = zip(strata, tables).reduce(0) {
        $0
          + TableEnumeration.logProbability(
            of: $1.1, valueTotals: $1.0.valueTotals, groupTotals: $1.0.groupTotals)
      }
      best.append((tables, logProbability))
    }
    probability = min(1, best.reduce(0) { $0 + exponential($1.logProbability) })
  }
}

/// Calls `visit` with every order of 0…count − 1.
func forEachOrder(of count: Int, _ visit: ([Int]) -> Void) {
  var order = Array(0..<count)
  func arrange(_ place: Int) {
    if place == count {
      visit(order)
      return
    }
    for other in place..<count {
      order.swapAt(place, other)
      arrange(place + 1)
      order.swapAt(place, other)
    }
  }
  arrange(0)
}
