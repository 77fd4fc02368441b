import Testing

@testable import Statistics

@Suite struct CalibrationTests {
  @Test("Post-stratified to types: weights, mean and error agree with survey 4.1-1")
  func types() throws {
    let reference = try Reference("statistics/raking_post_strat")["expected"]
    let expected = try Reference("statistics/survey_designs")
    let survey = try DrawnSurvey()
    let margin = Calibration.Margin(groups: survey.types, sizes: expected["type_sizes"].doubles)
    let calibration = try Calibration(survey.weights, to: [margin])
    #expect(agrees(calibration.weights.total, reference["sum_w"].double) && calibration.rounds == 1)
    let mean = try DesignEstimate(
      meanOf: survey.values, SamplingDesign(weights: survey.weights, calibration: calibration))
    #expect(agrees(mean.value, reference["mean"].double))
    // By postStratify; rake takes plain means out, which differ with unequal weights.
    #expect(agrees(mean.standardError, expected["post"]["se"].double))
    let plain = try DesignEstimate(
      meanOf: survey.values, SamplingDesign(weights: survey.weights, calibration: calibration, centring: .plain))
    #expect(agrees(plain.standardError, reference["se"].double, relative: 1e-6))
  }

  @Test("Raked to types and sectors, in clusters: agrees with calibrate of survey 4.1-1")
  func raked() throws {
    let expected = try Reference("statistics/survey_designs")
    let survey = try DrawnSurvey()
    let margins = [
      Calibration.Margin(groups: survey.types, sizes: expected["type_sizes"].doubles),
      Calibration.Margin(groups: survey.organizations.map { $0 % 2 }, sizes: expected["sector_sizes"].doubles),
    ]
    let calibration = try Calibration(survey.weights, to: margins)
    for (got, wanted) in zip(calibration.weights.values, expected["raked_weights"].doubles) {
      #expect(agrees(got, wanted, relative: 1e-7))
    }
    let mean = try DesignEstimate(
      meanOf: survey.values,
      SamplingDesign(weights: survey.weights, clusters: survey.organizations, calibration: calibration))
    #expect(agrees(mean.value, expected["raked"]["value"].double, relative: 1e-8))
    #expect(agrees(mean.standardError, expected["raked"]["se"].double, relative: 1e-7))
  }

  @Test("Shares of the calibrated groups have no error left, and a weighting that fits already changes nothing")
  func laws() throws {
    let weights = SamplingWeights([1, 2, 1, 2, 4, 1])
    let margin = Calibration.Margin(groups: [0, 0, 1, 1, 1, 1], sizes: [3, 8])
    let calibration = try Calibration(weights, to: [margin])
    #expect(zip(calibration.weights.values, weights.values).allSatisfy { agrees($0, $1) })
    let design = try SamplingDesign(weights: weights, calibration: calibration)
    let share = try DesignEstimate(meanOf: [1, 1, 0, 0, 0, 0], design)
    #expect(agrees(share.value, 3.0 / 11) && share.standardError == 0)
  }

  @Test("Empty groups, totals that differ, and sizes that cannot be met are refused")
  func refusals() {
    let weights = SamplingWeights([1, 1, 1])
    let sizes = Calibration.Margin(groups: [0, 0, 2], sizes: [4, 2, 4])
    #expect(throws: Calibration.Fault.emptyGroup(margin: 0, group: 1)) { try Calibration(weights, to: [sizes]) }
    let first = Calibration.Margin(groups: [0, 0, 1], sizes: [6, 4])
    #expect(throws: Calibration.Fault.differentTotals(margin: 1)) {
      try Calibration(weights, to: [first, Calibration.Margin(groups: [0, 1, 1], sizes: [5, 4])])
    }
    // The same people in both groupings, with other sizes.
    #expect(throws: Calibration.Fault.notConverged) {
      try Calibration(weights, to: [first, Calibration.Margin(groups: [0, 0, 1], sizes: [5, 5])])
    }
  }
}
