import Testing

@testable import Statistics

@Suite struct TableResidualsTests {
  /// R 4.2.2 and effectsize 0.8.3 on type × item of the synthetic survey.
  @Test func survey() throws {
    let reference = try Reference("statistics/chi2_cramers_v_survey")
    let expected = reference["expected"]
    let table = CrossCounts(reference["inputs"]["table"].list.map(\.ints))
    let residuals = try TableResiduals(table)
    let adjusted = expected["adjusted_residuals"].list.flatMap(\.doubles)
    #expect(zip(residuals.adjusted, adjusted).allSatisfy { agrees($0.0, $0.1) })
    #expect(agrees(residuals.likelihoodRatio, expected["G"].double))
    #expect(agrees(GSL.chiSquareUpperTail(residuals.likelihoodRatio, degreesOfFreedom: 16), expected["p_G"].double))
    let unbiased = try EffectSize.unbiasedCramersV(table)
    #expect(agrees(unbiased.value, expected["V_adj"].double, relative: 1e-6))
    #expect(agrees(unbiased.interval, expected["V_adj_ci95"], relative: 1e-6))
  }

  @Test func residualsOfAFourfoldTableAreItsRoot() throws {
    let table = CrossCounts([[12, 8], [7, 15]])
    let residuals = try TableResiduals(table)
    let chiSquared = try ChiSquareTest(table, null: .asymptotic).statistic
    #expect(residuals.adjusted.allSatisfy { agrees($0 * $0, chiSquared) })
    #expect(agrees(residuals.adjusted.reduce(0, +), 0))
  }

  @Test func emptyRowsDoNotMatter() throws {
    let padded = try TableResiduals(CrossCounts([[12, 0, 8], [0, 0, 0], [7, 0, 15]]))
    #expect(padded == (try TableResiduals(CrossCounts([[12, 8], [7, 15]]))))
    #expect(throws: SampleFault.fewerThanTwoGroups) { try TableResiduals(CrossCounts([[3, 4]])) }
    #expect(throws: SampleFault.noVariation) { try EffectSize.unbiasedCramersV(CrossCounts([[3], [4]])) }
  }
}
