/// Do several groups spread equally far about their own centres, in many coordinates?
///
/// Takes each row's distance to the spatial median of its group and compares the groups' mean distances by a one-way F. Read it
/// beside ``PermanovaTest``: means that seem to differ may be spreads that differ.
///
/// - Shapes: `coordinates[row][coordinate]`, complete; one group from 0 for each row; two groups or more of at least two rows.
/// - Units: distances are in the units of the coordinates.
/// - Null: F with k − 1 and N − k degrees of freedom, or the labels of the distances permuted (exact up to 20,000
///   arrangements). `automatic` is the F.
/// - Cost: rows × coordinates × steps of the medians; draws × rows when permuted.
/// - Source: Anderson (2006), Biometrics 62(1), 245–253, doi:10.1111/j.1541-0420.2005.00440.x.
public struct DispersionTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "test of multivariate dispersion"
  /// Only large statistics count.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "The groups spread equally far about their own centres."
  /// F.
  public let statistic: Double
  /// k − 1.
  public let numeratorDegreesOfFreedom: Double
  /// N − k.
  public let denominatorDegreesOfFreedom: Double
  /// The degrees of freedom of the denominator.
  public var degreesOfFreedom: Double? { denominatorDegreesOfFreedom }
  /// The p-value; only a large F counts.
  public let pValue: PValue
  /// The mean distance to the spatial median, by group.
  public let meanDistances: [Double]

  /// - Throws: ``SampleFault`` for fewer than two groups, a group of fewer than two rows, or distances that do not vary.
  public init(
    _ coordinates: [[Double]], groups: [Int], groupCount: Int, null: NullDistribution = .automatic
  ) throws(SampleFault) {
    precondition(coordinates.count == groups.count, "rows differ from the labels in number")
    guard groupCount > 1 else { throw .fewerThanTwoGroups }
    var apart = [Double](repeating: 0, count: groups.count)
    for group in 0..<groupCount {
      let members = groups.indices.filter { groups[$0] == group }
      guard members.count > 1 else {
        throw members.isEmpty ? .emptyGroup(group) : .tooFewValues(group: group, needed: 2)
      }
      let median = SpatialMedian.point(of: members.map { coordinates[$0] })
      for row in members { apart[row] = SpatialMedian.distance(coordinates[row], median) }
    }
    let distances = apart
    let largest = distances.max() ?? 0
    guard let smallest = distances.min(), largest - smallest > 1e-12 * largest else { throw .noVariation }

    @Sendable func moments(_ labels: [Int]) -> [Moments] {
      (0..<groupCount).map { group in Moments(labels.indices.lazy.filter { labels[$0] == group }.map { distances[$0] })
      }
    }
    let (numerator, denominator) = (Double(groupCount - 1), Double(groups.count - groupCount))
    @Sendable func f(_ groups: [Moments]) -> Double {
      let whole = groups.reduce(Moments([]), +)
      let between = groups.reduce(0) { $0 + Double($1.count) * ($1.mean - whole.mean) * ($1.mean - whole.mean) }
      let within = groups.reduce(0) { $0 + $1.squares }
      return between / numerator / max(within / denominator, 1e-12 * whole.squares)
    }
    let observed = f(moments(groups))
    meanDistances = moments(groups).map(\.mean)
    statistic = observed
    numeratorDegreesOfFreedom = numerator
    denominatorDegreesOfFreedom = denominator

    switch null {
    case .automatic, .asymptotic:
      pValue = .asymptotic(FDistribution.upperTail(observed, numerator, denominator), smallest: 0)
    case .exact, .permutation, .exactOrPermutation:
      let arrangement = LabelArrangement(labels: groups, groupCount: groupCount)
      let roads = null.roads(limit: 20_000)
      var values: [Double] = []
      if let limit = roads.exactLimit, arrangement.forEach(limit: limit, { values.append(f(moments($0))) }) {
        let best = values.max() ?? observed
        func share(from bound: Double) -> Double {
          Double(values.count { isAtLeast($0, bound) }) / Double(values.count)
        }
        pValue = .exact(share(from: observed), smallest: share(from: best))
        return
      }
      let (count, seed) = roads.permutation ?? (9_999, 1)
      let extreme = countExtreme(count: count, seed: seed, arrangement) { arrangement, stream in
        arrangement.shuffle(using: &stream)
        return isAtLeast(f(moments(arrangement.labels)), observed)
      }
      pValue = .permuted(extreme: extreme, count: count, seed: seed, designMinimum: arrangement.smallestShare)
    }
  }
}
