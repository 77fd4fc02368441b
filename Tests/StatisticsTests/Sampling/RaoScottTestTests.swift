import Testing

@testable import Statistics

@Suite struct RaoScottTestTests {
  @Test("Schools by kind and by goal agree with svychisq of survey 4.1-1")
  func schools() throws {
    let expected = try Reference("statistics/survey_design_api")["expected"]
    let (schools, design) = try Schools.districts()
    let test = try RaoScottTest(rows: schools.places("sch.wide"), columns: schools.places("stype"), design)
    #expect(agrees(test.statistic, expected["rao_scott_F"].double, relative: 1e-8))
    #expect(agrees(test.numeratorDegreesOfFreedom, expected["rao_scott_ndf"].double, relative: 1e-8))
    #expect(agrees(test.degreesOfFreedom, expected["rao_scott_ddf"].double, relative: 1e-8))
    #expect(agrees(test.pValue.value, expected["rao_scott_p"].double, relative: 1e-8))
  }

  @Test("Answers by type, organisations in strata out of known numbers, agree with survey 4.1-1")
  func survey() throws {
    let expected = try Reference("statistics/survey_designs")["rao"]
    let survey = try DrawnSurvey()
    let test = try RaoScottTest(rows: survey.answers, columns: survey.types, survey.drawn())
    #expect(agrees(test.statistic, expected["F"].double, relative: 1e-8))
    #expect(agrees(test.numeratorDegreesOfFreedom, expected["ndf"].double, relative: 1e-8))
    #expect(agrees(test.degreesOfFreedom, expected["ddf"].double, relative: 1e-8))
    #expect(agrees(test.pValue.value, expected["p"].double, relative: 1e-7) && test.count == 160)
  }

  @Test(
    "Without a design it is near Pearson's χ² over its degrees of freedom; exchanging rows and columns changes nothing")
  func laws() throws {
    let survey = try DrawnSurvey()
    let plain = try SamplingDesign(weights: SamplingWeights(survey.values.map { _ in 1 }))
    let users = survey.types.map { $0 == 3 ? 1 : 0 }
    let high = survey.answers.map { $0 > 2 ? 1 : 0 }
    let test = try RaoScottTest(rows: users, columns: high, plain)
    var table = [[0, 0], [0, 0]]
    for (row, column) in zip(users, high) { table[row][column] += 1 }
    let pearson = try ChiSquareTest(CrossCounts(table))
    #expect(agrees(test.pearson, pearson.statistic) && abs(test.designEffect - 1) < 0.1)
    let turned = try RaoScottTest(rows: high, columns: users, plain)
    #expect(agrees(turned.statistic, test.statistic) && agrees(turned.pValue.value, test.pValue.value))
    #expect(agrees(test.shares.joined().reduce(0, +), 1))
  }

  @Test("A single row, and people left out by a number below 0, are told")
  func refusals() throws {
    let design = try SamplingDesign(weights: SamplingWeights([1, 1, 1, 1, 1]))
    #expect(throws: SamplingDesign.Fault.fewerThanTwoGroups) {
      try RaoScottTest(rows: [0, 0, 0, -1, 0], columns: [0, 1, 0, 1, 1], design)
    }
    #expect(try RaoScottTest(rows: [0, 1, 0, -1, 1], columns: [0, 1, 1, 1, 0], design).count == 4)
  }
}
