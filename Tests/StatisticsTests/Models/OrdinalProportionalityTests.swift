import Foundation
import Testing

@testable import Statistics

@Suite("The test of proportional odds") struct OrdinalProportionalityTests {
  @Test("Wine agrees with ordinal's nominal test")
  func judges() throws {
    let expected = try Reference("statistics/clm_wine")["expected"]
    let (design, ratings) = try wine()
    let model = try OrdinalRegression(design: design, responses: ratings, categoryCount: 5)
    let contact = try model.proportionality(of: [1])
    #expect(agrees(contact.test.chiSquared, expected["nominal_LRT_contact"].double, relative: 1e-5))
    #expect(contact.test.degreesOfFreedom == 3 && contact.estimates[0].count == 4)
  }

  @Test("A type against the others agrees with ordinal, at each cut")
  func survey() throws {
    let expected = try Reference("statistics/ordinal_clusters")
    let (_, types, _) = try surveyPeople()
    let answers = try surveyItems().map { Int($0[0]) - 1 }
    let model = try OrdinalRegression(
      design: types.map { [$0 == 3 ? 1 : 0, $0 == 4 ? 1 : 0] }, responses: answers, categoryCount: 5)
    let user = try model.proportionality(of: [0])
    #expect(agrees(user.test.chiSquared, expected["nominal_LRT_user"].double, relative: 1e-6))
    #expect(agrees(user.test.p, expected["nominal_p_user"].double, relative: 1e-6))
    #expect(user.test.degreesOfFreedom == expected["nominal_df"].int)
    for cut in 0..<4 {
      #expect(agrees(user.estimates[0][cut], expected["user_per_cut"][cut].double, relative: 1e-5))
      #expect(agrees(user.standardErrors[0][cut], expected["user_per_cut_se"][cut].double, relative: 1e-5))
    }
  }

  @Test("One group against another: each cut is a log odds ratio of the table folded there")
  func byHand() throws {
    let model = try OrdinalRegression(rows: [[0], [1]], counts: [[20, 10, 8], [8, 12, 15]])
    let cuts = try model.proportionality(of: [0])
    let (low, high): (Double, Double) = (20.0 / 18 * 27 / 8, 30.0 / 8 * 15 / 20)
    #expect(agrees(cuts.estimates[0][0], log(low), relative: 1e-7))
    #expect(agrees(cuts.estimates[0][1], log(high), relative: 1e-7))
    #expect(cuts.test.degreesOfFreedom == 1 && cuts.test.chiSquared > 0)
  }

  @Test("Answers that are separated beyond a cut are told, and a single cut has nothing to compare")
  func refusals() throws {
    let (_, types, _) = try surveyPeople()
    let answers = try surveyItems().map { Int($0[0]) - 1 }
    let model = try OrdinalRegression(
      design: types.map { type in (1..<5).map { $0 == type ? 1.0 : 0 } }, responses: answers, categoryCount: 5)
    // Nobody of the third type gave the highest answer.
    #expect(throws: OrdinalRegression.Fault.separated(columns: [1])) { try model.proportionality(of: [0, 1, 2, 3]) }
    let binary = try OrdinalRegression(rows: [[0], [1]], counts: [[20, 10], [8, 12]])
    #expect(throws: OrdinalRegression.Fault.fewerThanTwoCategories) { try binary.proportionality(of: [0]) }
  }
}
