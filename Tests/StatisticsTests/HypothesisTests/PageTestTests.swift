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

  /// PMCMRplus 1.9.10 on Hollander & Wolfe's rounding first base; its p is one-sided, its z Page's own.
  @Test func roundingFirstBase() throws {
    let reference = try Reference("statistics/page_trend_rounding")
    let blocks = reference["inputs"]["matrix_rows_are_blocks"].list.map(\.doubles)
    let test = try PageTest(blocks)
    #expect(agrees(test.pageDeviate, reference["expected"]["statistic"].double))
    #expect(agrees(GSL.normalUpperTail(-test.pageDeviate), reference["expected"]["p"].double))
    #expect(test.pValue.method == .exact && test.blockCount == 22)
    // By hand: L − E = −21, variance 2 per block and 1.5 in the four blocks with a tie.
    #expect(agrees(test.standardized, -21 / 42.0.squareRoot()))
    let limit = try PageTest(blocks, null: .asymptotic).pValue
    #expect(agrees(limit.value, 2 * GSL.normalUpperTail(-test.standardized)))
    #expect(agrees(limit.value, test.pValue.value, relative: 0.2))
  }

  /// Full enumeration of orders in exact rationals.
  @Test func enumeration() throws {
    for reference in try Reference("statistics/repeated_and_tables")["page"].list {
      let test = try PageTest(reference["blocks"].list.map(\.doubles))
      #expect(test.statistic == reference["L"].double)
      #expect(agrees(test.pValue.value, reference["p"].double))
      #expect(agrees(test.pValue.smallestAttainable, reference["smallest"].double))
    }
  }

  @Test func theOtherDirectionTurnsTheSign() throws {
    let blocks: [[Double]] = [[1, 2, 4], [2, 1, 3], [3, 5, 5], [1, 4, 2]]
    let (up, down) = (try PageTest(blocks), try PageTest(blocks.map { $0.reversed() }))
    #expect(agrees(up.standardized, -down.standardized) && up.pValue == down.pValue && up.standardized > 0)
  }

  @Test func refusals() {
    #expect(throws: SampleFault.noVariation) { try PageTest([[2, 2], [3, 3]]) }
    #expect(throws: SampleFault.fewerThanTwoGroups) { try PageTest([[2], [3]]) }
  }
}
