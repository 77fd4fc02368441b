import Testing

@testable import Statistics

@Suite struct LinearRegressionTests {
  @Test("Types of the survey agree with lm and with HC3 of sandwich 3.0-2")
  func survey() throws {
    let expected = try Reference("statistics/ols_cluster_robust_survey")["expected"]
    let (scale, types, _) = try surveyPeople()
    let model = try LinearRegression(design: ModelDesign.treatment(types, groupCount: 5), values: scale)
    for (place, coefficient) in model.coefficients.enumerated() {
      #expect(agrees(coefficient.estimate, expected["coef"][place].double, relative: 1e-8))
      #expect(agrees(coefficient.classical, expected["se_ols"][place].double, relative: 1e-8))
      #expect(agrees(coefficient.hc3, expected["se_HC3"][place].double, relative: 1e-8))
    }
    #expect(model.degreesOfFreedom == 155)
  }

  @Test("Two groups by hand: the difference of means, HC3 from the groups' own sums of squares")
  func byHand() throws {
    let model = try LinearRegression(
      design: [[1, 0], [1, 0], [1, 0], [1, 1], [1, 1]], values: [1, 2, 6, 10, 14], frequencies: nil)
    // Leverage 1/3 and 1/2: Σ e² / (2/3)² / 9 = (4 + 1 + 9) / 4 and Σ e² / (1/2)² / 4 = 8.
    #expect(agrees(model.coefficients[1].estimate, 9))
    #expect(agrees(model.coefficients[1].hc3, (14.0 / 4 + 8).squareRoot()))
    let one = try #require(model.wald([1]))
    #expect(agrees(one.p, model.coefficients[1].p) && one.denominatorDegreesOfFreedom == 3)
    let counted = try LinearRegression(
      design: [[1, 0], [1, 1]] + [[1, 0], [1, 1]], values: [1, 10, 4, 12], frequencies: [2, 3, 2, 3])
    let written = try LinearRegression(
      design: [[1, 0], [1, 0], [1, 0], [1, 0]] + [[Double]](repeating: [1, 1], count: 6),
      values: [1, 1, 4, 4, 10, 10, 10, 12, 12, 12])
    #expect(agrees(counted.coefficients[1].hc3, written.coefficients[1].hc3))
  }

  @Test("A person who decides a coefficient alone, and values without spread, have no model")
  func refusals() {
    #expect(throws: ModelFault.noResidual) {
      try LinearRegression(design: [[1, 0], [1, 0], [1, 1]], values: [1, 2, 5])
    }
    #expect(throws: ModelFault.noResidual) {
      try LinearRegression(design: [[1], [1], [1]], values: [2, 2, 2])
    }
  }
}
