import Testing

@testable import Statistics

@Suite struct SamplingWeightsTests {
  @Test("Kish's effective number by hand: weights 1, 1, 2 know as much as 16 ÷ 6 people")
  func byHand() {
    let weights = SamplingWeights([1, 1, 2])
    #expect(weights.total == 4 && agrees(weights.effectiveCount, 16.0 / 6) && agrees(weights.designEffect, 18.0 / 16))
  }

  @Test("Equal weights know as much as there are people, whatever their size")
  func equal() {
    let weights = SamplingWeights([3.5, 3.5, 3.5, 3.5])
    #expect(agrees(weights.effectiveCount, 4) && agrees(weights.designEffect, 1))
  }

  @Test("Weights without any connection to the values: the design effect is near that of the weights")
  func reference() throws {
    let expected = try Reference("statistics/survey_designs")
    let survey = try DrawnSurvey()
    let mean = try DesignEstimate(meanOf: survey.values, SamplingDesign(weights: survey.weights))
    #expect(agrees(mean.standardError, expected["plain_mean"]["se"].double))
    #expect(agrees(mean.designEffect, expected["plain_deff"].double))
    #expect(abs((mean.designEffect ?? 0) - survey.weights.designEffect) < 0.05)
  }
}
