import Testing

@testable import Statistics

/// Strata of a reference case: values and labels of each.
func strata(_ reference: Reference, groups: Int) -> [ValueCounts] {
  reference["strata"].list.map { stratum in
    let people = zip(stratum[0].doubles, stratum[1].ints)
    return ValueCounts(groups: (0..<groups).map { group in people.filter { $0.1 == group }.map(\.0) })
  }
}

@Suite struct VanElterenTestTests {
  @Test("Statistic, exact p and smallest p agree with exact rationals", arguments: [0, 1])
  func rationals(place: Int) throws {
    let reference = try Reference("statistics/stratified_ranks")["van_elteren"][place]
    let test = try VanElterenTest(strata(reference, groups: 2), null: .exact)
    #expect(agrees(test.statistic, reference["z"].double, relative: 1e-12))
    #expect(agrees(test.pValue.value, reference["p"].double, relative: 1e-12))
    #expect(agrees(test.pValue.smallestAttainable, reference["smallest"].double, relative: 1e-12))
    #expect(test.informativeStrata == 3)
  }

  @Test("One stratum is the Mann–Whitney test")
  func oneStratum() throws {
    let counts = randomCounts([5, 7], levels: 5, seed: 11)
    let stratified = try VanElterenTest([counts], null: .exact).pValue
    let pooled = try MannWhitneyTest(counts, null: .exact).pValue
    #expect(agrees(stratified.value, pooled.value, relative: 1e-12))
    #expect(agrees(stratified.smallestAttainable, pooled.smallestAttainable, relative: 1e-12))
  }

  @Test("Sizes without common lattice are permuted, near the exact p")
  func permuted() throws {
    let strata = (0..<8).map { randomCounts([2 + $0 % 3, 3 + $0 % 4], levels: 5, seed: 40 + UInt64($0)) }
    let exact = try VanElterenTest(strata, null: .exactOrPermutation(count: 99, seed: 1)).pValue
    let permuted = try VanElterenTest(strata, null: .permutation(count: 1999, seed: 5)).pValue
    #expect(exact.method == .exact)
    let interval = try #require(permuted.interval)
    #expect(interval.lower <= exact.value && exact.value <= interval.upper)
  }

  @Test("A stratum that is large beside the others is drawn as tables")
  func largeStratum() throws {
    let large = ValueCounts(values: [1, 2, 3], groupCount: 2, counts: [300, 400, 300, 320, 380, 300])
    let strata = [large, randomCounts([3, 3], levels: 4, seed: 2), randomCounts([2, 5], levels: 4, seed: 3)]
    let permuted = try VanElterenTest(strata, null: .permutation(count: 499, seed: 5)).pValue
    let limit = try VanElterenTest(strata, null: .asymptotic).pValue
    #expect(abs(permuted.value - limit.value) < 0.1)
  }

  @Test("Differences between strata alone are no difference between groups")
  func simpson() throws {
    // Pooled, the first group is far higher; inside each stratum the groups are alike.
    let high = ValueCounts(groups: [[4, 5, 4, 5, 4, 5], [5, 4]])
    let low = ValueCounts(groups: [[1, 2], [1, 2, 1, 2, 1, 2]])
    #expect(try VanElterenTest([high, low]).pValue.value == 1)
    let pooled = ValueCounts(groups: [[4, 5, 4, 5, 4, 5, 1, 2], [5, 4, 1, 2, 1, 2, 1, 2]])
    #expect(try MannWhitneyTest(pooled).pValue.value < 0.2)
  }

  @Test("What cannot be tested says why")
  func refusals() {
    let first = ValueCounts(groups: [[1, 2], []])
    let second = ValueCounts(groups: [[], [1, 2]])
    let tied = ValueCounts(groups: [[3], [3, 3]])
    #expect(throws: SampleFault.emptyGroup(0)) { try VanElterenTest([]) }
    #expect(throws: SampleFault.emptyGroup(1)) { try VanElterenTest([first]) }
    #expect(throws: SampleFault.noInformativeStratum) { try VanElterenTest([first, second]) }
    #expect(throws: SampleFault.noVariation) { try VanElterenTest([first, second, tied]) }
  }
}
