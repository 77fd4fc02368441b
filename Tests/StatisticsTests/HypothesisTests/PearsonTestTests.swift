import Testing

@testable import Statistics

@Suite struct PearsonTestTests {
  @Test("Nine pairs agree with cor.test of R 4.2.2 (Hollander & Wolfe, p. 185)")
  func hunter() throws {
    let reference = try Reference("statistics/correlation_hunter")
    let test = try PearsonTest(reference["inputs"]["x"].doubles, reference["inputs"]["y"].doubles)
    #expect(agrees(test.statistic, reference["expected"]["r"].double))
    #expect(agrees(test.interval, reference["expected"]["r_ci95"]))
    #expect(agrees(test.pValue.value, reference["expected"]["p_r"].double))
    #expect(test.degreesOfFreedom == 7 && test.count == 9)
  }

  @Test("Of midranks it is Spearman's; a change of unit leaves it alone; a line has correlation 1")
  func laws() throws {
    let (x, y): ([Double], [Double]) = ([1, 2, 2, 4, 5, 3], [3, 1, 2, 5, 5, 4])
    let ranked = try PearsonTest([1, 2.5, 2.5, 5, 6, 4], [3, 1, 2, 5.5, 5.5, 4])
    #expect(agrees(ranked.statistic, try SpearmanTest(x, y).statistic))
    let one = try PearsonTest(x, y)
    let changed = try PearsonTest(x.map { 1e7 - 3 * $0 } + [.nan], y + [2])
    #expect(agrees(changed.statistic, -one.statistic) && agrees(changed.pValue.value, one.pValue.value, relative: 1e-8))
    let line = try PearsonTest([1, 2, 3, 4], [2, 4, 6, 8])
    #expect(agrees(line.statistic, 1) && line.pValue.value > 0 && line.interval?.upper == 1)
    #expect(try PearsonTest([1, 2, 4], [1, 3, 2]).interval == nil)
  }

  @Test("What cannot be tested says why")
  func refusals() {
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 3)) { try PearsonTest([1, 2], [2, 1]) }
    #expect(throws: SampleFault.noVariation) { try PearsonTest([1, 2, 3], [2, 2, 2]) }
  }
}
