/// The blocked Kruskal–Wallis test: several groups compared inside strata, such as respondent types inside organisations.
///
/// People are ranked within their stratum and ranks divided by n + 1, as in the van Elteren test; the statistic is the
/// quadratic form of the groups' distances from expectation. With two groups it is the van Elteren statistic squared.
///
/// - Shapes: strata of k ≥ 2 groups; a stratum with one group only, or in which all values are equal, carries no information.
/// - Units: only order within strata matters.
/// - Null: labels permuted within strata: exact, by enumerating the strata's outcomes; permuted; or χ² with as many degrees
///   of freedom as the groups can be told apart in (k − 1 unless strata leave groups unconnected). `automatic` is exact up to
///   a million combinations of outcomes, else 9,999 permutations from seed 1.
/// - Cost: exact, the product of the strata's numbers of outcomes; permuted, draws × people.
/// - Source: Mack & Skillings (1980), JASA 75(372), 947–951, with van Elteren's weights.
public struct BlockedKruskalWallisTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "blocked Kruskal–Wallis test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "Within every stratum, answers of all groups come from one distribution."
  /// The quadratic form.
  public let statistic: Double
  /// The degrees of freedom of the χ² limit.
  public let degreesOfFreedom: Double?
  /// The two-sided p-value.
  public let pValue: PValue
  /// The number of strata that hold at least two groups.
  public let informativeStrata: Int

  /// - Throws: ``SampleFault`` when a group is empty in every stratum, when no stratum holds two groups, or when values do
  ///   not vary inside any of those that do.
  public init(_ strata: [ValueCounts], null: NullDistribution = .automatic) throws(SampleFault) {
    guard let k = strata.first?.groupCount, k >= 2 else { throw .fewerThanTwoGroups }
    precondition(strata.allSatisfy { $0.groupCount == k }, "strata differ in their number of groups")
    for group in 0..<k where !strata.contains(where: { $0.groupTotals[group] > 0 }) { throw .emptyGroup(group) }
    let informative = strata.filter { $0.groupTotals.count { $0 > 0 } > 1 }
    guard !informative.isEmpty else { throw .noInformativeStratum }
    informativeStrata = informative.count
    let blocks = informative.filter(\.varies).map { RankBlock($0) }
    guard !blocks.isEmpty else { throw .noVariation }

    var covariance = [Double](repeating: 0, count: k * k)
    for block in blocks { block.addCovariance(to: &covariance) }
    let form = QuadraticForm(covariance: covariance, dimension: k)
    let expectation = (0..<k).map { group in blocks.reduce(0) { $0 + Double($1.sizes[group]) } / 2 }
    @Sendable func q(_ sums: [Double]) -> Double { form.value(sums, about: expectation) }
    var sums = [Double](repeating: 0, count: k)
    for block in blocks { for group in 0..<k { sums[group] += block.observed[group] } }
    let observed = q(sums)
    statistic = observed
    degreesOfFreedom = Double(form.rank)
    let largest = LargestQuadratic(
      strata: blocks.map { ($0.valueTotals, $0.sizes, $0.scores) }, groupCount: k, q)

    let roads = null.roads(limit: 1_000_000)
    if let limit = roads.exactLimit, let p = Self.exact(blocks, limit: limit, isExtreme: { isAtLeast(q($0), observed) })
    {
      pValue = .exact(p, smallest: largest.probability)
    } else if let (count, seed) = roads.permutation {
      let draws = ScoreSumDraws(blocks.map { ($0.valueTotals, $0.sizes, $0.scores) }, groupCount: k)
      let extreme = countExtreme(count: count, seed: seed, draws) { draws, stream in
        draws.rearrange(using: &stream)
        return isAtLeast(q(draws.sums), observed)
      }
      pValue = .permuted(extreme: extreme, count: count, seed: seed, designMinimum: largest.probability)
    } else {
      let freedom = Double(form.rank)
      pValue = .asymptotic(
        GSL.chiSquareUpperTail(observed, degreesOfFreedom: freedom),
        smallest: GSL.chiSquareUpperTail(largest.value, degreesOfFreedom: freedom))
    }
  }

  /// The probability of extreme outcomes over all combinations of the strata's outcomes; nil past `limit` of them.
  private static func exact(_ blocks: [RankBlock], limit: Int, isExtreme: ([Double]) -> Bool) -> Double? {
    // Every block varies and holds two groups, so that it has two outcomes at least.
    guard blocks.count < Int.bitWidth - limit.leadingZeroBitCount else { return nil }
    var lists: [[TableEnumeration.Outcome]] = []
    var combinations = 1
    for block in blocks {
      let tables = TableEnumeration(valueTotals: block.valueTotals, groupTotals: block.sizes, scores: block.scores)
      guard let outcomes = tables.outcomes(limit: limit) else { return nil }
      let (product, overflow) = combinations.multipliedReportingOverflow(by: outcomes.count)
      guard !overflow, product <= limit else { return nil }
      combinations = product
      lists.append(outcomes)
    }
    var p = 0.0
    func combine(_ index: Int, _ sums: [Double], _ probability: Double) {
      if index == lists.count {
        if isExtreme(sums) { p += probability }
        return
      }
      for outcome in lists[index] {
        combine(index + 1, zip(sums, outcome.sums).map { $0 + $1 }, probability * outcome.probability)
      }
    }
    combine(0, [Double](repeating: 0, count: blocks[0].sizes.count), 1)
    return p
  }
}

/// One stratum of several groups, ranked and divided by n + 1.
private struct RankBlock {
  let sizes: [Int]
  let valueTotals: [Int]
  /// Mean rank ÷ (n + 1) of each value.
  let scores: [Double]
  let observed: [Double]
  private let variance: Double

  init(_ counts: ValueCounts) {
    sizes = counts.groupTotals
    valueTotals = counts.valueTotals
    let total = sizes.reduce(0, +)
    let scores = counts.doubledMidranks.map { Double($0) / Double(2 * (total + 1)) }
    self.scores = scores
    observed = (0..<counts.groupCount).map { group in
      (0..<scores.count).reduce(0) { $0 + Double(counts[group, $1]) * scores[$1] }
    }
    variance =
      zip(counts.valueTotals, scores).reduce(0) { $0 + Double($1.0) * ($1.1 - 0.5) * ($1.1 - 0.5) } / Double(total - 1)
  }

  /// Adds the covariance of the groups' score sums when labels are permuted.
  func addCovariance(to covariance: inout [Double]) {
    let k = sizes.count
    let total = Double(sizes.reduce(0, +))
    for i in 0..<k {
      for j in 0..<k {
        let joint = (i == j ? Double(sizes[i]) : 0) - Double(sizes[i]) * Double(sizes[j]) / total
        covariance[i * k + j] += variance * joint
      }
    }
  }
}
