import Foundation
import TestSupport
import Testing

@testable import Readiness

@Suite("Means of allocations that fill zeros in") struct AllocationMeansTests {
  @Test("By hand: two people, one zero, two fills")
  func byHand() throws {
    let question = BudgetQuestion(
      stem: Sample.text("?"), total: 100,
      factors: ["b01", "b02"].map { BudgetFactor(id: $0, label: Sample.text($0), dimensions: ["d01"], facets: []) },
      crosswalkVersion: "1")
    let instrument = Sample.instrument(form: "budget", dimensions: ["d01"], items: [], budget: question)
    let responses = Sample.responses(
      to: instrument, answers: ["", ""], organizations: ["A", "B"], points: [[100, 0], [50, 50]])
    let sample = try #require(AllocationSample(responses))
    let means = OtherMeans.all(sample)
    for (fill, value) in [(0.0065, means[0].geometricSmallFill), (0.025, means[0].geometricLargeFill)] {
      // √((1 − fill) ½) against √(fill ½), closed.
      let ratio = ((1 - fill) / fill).squareRoot()
      #expect(abs(value - 100 * ratio / (1 + ratio)) < 1e-9)
    }
    // Means of square roots, closed for each person: (1 + ½) ⁄ 2 and ½ ⁄ 2, squared and closed.
    #expect(abs(means[0].frechetHalf - 100 * 0.5625 / (0.5625 + 0.0625)) < 1e-9)
    #expect(abs(means[0].frechetHalf + means[1].frechetHalf - 100) < 1e-9)
  }

  @Test("The published table, as numpy computes it from the definitions (allocations.py)")
  func published() throws {
    let data = try Data(contentsOf: Repository.url("Tests/References/readiness/allocations.json"))
    let whole = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let expected = try #require(whole["published"] as? [String: Any])
    let means = OtherMeans.all(try #require(AllocationSample(BudgetReference.published())))
    for (key, values) in [
      ("geometric_0.0065", means.map(\.geometricSmallFill)), ("geometric_0.025", means.map(\.geometricLargeFill)),
      ("frechet_0.5", means.map(\.frechetHalf)),
    ] {
      let reference = try #require(expected[key] as? [Double])
      #expect(reference.count == 11 && zip(values, reference).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  @Test("They stand beside the arithmetic means, in both tables")
  func tables() throws {
    let responses = try BudgetReference.published()
    let assessment = try Assessment(
      responses, plan: ScoringPlan(draws: 100, permutations: 99, disclosure: .pilot, consent: "published table"))
    #expect(assessment.allocations.allSatisfy { $0.otherMeans != nil })
    let averages = assessment.allocationSummary.map(\.average)
    #expect(
      averages == ["respondents", "organisations", "median", "geometric_0.0065", "geometric_0.025", "frechet_0.5"])
    #expect(
      assessment.allocationSummary.map(\.leaders) == [["b03"], ["b02"], ["b02", "b03"], ["b03"], ["b03"], ["b03"]])
    // They agree with the mean, so nothing is said of them.
    #expect(!assessment.budgetFindings.contains { $0.english.contains("fills in the zeros") })
    let hidden = try Assessment(responses, plan: ScoringPlan(draws: 100, permutations: 99))
    #expect(hidden.organizationAllocations.allSatisfy { $0.mean == nil })
  }
}
