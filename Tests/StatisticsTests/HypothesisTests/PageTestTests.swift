import Testing

@testable import Statistics

@Suite struct PageTestTests {
  @Test("Rounding first base: L = 243, z = −21/√42 by exact ranks (Hollander & Wolfe, p. 140)")
  func rounding() throws {
    // PMCMRplus prints −3.2412, with another correction for ties; Σ of the rows' own variances is 42.
    let rows = try Reference("statistics/friedman_hollander_rounding")["inputs"]["matrix_rows_are_blocks"]
    let test = try PageTest(rows.list.map(\.doubles))
    #expect(test.statistic == 243)
    #expect(agrees(test.standardized, -21 / 42.0.squareRoot()))
    let permuted = try PageTest(rows.list.map(\.doubles), null: .permutation(count: 1999, seed: 1)).pValue
    #expect(permuted.value < 0.006)
  }

  @Test("Turning the order turns z; ties everywhere are refused")
  func laws() throws {
    let rows: [[Double]] = [[1, 2, 3], [2, 2, 5], [1, 4, 3]]
    let test = try PageTest(rows)
    #expect(agrees(try PageTest(rows.map { $0.reversed() }).standardized, -test.standardized))
    #expect(throws: SampleFault.noVariation) { try PageTest([[1, 1], [2, 2]]) }
    #expect(throws: SampleFault.fewerThanTwoGroups) { try PageTest([[1], [2]]) }
  }
}
