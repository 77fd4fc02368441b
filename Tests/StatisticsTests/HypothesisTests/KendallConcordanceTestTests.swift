import Testing

@testable import Statistics

@Suite struct KendallConcordanceTestTests {
  /// irr 0.84.1 on its anxiety ratings.
  @Test func anxiety() throws {
    let reference = try Reference("statistics/kendall_w_ties_anxiety")
    let rows = try cells("statistics/data/irr_anxiety.csv").dropFirst().map { $0.compactMap { Double($0) } }
    let raters = (0..<3).map { rater in rows.map { $0[rater] } }
    let test = try KendallConcordanceTest(raters: raters, null: .asymptotic)
    let expected = reference["expected"]
    #expect(agrees(test.statistic, expected["W_tie_corrected"].double))
    #expect(agrees(test.uncorrected, expected["W_uncorrected"].double))
    #expect(agrees(test.chiSquared, expected["chi2"].double))
    #expect(test.degreesOfFreedom == expected["df"].double)
    #expect(agrees(test.pValue.value, expected["p"].double))
  }

  @Test func friedmanWithoutUniformRaters() throws {
    let raters: [[Double]] = [[1, 2, 3], [2, 1, 3], [1, 1, 2]]
    let plain = try KendallConcordanceTest(raters: raters)
    let friedman = try FriedmanTest(raters)
    #expect(agrees(plain.statistic, friedman.kendallW) && plain.pValue == friedman.pValue)
    let withUniform = try KendallConcordanceTest(raters: raters + [[4, 4, 4], [1, .nan, 2]])
    #expect(withUniform.statistic == plain.statistic)
    #expect(withUniform.uniformRaters == 1 && withUniform.incompleteRaters == 1 && withUniform.raterCount == 3)
  }

  @Test func refusals() {
    #expect(throws: SampleFault.noVariation) { try KendallConcordanceTest(raters: [[2, 2, 2]]) }
    #expect(throws: SampleFault.emptyGroup(0)) { try KendallConcordanceTest(raters: []) }
  }
}
