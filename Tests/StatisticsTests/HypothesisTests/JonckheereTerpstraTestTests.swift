import Testing

@testable import Statistics

@Suite struct JonckheereTerpstraTestTests {
  @Test("Piecework agrees with PMCMRplus 1.9.10 (Hollander & Wolfe 1973: J = 79)")
  func piecework() throws {
    let reference = try Reference("statistics/jonckheere_hollander_piecework")
    let counts = ValueCounts(groups: reference["inputs"]["groups"].list.map(\.doubles))
    let test = try JonckheereTerpstraTest(counts, null: .asymptotic)
    #expect(test.statistic == reference["expected"]["JT"].double)
    #expect(agrees(test.standardized, reference["expected"]["z_ties"].double))
    #expect(agrees(test.pValue.value, reference["expected"]["p_two_sided"].double))
    #expect(agrees(test.pValue.value / 2, reference["expected"]["p_greater"].double))
    let permuted = try JonckheereTerpstraTest(counts, null: .permutation(count: 1999, seed: 1)).pValue
    #expect(abs(permuted.value - test.pValue.value) < 0.02)
  }

  @Test("With two groups it is the Mann–Whitney test")
  func twoGroups() throws {
    let counts = randomCounts([4, 5], levels: 5, seed: 3)
    let trend = try JonckheereTerpstraTest(counts, null: .exact)
    let mann = try MannWhitneyTest(counts, null: .exact)
    #expect(agrees(trend.pValue.value, mann.pValue.value, relative: 1e-11))
    #expect(trend.statistic == 20 - mann.statistic)
  }

  @Test("The order of the groups matters, its direction does not; ties of three kinds of groups keep the exact p")
  func order() throws {
    let counts = ValueCounts(groups: [[1, 2], [2, 3], [3, 4, 4]])
    let rising = try JonckheereTerpstraTest(counts)
    let falling = try JonckheereTerpstraTest(counts.selecting(groups: [2, 1, 0]))
    #expect(agrees(falling.pValue.value, rising.pValue.value) && agrees(falling.standardized, -rising.standardized))
    #expect(try JonckheereTerpstraTest(counts.selecting(groups: [1, 2, 0])).pValue.value > rising.pValue.value)
    #expect(throws: SampleFault.emptyGroup(1)) { try JonckheereTerpstraTest(ValueCounts(groups: [[1], [], [2]])) }
  }

  /// Full enumeration of labels in exact rationals.
  @Test func enumeration() throws {
    for reference in try Reference("statistics/repeated_and_tables")["jonckheere"].list {
      let test = try JonckheereTerpstraTest(ValueCounts(groups: reference["groups"].list.map(\.doubles)))
      #expect(test.pValue.method == .exact)
      #expect(test.statistic == reference["J"].double)
      #expect(agrees(test.pValue.value, reference["p"].double))
      #expect(agrees(test.pValue.smallestAttainable, reference["smallest"].double))
    }
  }

  /// Large groups are drawn as tables, near the limit.
  @Test func drawnTables() throws {
    let counts = ValueCounts(
      values: [1, 2, 3], groupCount: 3, counts: [400, 350, 250, 380, 350, 270, 360, 330, 300])
    let drawn = try JonckheereTerpstraTest(counts, null: .permutation(count: 999, seed: 2)).pValue
    let limit = try JonckheereTerpstraTest(counts, null: .asymptotic).pValue
    let interval = try #require(drawn.interval)
    #expect(interval.lower <= limit.value && limit.value <= interval.upper)
  }
}
