import Statistics

/// The mean score of every organisation in every group that it has people of: what is compared where the group is the
/// organisation's own.
struct OrganizationMeans: Sendable {
  /// Means by group, in the order of the organisations.
  private(set) var means: [[Double]]
  /// People behind each mean, in the same order.
  private(set) var people: [[Int]]
  /// Each mean as a cluster, in the order of the organisations.
  private(set) var clusters: [WholeClusterPermutationTest.Cluster] = []

  /// From groups × distinct scores per organisation.
  init(_ tables: [ValueCounts], groupCount: Int) {
    means = [[Double]](repeating: [], count: groupCount)
    people = [[Int]](repeating: [], count: groupCount)
    for table in tables {
      for (group, total) in table.groupTotals.enumerated() where total > 0 {
        let sum = table.values.indices.reduce(0) { $0 + table.values[$1] * Double(table[group, $1]) }
        let mean = sum / Double(total)
        means[group].append(mean)
        people[group].append(total)
        // The test asks for a cluster's mean alone.
        clusters.append(WholeClusterPermutationTest.Cluster(group: group, values: [mean]))
      }
    }
  }

  /// The number of means.
  var count: Int { clusters.count }

  /// The means collapsed, groups × distinct means.
  var counts: ValueCounts { ValueCounts(groups: means) }
}
