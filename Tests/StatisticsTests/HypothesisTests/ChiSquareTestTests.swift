import Testing

@testable import Statistics

@Suite struct ChiSquareTestTests {
  @Test("Types by answers agree with R 4.2.2; V and its interval with effectsize 0.8.3")
  func survey() throws {
    let reference = try Reference("statistics/chi2_cramers_v_survey")
    let expected = reference["expected"]
    let test = try ChiSquareTest(reference["inputs"]["table"].list.map(\.ints), null: .asymptotic)
    #expect(agrees(test.statistic, expected["chi2"].double))
    #expect(test.degreesOfFreedom == expected["df"].double)
    #expect(agrees(test.pValue.value, expected["p"].double))
    #expect(test.sparseCells == expected["cells_expected_lt5"].int)
    let effect = test.cramersV()
    #expect(agrees(effect.value, expected["V"].double))
    #expect(agrees(effect.interval, expected["V_ci95"], relative: 1e-6))
    #expect(agrees(test.unbiasedCramersV, expected["V_adj"].double))
  }

  @Test("A sparse table is permuted without being asked")
  func sparse() throws {
    let table = [[3, 0], [1, 4]]
    let test = try ChiSquareTest(table)
    #expect(test.pValue.method == .exact)
    // Fisher's exact p of this table is 10/70 two-sided, by χ² as by probability.
    #expect(agrees(test.pValue.value, 10.0 / 56, relative: 1e-9) || agrees(test.pValue.value, 1.0 / 7, relative: 1e-9))
  }

  @Test("Empty rows and columns do not count; rows and columns may be exchanged")
  func laws() throws {
    let test = try ChiSquareTest([[10, 20, 0], [0, 0, 0], [30, 15, 0]], null: .asymptotic)
    let turned = try ChiSquareTest([[10, 30], [20, 15]], null: .asymptotic)
    #expect(agrees(turned.statistic, test.statistic) && test.degreesOfFreedom == 1)
    #expect(throws: SampleFault.fewerThanTwoGroups) { try ChiSquareTest([[1, 2], [0, 0]]) }
    #expect(throws: SampleFault.noVariation) { try ChiSquareTest([[1, 0], [2, 0]]) }
  }
}
