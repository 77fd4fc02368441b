import Testing

@testable import Statistics

@Suite struct DesignOrdinalRegressionTests {
  private static let rows: [[Double]] = (0..<5).map { type in (1..<5).map { $0 == type ? 1 : 0 } }

  @Test("Answers of types agree with svyolr of survey 4.1-1; its search stops after some six digits")
  func survey() throws {
    let expected = try Reference("statistics/design_models")
    let survey = try DrawnSurvey()
    let plain = try SamplingDesign(weights: survey.weights)
    for (design, name) in [(try survey.drawn(), "ordinal_full"), (plain, "ordinal_plain")] {
      let model = try DesignOrdinalRegression(
        rows: Self.rows, rowOf: survey.types.map { Int32($0) }, responses: survey.answers.map { UInt8($0) },
        categoryCount: 5, design)
      let wanted = expected[name]
      for (place, got) in model.coefficients.enumerated() {
        #expect(agrees(got.estimate, wanted["coefficient"][place].double, relative: 1e-4))
        #expect(agrees(got.standardError, wanted["se"][place].double, relative: 1e-3))
      }
      for (place, got) in model.thresholds.enumerated() {
        #expect(agrees(got.estimate, wanted["threshold"][place].double, relative: 1e-4))
        #expect(agrees(got.standardError, wanted["threshold_se"][place].double, relative: 1e-3))
      }
      #expect(model.degreesOfFreedom == wanted["df"].double && model.count == 160)
    }
  }

  @Test("Equal weights give the estimates of the plain model, and with clusters almost its CR1 errors")
  func equalWeights() throws {
    let survey = try DrawnSurvey()
    let answers = survey.answers.map { UInt8($0) }
    let design = try SamplingDesign(
      weights: SamplingWeights(answers.map { _ in 2.5 }), clusters: survey.organizations)
    let weighted = try DesignOrdinalRegression(
      rows: Self.rows, rowOf: survey.types.map { Int32($0) }, responses: answers, categoryCount: 5, design)
    let plain = try OrdinalRegression(
      design: survey.types.map { Self.rows[$0] }, responses: survey.answers, categoryCount: 5,
      clusters: survey.organizations)
    for (one, other) in zip(weighted.coefficients, plain.coefficients) {
      #expect(agrees(one.estimate, other.estimate, relative: 1e-8) && agrees(one.oddsRatio, other.oddsRatio))
      // Both divide by clusters − 1; the scores of all clusters add up to nought, so that their mean takes nothing away.
      #expect(agrees(one.standardError, other.robust?.standardError ?? 0, relative: 1e-7))
    }
    let wald = try #require(weighted.wald([0]))
    #expect(agrees(wald.p, weighted.coefficients[0].p))
  }

  @Test("Separation names the column; one answer has no model")
  func refusals() throws {
    let design = try SamplingDesign(weights: SamplingWeights((0..<12).map { 1 + Double($0 % 3) }))
    let rowOf = (0..<12).map { Int32($0 / 6) }
    #expect(throws: DesignModelFault.answers(.separated(columns: [0]))) {
      try DesignOrdinalRegression(
        rows: [[0], [1]], rowOf: rowOf, responses: (0..<12).map { $0 < 6 ? UInt8($0 % 2) : 2 }, categoryCount: 3, design
      )
    }
    #expect(throws: DesignModelFault.answers(.fewerThanTwoCategories)) {
      try DesignOrdinalRegression(
        rows: [[0], [1]], rowOf: rowOf, responses: (0..<12).map { _ in 1 }, categoryCount: 3, design)
    }
  }
}
