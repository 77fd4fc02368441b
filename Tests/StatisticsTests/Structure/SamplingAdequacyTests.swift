import Testing

@testable import Statistics

@Suite struct SamplingAdequacyTests {
  @Test("Eleven items agree with psych 2.2.9: KMO, Bartlett's χ², multiple correlations, average partials")
  func survey() throws {
    let expected = try Reference("statistics/factor_structure_survey")["expected"]
    let adequacy = try SamplingAdequacy(CorrelationMatrix(ItemMoments(rows: try surveyItems())))
    #expect(agrees(adequacy.kmo, expected["KMO"].double))
    #expect(agrees(adequacy.bartlett, expected["bartlett_chi2"].double))
    #expect(adequacy.bartlettDegreesOfFreedom == expected["bartlett_df"].int)
    #expect(agrees(adequacy.bartlettP, expected["bartlett_p"].double, relative: 1e-8, absolute: 0))
    for item in 0..<11 {
      #expect(agrees(adequacy.itemKMO[item], expected["KMO_items"][item].double))
      #expect(agrees(adequacy.squaredMultipleCorrelations[item], expected["SMC"][item].double))
    }
    for count in 0..<5 { #expect(agrees(adequacy.averagePartials[count], expected["MAP"][count].double)) }
    #expect(adequacy.componentCount == 1)
  }

  @Test("Three items of one correlation by hand; items without any have no components and p = 1")
  func byHand() throws {
    let even = try SamplingAdequacy(
      CorrelationMatrix(rows: [[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]], count: 40))
    // Partial correlations are ⅓, so that KMO = ¼ ÷ (¼ + 1 ⁄ 9).
    #expect(agrees(even.kmo, 9.0 / 13) && agrees(even.squaredMultipleCorrelations[0], 1.0 / 3))
    #expect(agrees(even.bartlett, -(39 - 11.0 / 6) * GSL.logarithm(0.5)))
    let none = try SamplingAdequacy(CorrelationMatrix(rows: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], count: 40))
    #expect(none.kmo == 0.5 && none.bartlettP == 1 && none.componentCount == 0)
  }

  @Test("Few items, fewer people than items and items that explain each other are refused")
  func refusals() {
    #expect(throws: FactorFault.tooFewItems(needed: 3)) {
      try SamplingAdequacy(CorrelationMatrix(rows: [[1, 0], [0, 1]], count: 9))
    }
    #expect(throws: FactorFault.tooFewPeople(needed: 4)) {
      try SamplingAdequacy(CorrelationMatrix(rows: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], count: 3))
    }
    #expect(throws: FactorFault.notPositiveDefinite) {
      try SamplingAdequacy(CorrelationMatrix(rows: [[1, 1, 0], [1, 1, 0], [0, 0, 1]], count: 9))
    }
  }
}
