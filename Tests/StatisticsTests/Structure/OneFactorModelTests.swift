import Testing

@testable import Statistics

@Suite struct OneFactorModelTests {
  @Test("Eleven items agree with factanal of R 4.2.2, lavaan 0.6-14 and psych 2.2.9")
  func survey() throws {
    let expected = try Reference("statistics/omega_total_survey")["expected"]
    let correlations = try CorrelationMatrix(ItemMoments(rows: try surveyItems()))
    let likely = try OneFactorModel(correlations)
    let residuals = try OneFactorModel(correlations, estimator: .minimumResiduals)
    for item in 0..<11 {
      // factanal stops at six digits.
      #expect(agrees(likely.loadings[item], expected["ml_loadings"][item].double, relative: 1e-4))
      #expect(agrees(likely.uniquenesses[item], expected["ml_uniqueness"][item].double, relative: 1e-4))
      #expect(agrees(residuals.loadings[item], expected["minres_loadings"][item].double, relative: 1e-4))
      #expect(agrees(likely.uniquenesses[item], 1 - likely.loadings[item] * likely.loadings[item], relative: 1e-8))
    }
    let fit = try #require(likely.fit)
    #expect(agrees(fit.correctedChiSquared, expected["ml_chi2"].double, relative: 1e-6))
    #expect(fit.degreesOfFreedom == expected["ml_df"].int)
    #expect(agrees(fit.chiSquared, expected["cfa_chi2"].double, relative: 1e-6))
    #expect(agrees(fit.rmsea, expected["cfa_rmsea"].double, relative: 1e-5))
    #expect(agrees(fit.cfi, expected["cfa_cfi"].double, relative: 1e-6))
    #expect(residuals.fit == nil && residuals.residual <= likely.residual && !likely.isImproper)
  }

  @Test("Correlations that one factor made are taken apart again, whatever the order and the sign of items")
  func exact() throws {
    let loadings = [0.9, 0.5, -0.7, 0.3, 0.6]
    let rows = loadings.map { a in loadings.map { b in a == b ? 1 : a * b } }
    for estimator in OneFactorModel.Estimator.allCases {
      let model = try OneFactorModel(CorrelationMatrix(rows: rows, count: 100), estimator: estimator)
      for (got, loading) in zip(model.loadings, loadings) { #expect(agrees(got, loading, relative: 1e-6)) }
      #expect(model.residual < 1e-8)
      if let fit = model.fit { #expect(fit.chiSquared < 1e-10 && fit.cfi == 1 && fit.rmsea == 0 && fit.p > 0.999) }
    }
  }

  @Test("Three items by hand: loading² = product of two correlations over the third; no degree of freedom is left")
  func threeItems() throws {
    let matrix = CorrelationMatrix(rows: [[1, 0.6, 0.5], [0.6, 1, 0.4], [0.5, 0.4, 1]], count: 50)
    for estimator in OneFactorModel.Estimator.allCases {
      let model = try OneFactorModel(matrix, estimator: estimator)
      let expected = [0.6 * 0.5 / 0.4, 0.6 * 0.4 / 0.5, 0.5 * 0.4 / 0.6].map { $0.squareRoot() }
      for (got, loading) in zip(model.loadings, expected) { #expect(agrees(got, loading, relative: 1e-6)) }
      #expect(model.fit == nil)
    }
  }

  @Test("A model that would explain an item wholly is marked, and its figures stay within bounds")
  func improper() throws {
    // Loading² of the first item would be 0.8 × 0.8 ÷ 0.5 > 1.
    let matrix = CorrelationMatrix(rows: [[1, 0.8, 0.8], [0.8, 1, 0.5], [0.8, 0.5, 1]], count: 50)
    for estimator in OneFactorModel.Estimator.allCases {
      let model = try OneFactorModel(matrix, estimator: estimator)
      #expect(model.isImproper && agrees(model.uniquenesses[0], 0.005) && model.loadings[0] < 1)
    }
  }

  @Test("Two items, two people and items that explain each other are refused")
  func refusals() {
    #expect(throws: FactorFault.tooFewItems(needed: 3)) {
      try OneFactorModel(CorrelationMatrix(rows: [[1, 0.2], [0.2, 1]], count: 50))
    }
    #expect(throws: FactorFault.tooFewPeople(needed: 3)) {
      try OneFactorModel(CorrelationMatrix(rows: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], count: 2))
    }
    #expect(throws: FactorFault.notPositiveDefinite) {
      try OneFactorModel(CorrelationMatrix(rows: [[1, 1, 0], [1, 1, 0], [0, 0, 1]], count: 50))
    }
  }
}
