import Testing

@testable import Statistics

@Suite struct MannWhitneyTestTests {
  @Test("Exact and asymptotic p with ties agree with coin 1.4.2 and exactRankTests 0.8.35")
  func referenceLikert() throws {
    let reference = try Reference("statistics/mwu_exact_ties_likert")
    let counts = ValueCounts(groups: [reference["inputs"]["x"].doubles, reference["inputs"]["y"].doubles])
    let expected = reference["expected"]
    let exact = try MannWhitneyTest(counts, null: .exact)
    #expect(exact.statistic == expected["U_x"].double)
    #expect(agrees(exact.pValue.value, expected["p_two_sided_exact"].double))
    #expect(exact.pValue.method == .exact)
    let asymptotic = try MannWhitneyTest(counts, null: .asymptotic)
    #expect(agrees(asymptotic.pValue.value, expected["p_asym_cc"].double))
    let automatic = try MannWhitneyTest(counts)
    #expect(automatic.pValue == exact.pValue)
  }

  @Test("Four against four on a five-point item: p = 4/70, as coin says; the least p is 2/70 without ties, here 4/70")
  func referenceTiny() throws {
    let expected = try Reference("statistics/perm_exact_tiny8")["expected"]
    let groups = try grouped("statistics/data/tiny8.csv", value: "i1", by: "type").groups
    let test = try MannWhitneyTest(ValueCounts(groups: groups))
    #expect(agrees(test.pValue.value, expected["p_individual_exact"].double))
    #expect(agrees(test.pValue.value * expected["n_arrangements"].double, 4))
    // Two people tie at the middle, so either of them completes the lower half.
    #expect(agrees(test.pValue.smallestAttainable, 2 * expected["p_min_individual"].double))
    let untied = try MannWhitneyTest(ValueCounts(groups: [[1, 2, 3, 6], [4, 5, 7, 8]]))
    #expect(agrees(untied.pValue.smallestAttainable, expected["p_min_individual"].double))
  }

  @Test(
    "Without ties the exact null is the classic table: P(U ≤ 8) for 5 and 8 is 60 of 1287")
  func classicNull() throws {
    let test = try MannWhitneyTest(
      ValueCounts(groups: [[1, 2, 3, 6, 11], [4, 5, 7, 8, 9, 10, 12, 13]]), null: .exact)
    #expect(test.statistic == 8)
    let arrangements = test.pValue.value * 1287
    #expect(abs(arrangements - arrangements.rounded()) < 1e-9)
    #expect(arrangements.rounded() == 120)
  }

  @Test("The convolution agrees with enumeration of every labelling", arguments: [UInt64(1), 2, 3, 4])
  func enumeration(seed: UInt64) throws {
    let counts = randomCounts([4, 5], levels: 4, seed: seed)
    let test = try MannWhitneyTest(counts, null: .exact)
    let ranks = counts.doubledMidranks
    let people = counts.valueTotals.enumerated().flatMap { [Int](repeating: ranks[$0.offset], count: $0.element) }
    let centre = 4 * 10
    let observed = abs(counts.doubledRankSums[0] - centre)
    var extreme = 0
    var all = 0
    var farthest: [Int: Int] = [:]
    forEachLabelling([0, 0, 0, 0, 1, 1, 1, 1, 1]) { labels in
      let distance = abs(zip(labels, people).reduce(0) { $0 + ($1.0 == 0 ? $1.1 : 0) } - centre)
      all += 1
      extreme += distance >= observed ? 1 : 0
      farthest[distance, default: 0] += 1
    }
    #expect(agrees(test.pValue.value, Double(extreme) / Double(all), relative: 1e-12))
    let most = farthest.keys.max() ?? 0
    #expect(agrees(test.pValue.smallestAttainable, Double(farthest[most] ?? 0) / Double(all), relative: 1e-12))
  }

  @Test("In large groups the convolution agrees with enumeration of the tables")
  func largeGroups() throws {
    let counts = ValueCounts(values: [1, 2, 3], groupCount: 2, counts: [30, 40, 50, 50, 40, 30])
    let convolved = try MannWhitneyTest(counts, null: .exact).pValue
    let enumerated = try KruskalWallisTest(counts, null: .exact).pValue
    #expect(agrees(convolved.value, enumerated.value, relative: 1e-10))
    #expect(agrees(convolved.smallestAttainable, enumerated.smallestAttainable, relative: 1e-10))
  }

  @Test("Groups of a million are permuted as tables")
  func manyRespondents() throws {
    let counts = ValueCounts(
      values: [1, 2, 3, 4, 5], groupCount: 2,
      counts: [100_000, 100_000, 100_000, 100_000, 100_000, 100_100, 99_900, 100_000, 100_000, 100_000])
    let test = try MannWhitneyTest(counts, null: .permutation(count: 499, seed: 3))
    let limit = try MannWhitneyTest(counts, null: .asymptotic)
    #expect(abs(test.pValue.value - limit.pValue.value) < 0.08)
  }

  @Test("What cannot be tested says why")
  func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try MannWhitneyTest(ValueCounts(groups: [[1, 2]])) }
    #expect(throws: SampleFault.emptyGroup(1)) { try MannWhitneyTest(ValueCounts(groups: [[1, 2], []])) }
    #expect(throws: SampleFault.noVariation) { try MannWhitneyTest(ValueCounts(groups: [[3, 3, 3], [3, 3, 3, 3]])) }
  }
}
