import Testing

@testable import Statistics

@Suite struct BlockedKruskalWallisTestTests {
  @Test("Statistic, exact p and smallest p agree with exact rationals")
  func rationals() throws {
    let reference = try Reference("statistics/stratified_ranks")["blocked_kruskal"][0]
    let test = try BlockedKruskalWallisTest(strata(reference, groups: 3), null: .exact)
    #expect(agrees(test.statistic, reference["q"].double, relative: 1e-10))
    #expect(agrees(test.pValue.value, reference["p"].double, relative: 1e-10))
    #expect(agrees(test.pValue.smallestAttainable, reference["smallest"].double, relative: 1e-10))
    #expect(test.degreesOfFreedom == 2)
    let permuted = try BlockedKruskalWallisTest(strata(reference, groups: 3), null: .permutation(count: 1999, seed: 2))
    let interval = try #require(permuted.pValue.interval)
    #expect(interval.lower <= test.pValue.value && test.pValue.value <= interval.upper)
  }

  @Test("With two groups it is the van Elteren test")
  func twoGroups() throws {
    let strata = [randomCounts([2, 3], levels: 5, seed: 21), randomCounts([3, 1], levels: 5, seed: 22)]
    let blocked = try BlockedKruskalWallisTest(strata, null: .exact)
    let elteren = try VanElterenTest(strata, null: .exact)
    #expect(agrees(blocked.statistic, elteren.statistic * elteren.statistic, relative: 1e-10))
    #expect(agrees(blocked.pValue.value, elteren.pValue.value, relative: 1e-10))
    let limit = try BlockedKruskalWallisTest(strata, null: .asymptotic).pValue.value
    #expect(agrees(limit, try VanElterenTest(strata, null: .asymptotic).pValue.value, relative: 1e-6))
  }

  @Test("With one stratum it is the Kruskal–Wallis test")
  func oneStratum() throws {
    let counts = randomCounts([3, 2, 3], levels: 4, seed: 8)
    let blocked = try BlockedKruskalWallisTest([counts], null: .exact)
    let kruskal = try KruskalWallisTest(counts, null: .exact)
    #expect(agrees(blocked.statistic, kruskal.statistic, relative: 1e-10))
    #expect(agrees(blocked.pValue.value, kruskal.pValue.value, relative: 1e-10))
  }

  @Test("Groups that never meet leave fewer degrees of freedom")
  func unconnected() throws {
    let test = try BlockedKruskalWallisTest(
      [
        ValueCounts(groups: [[1, 2, 3], [2, 4], [], []]), ValueCounts(groups: [[], [], [1, 2, 3], [2, 4, 5]]),
      ], null: .exact)
    #expect(test.degreesOfFreedom == 2)
    #expect(test.informativeStrata == 2)
  }

  @Test("What cannot be tested says why")
  func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try BlockedKruskalWallisTest([]) }
    #expect(throws: SampleFault.emptyGroup(2)) { try BlockedKruskalWallisTest([ValueCounts(groups: [[1], [2], []])]) }
    #expect(throws: SampleFault.noInformativeStratum) {
      try BlockedKruskalWallisTest([ValueCounts(groups: [[1], []]), ValueCounts(groups: [[], [2]])])
    }
    #expect(throws: SampleFault.noVariation) {
      try BlockedKruskalWallisTest([ValueCounts(groups: [[1], [1]]), ValueCounts(groups: [[2], [2]])])
    }
  }
}
