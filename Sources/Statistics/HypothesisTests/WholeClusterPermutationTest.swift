/// Whole clusters change groups: the comparison where the group is a property of organisations and not of people.
///
/// Each cluster counts once, by the mean of its values. Two groups are compared by the difference of the means of their
/// clusters' means (first less second); several by the between-group sum of squares of the clusters' means.
///
/// - Shapes: two or more groups of at least one cluster; clusters of at least one value, of any size.
/// - Units: those of the values (their square for several groups).
/// - Null: groups permuted over whole clusters: exact, by enumeration, or permuted; there is no limit distribution, so
///   `asymptotic` is answered by `automatic`, which is exact up to a million arrangements, else 9,999 permutations from
///   seed 1. With 2 + 2 clusters no p can be below one third, however many people they hold.
/// - Cost: arrangements, or draws, × clusters.
/// - Source: Gail et al. (1996), Statistics in Medicine 15(11), 1069–1092.
public struct WholeClusterPermutationTest: HypothesisTest {
  /// A cluster of people and the group that it belongs to.
  public struct Cluster: Sendable, Hashable {
    /// The group, from 0.
    public let group: Int
    /// The values of the cluster's people.
    public let values: [Double]

    /// Makes a cluster.
    public init(group: Int, values: [Double]) {
      self.group = group
      self.values = values
    }
  }

  /// The name in reports and files.
  public static let name = "whole-cluster permutation test"
  /// Which outcomes count as extreme with two groups; see the instance's own for more.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "The group that an organisation belongs to makes no difference to its mean."
  /// The difference of the two groups' means of cluster means, or the between-group sum of squares for more groups.
  public let statistic: Double
  /// None: the statistic has no limit distribution with degrees of freedom.
  public var degreesOfFreedom: Double? { nil }
  /// The two-sided p-value.
  public let pValue: PValue
  /// The number of clusters in each group.
  public let clusterCounts: [Int]
  /// The distance of the difference with two groups, the upper tail of the sum of squares with more.
  public var sidedness: Sidedness { clusterCounts.count == 2 ? .distanceFromExpectation : .upperTail }

  /// - Throws: ``SampleFault`` for fewer than two groups, a group without a cluster that has values, or cluster means that
  ///   are all equal. Clusters without values are passed over.
  public init(clusters: [Cluster], groupCount: Int, null: NullDistribution = .automatic) throws(SampleFault) {
    precondition(clusters.allSatisfy { (0..<groupCount).contains($0.group) }, "a cluster's group is out of range")
    var means = [[Double]](repeating: [], count: groupCount)
    for cluster in clusters where !cluster.values.isEmpty {
      means[cluster.group].append(cluster.values.reduce(0, +) / Double(cluster.values.count))
    }
    let counts = ValueCounts(groups: means)
    try counts.checkForComparison()
    let sizes = counts.groupTotals
    clusterCounts = sizes
    // Means about the grand mean, so that no digits are lost where the level is far from zero.
    let total = zip(counts.values, counts.valueTotals).reduce(0) { $0 + $1.0 * Double($1.1) }
    let centre = total / Double(sizes.reduce(0, +))
    let scores = counts.values.map { $0 - centre }
    @Sendable func difference(_ sums: [Double]) -> Double { sums[0] / Double(sizes[0]) - sums[1] / Double(sizes[1]) }
    @Sendable func distance(_ sums: [Double]) -> Double {
      groupCount == 2
        ? abs(difference(sums)) : zip(sums, sizes).reduce(0) { $0 + $1.0 * $1.0 / Double($1.1) }
    }
    let sums = (0..<groupCount).map { group in
      scores.indices.reduce(0) { $0 + Double(counts[group, $1]) * scores[$1] }
    }
    let observed = distance(sums)
    statistic = groupCount == 2 ? difference(sums) : observed
    let largest = LargestQuadratic(
      strata: [(counts.valueTotals, sizes, scores)], groupCount: groupCount, distance)

    let choice: NullDistribution = null == .asymptotic ? .automatic : null
    let roads = choice.roads(limit: 1_000_000)
    if let limit = roads.exactLimit {
      let tables = TableEnumeration(valueTotals: counts.valueTotals, groupTotals: sizes, scores: scores)
      var p = 0.0
      let isComplete = tables.forEach(limit: limit) { sums, probability in
        if isAtLeast(distance(sums), observed) { p += probability }
      }
      if isComplete {
        pValue = .exact(p, smallest: largest.probability)
        return
      }
    }
    let (count, seed) = roads.permutation ?? (9_999, 1)
    let draws = ScoreSumDraws([(counts.valueTotals, sizes, scores)], groupCount: groupCount)
    let extreme = countExtreme(count: count, seed: seed, draws) { draws, stream in
      draws.rearrange(using: &stream)
      return isAtLeast(distance(draws.sums), observed)
    }
    pValue = .permuted(extreme: extreme, count: count, seed: seed, designMinimum: largest.probability)
  }
}
