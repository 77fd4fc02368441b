import Testing

@testable import Statistics

@Suite struct DesignEstimateTests {
  @Test("Schools of whole districts agree with survey 4.1-1 (published 644.17, 23.542), each kind of school too")
  func districts() throws {
    let expected = try Reference("statistics/survey_design_api")["expected"]
    let (schools, design) = try Schools.districts()
    let marks = try schools.numbers("api00")
    let mean = try DesignEstimate(meanOf: marks, design)
    #expect(agrees(mean.value, expected["clus1_mean"].double, relative: 1e-8))
    #expect(agrees(mean.standardError, expected["clus1_se"].double, relative: 1e-8))
    #expect(agrees(mean.designEffect, expected["clus1_deff"].double, relative: 1e-8))
    #expect(mean.degreesOfFreedom == 14 && mean.count == 183)
    let kinds = try schools.texts("stype")
    for kind in ["E", "H", "M"] {
      let part = try DesignEstimate(meanOf: marks, design, domain: kinds.map { $0 == kind })
      #expect(agrees(part.value, expected["clus1_by_stype"][kind]["mean"].double, relative: 1e-8))
      #expect(agrees(part.standardError, expected["clus1_by_stype"][kind]["se"].double, relative: 1e-8))
    }
  }

  @Test("Schools drawn by kind agree with survey 4.1-1 (published 662.29, 9.4089), their total too")
  func strata() throws {
    let expected = try Reference("statistics/survey_design_api")["expected"]
    let (schools, design) = try Schools.strata()
    let marks = try schools.numbers("api00")
    let mean = try DesignEstimate(meanOf: marks, design)
    #expect(agrees(mean.value, expected["strat_mean"].double, relative: 1e-8))
    #expect(agrees(mean.standardError, expected["strat_se"].double, relative: 1e-8))
    #expect(agrees(mean.designEffect, expected["strat_deff"].double, relative: 1e-8))
    let total = try DesignEstimate(totalOf: marks, design)
    #expect(agrees(total.value, expected["strat_total"].double, relative: 1e-8))
    #expect(agrees(total.standardError, expected["strat_total_se"].double, relative: 1e-8))
    #expect(total.designEffect == nil && total.degreesOfFreedom == 197)
  }

  @Test("Organisations in strata out of known numbers agree with survey 4.1-1, means, a total and each type")
  func survey() throws {
    let expected = try Reference("statistics/survey_designs")
    let survey = try DrawnSurvey()
    let design = try survey.drawn()
    let mean = try DesignEstimate(meanOf: survey.values, design)
    #expect(agrees(mean.value, expected["full_mean"]["value"].double))
    #expect(agrees(mean.standardError, expected["full_mean"]["se"].double))
    #expect(design.degreesOfFreedom == expected["full_df"].int)
    let total = try DesignEstimate(totalOf: survey.values, design)
    #expect(agrees(total.standardError, expected["full_total"]["se"].double))
    for type in 0..<5 {
      let part = try DesignEstimate(meanOf: survey.values, design, domain: survey.types.map { $0 == type })
      // To leave a value out is to leave a person out of the domain.
      let same = try DesignEstimate(
        meanOf: zip(survey.values, survey.types).map { $1 == type ? $0 : .nan }, design)
      #expect(agrees(part.standardError, expected["full_by_type"][type]["se"].double) && part == same)
    }
  }

  @Test("With equal weights and nothing else it is Student's interval of a mean")
  func student() throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let design = try SamplingDesign(weights: SamplingWeights(values.map { _ in 2.5 }))
    let mean = try DesignEstimate(meanOf: values, design)
    let interval = try ConfidenceInterval.mean(Moments(values))
    #expect(agrees(mean.interval.lower, interval.lower) && agrees(mean.interval.upper, interval.upper))
    #expect(agrees(mean.designEffect, 1))
  }

  @Test("A whole population has no sampling error")
  func census() throws {
    let design = try SamplingDesign(weights: SamplingWeights([1, 1, 1]), populationClusters: [0: 3])
    let mean = try DesignEstimate(meanOf: [1, 2, 6], design)
    #expect(mean.isCensus && mean.value == 3 && mean.interval.lower == 3 && mean.designEffect == nil)
  }

  @Test(
    "A part of the population has the degrees of freedom of the clusters that its people are in, as degf of survey 4.1-1"
  )
  func domains() throws {
    let (schools, design) = try Schools.districts()
    let (marks, kinds) = (try schools.numbers("api00"), try schools.texts("stype"))
    // By R 4.2.2: degf(subset(svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc), stype == kind)), and qt(0.975, df).
    for (kind, freedom, quantile) in [("E", 14.0, 2.144786687918), ("H", 7, 2.364624251593), ("M", 11, 2.200985160092)]
    {
      let part = try DesignEstimate(meanOf: marks, design, domain: kinds.map { $0 == kind })
      #expect(part.degreesOfFreedom == freedom && part.hasError && !part.isCensus)
      #expect(agrees(part.interval.upper - part.value, quantile * part.standardError, relative: 1e-8))
    }
    // One district alone: no error, and no census either.
    let districts = try schools.places("dnum")
    let alone = try DesignEstimate(meanOf: marks, design, domain: districts.map { $0 == districts[0] })
    #expect(alone.degreesOfFreedom == 0 && !alone.hasError && !alone.isCensus && alone.interval.lower.isFinite)
  }

  @Test("Weights that only compare people make no number of them: the design effect is that with replacement")
  func relative() throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    for weight in [0.5, 1, 0.001] {
      let design = try SamplingDesign(
        weights: SamplingWeights(values.map { _ in weight }), populationClusters: [0: 20])
      // By hand: (1 − 8 ÷ 20) s² ÷ n over s² ÷ n.
      #expect(agrees(try DesignEstimate(meanOf: values, design).designEffect, 0.6) && !design.weighsPopulation)
    }
    let counted = try SamplingDesign(
      weights: SamplingWeights(values.map { _ in 2.5 }), populationClusters: [0: 20])
    #expect(agrees(try DesignEstimate(meanOf: values, counted).designEffect, 1) && counted.weighsPopulation)
  }

  @Test("Nobody with a value is refused")
  func refusals() throws {
    let design = try SamplingDesign(weights: SamplingWeights([1, 0, 1]))
    #expect(throws: SamplingDesign.Fault.noValues) { try DesignEstimate(meanOf: [.nan, 3, .nan], design) }
    #expect(throws: SamplingDesign.Fault.noValues) {
      try DesignEstimate(meanOf: [1, 2, 3], design, domain: [false, false, false])
    }
  }
}
