import Testing

@testable import Statistics

@Suite struct WholeClusterPermutationTestTests {
  typealias Cluster = WholeClusterPermutationTest.Cluster

  @Test("Two organisations against two: p and least p are one third, whatever the people say (coin 1.4.2)")
  func tiny() throws {
    let expected = try Reference("statistics/perm_exact_tiny8")["expected"]
    let rows = try cells("statistics/data/tiny8.csv").dropFirst()
    let clusters = ["A", "B", "C", "D"].map { name in
      let own = rows.filter { $0[2] == name }
      return Cluster(group: own.first?[1] == "C" ? 0 : 1, values: own.compactMap { Double($0[3]) })
    }
    let test = try WholeClusterPermutationTest(clusters: clusters, groupCount: 2)
    #expect(agrees(test.statistic, expected["diff"].double))
    #expect(agrees(test.pValue.value, expected["p_cluster_exact"].double))
    // Two of the six ways to share four organisations out.
    #expect(agrees(test.pValue.value * expected["n_cluster_arrangements"].double, 2))
    #expect(agrees(test.pValue.smallestAttainable, expected["p_min_cluster"].double))
    let constant = clusters.map { Cluster(group: $0.group, values: [3, 3]) }
    #expect(throws: SampleFault.noVariation) { try WholeClusterPermutationTest(clusters: constant, groupCount: 2) }
  }

  @Test("Unequal clusters, two and three groups, agree with exact rationals", arguments: [0, 1])
  func rationals(place: Int) throws {
    let reference = try Reference("statistics/stratified_ranks")["whole_cluster"][place]
    let clusters = reference["clusters"].list.map { Cluster(group: $0[0].int, values: $0[1].doubles) }
    let groups = reference["groups"].int
    let test = try WholeClusterPermutationTest(clusters: clusters, groupCount: groups, null: .exact)
    #expect(agrees(test.statistic, reference["statistic"].double, relative: 1e-12))
    #expect(agrees(test.pValue.value, reference["p"].double, relative: 1e-12))
    #expect(agrees(test.pValue.smallestAttainable, reference["smallest"].double, relative: 1e-12))
    let permuted = try WholeClusterPermutationTest(
      clusters: clusters, groupCount: groups, null: .permutation(count: 999, seed: 4))
    let interval = try #require(permuted.pValue.interval)
    #expect(interval.lower <= test.pValue.value && test.pValue.value <= interval.upper)
  }

  @Test("A limit distribution does not exist: the exact one answers")
  func noLimit() throws {
    let clusters = (0..<6).map { Cluster(group: $0 % 2, values: [Double($0)]) }
    let test = try WholeClusterPermutationTest(clusters: clusters, groupCount: 2, null: .asymptotic)
    #expect(test.pValue.method == .exact)
  }

  @Test("A group without people is refused")
  func refusal() {
    #expect(throws: SampleFault.emptyGroup(1)) {
      try WholeClusterPermutationTest(
        clusters: [Cluster(group: 0, values: [1]), Cluster(group: 1, values: [])], groupCount: 2)
    }
  }
}
