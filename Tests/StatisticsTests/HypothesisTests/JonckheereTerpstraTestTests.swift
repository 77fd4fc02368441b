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
}
