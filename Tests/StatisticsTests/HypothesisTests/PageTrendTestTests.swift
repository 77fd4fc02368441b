import Testing

@testable import Statistics

@Suite struct PageTrendTestTests {
  /// PMCMRplus 1.9.10 on Hollander & Wolfe's rounding first base; its p is one-sided, its z Page's own.
  @Test func roundingFirstBase() throws {
    let reference = try Reference("statistics/page_trend_rounding")
    let blocks = reference["inputs"]["matrix_rows_are_blocks"].list.map(\.doubles)
    let test = try PageTrendTest(blocks)
    #expect(agrees(test.pageDeviate, reference["expected"]["statistic"].double))
    #expect(agrees(GSL.normalUpperTail(-test.pageDeviate), reference["expected"]["p"].double))
    #expect(test.pValue.method == .exact && test.blockCount == 22)
    // By hand: L − E = −21, variance 2 per block and 1.5 in the four blocks with a tie.
    #expect(agrees(test.standardized, -21 / 42.0.squareRoot()))
    let limit = try PageTrendTest(blocks, null: .asymptotic).pValue
    #expect(agrees(limit.value, 2 * GSL.normalUpperTail(-test.standardized)))
    #expect(agrees(limit.value, test.pValue.value, relative: 0.2))
  }

  /// Full enumeration of orders in exact rationals.
  @Test func enumeration() throws {
    for reference in try Reference("statistics/repeated_and_tables")["page"].list {
      let test = try PageTrendTest(reference["blocks"].list.map(\.doubles))
      #expect(test.statistic == reference["L"].double)
      #expect(agrees(test.pValue.value, reference["p"].double))
      #expect(agrees(test.pValue.smallestAttainable, reference["smallest"].double))
    }
  }

  @Test func theOtherDirectionTurnsTheSign() throws {
    let blocks: [[Double]] = [[1, 2, 4], [2, 1, 3], [3, 5, 5], [1, 4, 2]]
    let (up, down) = (try PageTrendTest(blocks), try PageTrendTest(blocks.map { $0.reversed() }))
    #expect(agrees(up.standardized, -down.standardized) && up.pValue == down.pValue && up.standardized > 0)
  }

  @Test func refusals() {
    #expect(throws: SampleFault.noVariation) { try PageTrendTest([[2, 2], [3, 3]]) }
    #expect(throws: SampleFault.fewerThanTwoGroups) { try PageTrendTest([[2], [3]]) }
  }
}
