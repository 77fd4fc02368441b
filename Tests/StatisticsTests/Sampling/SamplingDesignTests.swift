import Testing

@testable import Statistics

@Suite struct SamplingDesignTests {
  @Test(
    "An organisation alone in its stratum stands at its distance from the mean, as survey 4.1-1 with adjust, and is named"
  )
  func lonely() throws {
    let expected = try Reference("statistics/survey_designs")
    let survey = try DrawnSurvey()
    let design = try SamplingDesign(
      weights: survey.weights, clusters: survey.organizations,
      strata: survey.organizations.map { $0 == 5 ? 3 : $0 % 3 })
    let mean = try DesignEstimate(meanOf: survey.values, design)
    #expect(agrees(mean.standardError, expected["lonely_mean"]["se"].double))
    #expect(design.lonelyStrata == [3] && design.degreesOfFreedom == expected["lonely_df"].int)
  }

  @Test("Numbers of strata and clusters do not matter; a cluster number counts within its stratum")
  func laws() throws {
    let weights = SamplingWeights([1, 2, 1, 3, 1, 1])
    let values = [1.0, 4, 2, 5, 3, 3]
    let one = try SamplingDesign(weights: weights, clusters: [0, 0, 1, 2, 2, 3], strata: [0, 0, 0, 1, 1, 1])
    let other = try SamplingDesign(weights: weights, clusters: [7, 7, 9, 7, 7, 2], strata: [5, 5, 5, 2, 2, 2])
    #expect(one.clusterCount == 4 && other.clusterCount == 4 && one.degreesOfFreedom == 2)
    let (a, b) = (try DesignEstimate(meanOf: values, one), try DesignEstimate(meanOf: values, other))
    #expect(agrees(a.standardError, b.standardError) && a.value == b.value)
  }

  @Test("As many clusters as strata, and a population smaller than its sample, are refused")
  func refusals() {
    let weights = SamplingWeights([1, 1, 1])
    #expect(throws: SamplingDesign.Fault.tooFewClusters) { try SamplingDesign(weights: weights, clusters: [1, 1, 1]) }
    #expect(throws: SamplingDesign.Fault.tooFewClusters) { try SamplingDesign(weights: weights, strata: [0, 1, 2]) }
    #expect(throws: SamplingDesign.Fault.populationTooSmall(stratum: 0)) {
      try SamplingDesign(weights: weights, populationClusters: [0: 2])
    }
  }
}
