import Testing

@testable import Statistics

@Suite struct DesignRegressionTests {
  /// An intercept and a column for each type after the first.
  static let rows: [[Double]] = (0..<5).map { type in [1] + (1..<5).map { $0 == type ? 1 : 0 } }

  @Test("Types in drawn organisations, and with weights alone, agree with svyglm of survey 4.1-1")
  func survey() throws {
    let expected = try Reference("statistics/design_models")
    let survey = try DrawnSurvey()
    let plain = try SamplingDesign(weights: survey.weights)
    for (design, name) in [(try survey.drawn(), "full"), (plain, "plain")] {
      let model = try DesignRegression(
        rows: Self.rows, rowOf: survey.types.map { Int32($0) }, values: survey.values, design)
      let wanted = expected[name]
      for (place, coefficient) in model.coefficients.enumerated() {
        #expect(agrees(coefficient.estimate, wanted["estimate"][place].double, relative: 1e-8))
        #expect(agrees(coefficient.standardError, wanted["se"][place].double, relative: 1e-8))
        #expect(agrees(coefficient.p, wanted["p"][place].double, relative: 1e-6, absolute: 0))
      }
      #expect(model.degreesOfFreedom == wanted["df"].double && model.count == 160)
      let wald = try #require(model.wald([1, 2, 3, 4]))
      #expect(agrees(wald.f, wanted["F"].double, relative: 1e-8))
      #expect(agrees(wald.p, wanted["F_p"].double, relative: 1e-6))
    }
  }

  @Test("With an intercept alone it is the mean of the design, whoever has no value")
  func mean() throws {
    let survey = try DrawnSurvey()
    var values = survey.values
    values[3] = .nan
    let design = try survey.drawn()
    let model = try DesignRegression(
      rows: [[1]], rowOf: values.map { _ in 0 }, values: values.map { 1_000 + $0 }, design)
    let mean = try DesignEstimate(meanOf: values, design)
    #expect(agrees(model.coefficients[0].estimate, 1_000 + mean.value))
    #expect(agrees(model.coefficients[0].standardError, mean.standardError))
    #expect(agrees(model.coefficients[0].interval.lower, 1_000 + mean.interval.lower) && model.count == 159)
  }

  @Test("A reference that one cluster alone decides has no error, and the difference keeps its own")
  func oneCluster() throws {
    let values = [3.1, 4.7, 5.3] + (0..<14).map { 5 + 0.37 * Double($0 * $0 % 11) }
    let design = try SamplingDesign(
      weights: SamplingWeights(values.map { _ in 2 }), clusters: [0, 0, 0] + (0..<14).map { 1 + $0 / 2 })
    let model = try DesignRegression(
      rows: [[1, 0], [1, 1]], rowOf: values.indices.map { $0 < 3 ? 0 : 1 }, values: values, design)
    #expect(!model.coefficients[0].hasError && model.coefficients[0].p == 1 && model.coefficients[1].hasError)
    // By hand: eight clusters, of which the first adds nothing: 8 ÷ 7 times the squared sums of the others.
    let mean = values[3...].reduce(0, +) / 14
    let sums = (0..<7).map { values[3 + 2 * $0] + values[4 + 2 * $0] - 2 * mean }
    let error = (8.0 / 7 * sums.reduce(0) { $0 + $1 * $1 }).squareRoot() / 14
    #expect(agrees(model.coefficients[1].standardError, error))
  }

  @Test("Columns that explain each other, few clusters and equal values are refused")
  func refusals() throws {
    let survey = try DrawnSurvey()
    let design = try SamplingDesign(weights: survey.weights)
    let one = survey.values.map { _ in Int32(0) }
    #expect(throws: DesignModelFault.dependentColumns) {
      try DesignRegression(rows: [[1, 1]], rowOf: one, values: survey.values, design)
    }
    #expect(throws: DesignModelFault.design(.noVariation)) {
      try DesignRegression(rows: [[1]], rowOf: one, values: survey.values.map { _ in 3 }, design)
    }
    let halves = try SamplingDesign(weights: survey.weights, clusters: survey.values.indices.map { $0 % 2 })
    #expect(throws: DesignModelFault.design(.tooFewClusters)) {
      try DesignRegression(
        rows: [[1, 0], [1, 1]], rowOf: survey.types.map { $0 > 2 ? 1 : 0 }, values: survey.values, halves)
    }
  }
}
