import Foundation
import Testing

@testable import Statistics

/// Seventy-two judgements of wine: warm or cold, with contact or without, one row per judgement.
func wine() throws -> (design: [[Double]], ratings: [Int]) {
  let rows = try cells("statistics/data/wine.csv").dropFirst()
  return (rows.map { [$0[2] == "warm" ? 1 : 0, $0[3] == "yes" ? 1 : 0] }, rows.map { (Int($0[1]) ?? 0) - 1 })
}

@Suite("Proportional odds") struct OrdinalRegressionTests {
  @Test("Wine agrees with ordinal 2022.11-16, logit and probit (published 2.503, 1.528, −86.49)")
  func judges() throws {
    let (design, ratings) = try wine()
    for (link, name) in [(OrdinalRegression.Link.logit, "clm_wine"), (.probit, "clm_wine_probit")] {
      let expected = try Reference("statistics/\(name)")["expected"]
      let model = try OrdinalRegression(design: design, responses: ratings, categoryCount: 5, link: link)
      for (place, key) in ["tempwarm", "contactyes"].enumerated() {
        let (got, wanted) = (model.coefficients[place], expected[key])
        #expect(agrees(got.estimate, wanted["est"].double, relative: 1e-6))
        #expect(agrees(got.standardError, wanted["se"].double, relative: 1e-6))
        #expect(agrees(got.p, wanted["p"].double, relative: 1e-5, absolute: 0))
      }
      for (place, key) in ["1|2", "2|3", "3|4", "4|5"].enumerated() {
        #expect(agrees(model.thresholds[place], expected[key]["est"].double, relative: 1e-6))
        #expect(agrees(model.thresholdErrors[place], expected[key]["se"].double, relative: 1e-6))
      }
      #expect(agrees(model.logLikelihood, expected["logLik"].double) && model.count == 72)
      #expect(model.emptyCategories.isEmpty && model.clusterCount == nil)
    }
  }

  @Test("Its likelihood ratio and AIC agree; profile limits are the exact roots, not those of ordinal's spline")
  func profile() throws {
    let expected = try Reference("statistics/clm_wine")["expected"]
    let (design, ratings) = try wine()
    let model = try OrdinalRegression(design: design, responses: ratings, categoryCount: 5)
    #expect(agrees(model.aic, expected["AIC"].double))
    #expect(agrees(model.likelihoodRatio?.chiSquared, expected["LR_vs_null"].double, relative: 1e-7))
    #expect(model.likelihoodRatio?.degreesOfFreedom == expected["LR_df"].int)
    // The roots are printed in the note of the reference.
    let roots = [[1.509_748_34, 3.595_188_23], [0.615_786_80, 2.492_392_29]]
    for (coefficient, root) in zip(model.coefficients, roots) {
      #expect(agrees(coefficient.interval?.lower, root[0], relative: 2e-8))
      #expect(agrees(coefficient.interval?.upper, root[1], relative: 2e-8))
    }
    #expect(agrees(model.coefficients[0].interval, expected["profile_ci_tempwarm"], relative: 1e-4))
  }

  @Test("Five types in 24 organisations agree with ordinal and the sandwich of sandwich 3.0-2")
  func clusters() throws {
    let expected = try Reference("statistics/ordinal_clusters")
    let (_, types, organizations) = try surveyPeople()
    let answers = try surveyItems().map { Int($0[0]) - 1 }
    let design = types.map { type in (1..<5).map { $0 == type ? 1.0 : 0 } }
    let model = try OrdinalRegression(design: design, responses: answers, categoryCount: 5, clusters: organizations)
    for place in 0..<4 {
      let coefficient = model.coefficients[place]
      #expect(agrees(coefficient.estimate, expected["estimates"][place].double, relative: 1e-6))
      #expect(agrees(coefficient.standardError, expected["se"][place].double, relative: 1e-6))
      let robust = try #require(coefficient.robust)
      #expect(agrees(robust.standardError, expected["se_cr1"][place].double, relative: 1e-5))
      let t = coefficient.estimate / robust.standardError
      #expect(agrees(robust.p, StudentDistribution.bothTails(t, degreesOfFreedom: 23)))
    }
    #expect(model.clusterCount == expected["clusters"].int)
    #expect(agrees(model.likelihoodRatio?.chiSquared, expected["LR_without"].double, relative: 1e-7))
    let fewer = try model.likelihoodRatio(dropping: [0, 1])
    #expect(agrees(fewer.chiSquared, expected["LR_without_first_two"].double, relative: 1e-7))
    #expect(fewer.degreesOfFreedom == 2)
  }

  @Test(
    "Counts of groups, counted rows and one row per person are one model; so are a million people and their thousandth")
  func collapsed() throws {
    let (design, ratings) = try wine()
    let people = try OrdinalRegression(design: design, responses: ratings, categoryCount: 5)
    let patterns: [[Double]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
    let counts = patterns.map { row in
      (0..<5).map { rating in zip(design, ratings).count { $0 == row && $1 == rating } }
    }
    let counted = try OrdinalRegression(rows: patterns, counts: counts)
    let many = try OrdinalRegression(rows: patterns, counts: counts.map { $0.map { 10_000 * $0 } })
    for place in 0..<2 {
      let one = people.coefficients[place]
      #expect(agrees(counted.coefficients[place].estimate, one.estimate))
      #expect(agrees(counted.coefficients[place].interval?.upper, one.interval?.upper ?? .nan, relative: 1e-8))
      #expect(agrees(many.coefficients[place].estimate, one.estimate, relative: 1e-8))
      #expect(agrees(many.coefficients[place].standardError, one.standardError / 100, relative: 1e-7))
    }
    let warm = OrdinalCounts(
      codes: ratings.map { UInt8($0) }, groups: design.map { Int($0[0]) }, groupCount: 2, range: 0...4)
    let groups = try OrdinalRegression(groups: warm)
    let alone = try OrdinalRegression(design: design.map { [$0[0]] }, responses: ratings, categoryCount: 5)
    #expect(agrees(groups.coefficients[0].estimate, alone.coefficients[0].estimate))
  }

  @Test("Two answers and two groups by hand: the log odds ratio; turning the scale turns the sign")
  func byHand() throws {
    let model = try OrdinalRegression(rows: [[0], [1]], counts: [[20, 10], [8, 16]])
    let coefficient = model.coefficients[0]
    #expect(agrees(coefficient.estimate, log(4.0)) && agrees(coefficient.oddsRatio, 4))
    let variance = [20.0, 10, 8, 16].reduce(0) { $0 + 1 / $1 }
    #expect(agrees(coefficient.standardError, variance.squareRoot()))
    #expect(agrees(model.thresholds[0], log(2.0)))
    let turned = try OrdinalRegression(rows: [[0], [1]], counts: [[10, 20], [16, 8]])
    #expect(agrees(turned.coefficients[0].estimate, -coefficient.estimate))
    #expect(agrees(turned.coefficients[0].interval?.lower, -(coefficient.interval?.upper ?? .nan)))
  }

  @Test("The chance to answer higher: ½ for no effect, by integrals for others")
  func superiority() throws {
    let model = try OrdinalRegression(rows: [[0], [1]], counts: [[20, 10], [8, 16]])
    // ∫ F(x + b) f(x) dx of the logistic distribution, over shares of it.
    let count = 200_000
    let chance =
      (0..<count).reduce(0.0) { sum, place in
        let share = (Double(place) + 0.5) / Double(count)
        return sum + 1 / (1 + (1 - share) / share / 4)
      } / Double(count)
    #expect(agrees(model.coefficients[0].superiority(.logit), chance, relative: 1e-6))
    let none = try OrdinalRegression(rows: [[0], [1]], counts: [[20, 10], [20, 10]])
    #expect(
      agrees(none.coefficients[0].superiority(.logit), 0.5) && agrees(none.coefficients[0].superiority(.probit), 0.5))
  }

  @Test("A category that nobody chose is left out and named")
  func emptyCategory() throws {
    let model = try OrdinalRegression(rows: [[0], [1]], counts: [[5, 4, 0, 3], [2, 5, 0, 6]])
    let shorter = try OrdinalRegression(rows: [[0], [1]], counts: [[5, 4, 3], [2, 5, 6]])
    #expect(model.emptyCategories == [2] && model.thresholds.count == 2)
    #expect(model.coefficients == shorter.coefficients)
  }

  @Test("One category, dependent columns, few people and few clusters are refused")
  func refusals() {
    #expect(throws: OrdinalRegression.Fault.fewerThanTwoCategories) {
      try OrdinalRegression(rows: [[0], [1]], counts: [[5, 0], [4, 0]])
    }
    #expect(throws: OrdinalRegression.Fault.dependentColumns) {
      try OrdinalRegression(rows: [[0, 1], [1, 1]], counts: [[5, 1], [4, 2]])
    }
    #expect(throws: OrdinalRegression.Fault.tooFewPeople) {
      try OrdinalRegression(rows: [[0], [1]], counts: [[1, 0], [0, 1]])
    }
    #expect(throws: OrdinalRegression.Fault.tooFewClusters(needed: 6)) {
      try OrdinalRegression(rows: [[0], [1]], counts: [[5, 1], [4, 2]], clusters: [1, 2])
    }
  }
}
