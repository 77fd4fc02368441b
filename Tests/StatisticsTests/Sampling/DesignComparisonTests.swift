import Testing

@testable import Statistics

@Suite struct DesignComparisonTests {
  @Test("Two kinds of school agree with svyttest and svyranktest of survey 4.1-1")
  func schools() throws {
    let expected = try Reference("statistics/survey_design_api")["expected"]
    let (schools, design) = try Schools.districts()
    let wide = try schools.places("sch.wide")
    let means = try DesignComparison(try schools.numbers("api00"), groups: wide, design)
    #expect(agrees(means.statistic, expected["svyttest_t"].double, relative: 1e-8))
    #expect(means.degreesOfFreedom == expected["svyttest_df"].double)
    #expect(agrees(means.pValue.value, expected["svyttest_p"].double, relative: 1e-8))
    let ranks = try DesignComparison(try schools.numbers("ell"), groups: wide, design, scores: .ranks)
    #expect(agrees(ranks.statistic, expected["svyranktest_t"].double, relative: 1e-8))
    #expect(agrees(ranks.pValue.value, expected["svyranktest_p"].double, relative: 1e-8))
  }

  @Test("Five types and two in clusters agree with survey 4.1-1, values without ties")
  func survey() throws {
    let expected = try Reference("statistics/survey_designs")
    let survey = try DrawnSurvey()
    let design = try SamplingDesign(weights: survey.weights, clusters: survey.organizations)
    let untied = survey.values.enumerated().map { $0.element + Double($0.offset + 1) * 1e-7 }
    let many = try DesignComparison(untied, groups: survey.types, design, scores: .ranks)
    #expect(agrees(many.statistic, expected["rank_k_chisq"].double / 4, relative: 1e-7))
    #expect(many.numeratorDegreesOfFreedom == 4 && many.degreesOfFreedom == expected["rank_k_ddf"].double)
    #expect(agrees(many.pValue.value, expected["rank_k_p"].double, relative: 1e-7))
    #expect(many.sidedness == .upperTail && many.difference == nil && many.means.count == 5)
    let users = survey.types.map { $0 == 3 ? 1 : 0 }
    let two = try DesignComparison(untied, groups: users, design, scores: .ranks)
    #expect(agrees(two.statistic, expected["rank_t"].double, relative: 1e-7))
    #expect(agrees(two.pValue.value, expected["rank_p"].double, relative: 1e-6))
    let drawn = try DesignComparison(survey.values, groups: users, survey.drawn())
    #expect(agrees(drawn.statistic, expected["t"].double, relative: 1e-8))
  }

  @Test("The order of rows does not move ranks of ties; exchanging groups turns the sign; ranks see only order")
  func laws() throws {
    let survey = try DrawnSurvey()
    let answers = survey.answers.map(Double.init)
    let users = survey.types.map { $0 == 3 ? 1 : 0 }
    let design = try SamplingDesign(weights: survey.weights, clusters: survey.organizations)
    let one = try DesignComparison(answers, groups: users, design, scores: .ranks)
    let turned = try DesignComparison(
      answers.reversed(), groups: users.reversed(),
      SamplingDesign(
        weights: SamplingWeights(survey.weights.values.reversed()), clusters: survey.organizations.reversed()),
      scores: .ranks)
    #expect(agrees(turned.statistic, one.statistic, relative: 1e-8))
    let squared = try DesignComparison(answers.map { $0 * $0 }, groups: users, design, scores: .ranks)
    #expect(agrees(squared.statistic, one.statistic))
    let exchanged = try DesignComparison(answers, groups: users.map { 1 - $0 }, design)
    let plain = try DesignComparison(answers, groups: users, design)
    #expect(agrees(exchanged.statistic, -plain.statistic) && agrees(exchanged.difference, -(plain.difference ?? 0)))
  }

  @Test("One group, too few clusters and equal values are refused")
  func refusals() throws {
    let design = try SamplingDesign(weights: SamplingWeights([1, 1, 1, 1]), clusters: [0, 0, 1, 1])
    #expect(throws: SamplingDesign.Fault.fewerThanTwoGroups) {
      try DesignComparison([1, 2, 3, 4], groups: [0, 0, -1, -1], design)
    }
    #expect(throws: SamplingDesign.Fault.tooFewClusters) {
      try DesignComparison([1, 2, 3, 4], groups: [0, 1, 0, 1], design)
    }
    let people = try SamplingDesign(weights: SamplingWeights([1, 1, 1, 1]))
    #expect(throws: SamplingDesign.Fault.noVariation) {
      try DesignComparison([3, 3, 3, 3], groups: [0, 1, 0, 1], people)
    }
    // Groups that differ and do not vary inside leave no error.
    #expect(throws: SamplingDesign.Fault.noVariation) {
      try DesignComparison([3, 4, 3, 4], groups: [0, 1, 0, 1], people)
    }
  }
}
