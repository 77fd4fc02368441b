import Readiness
import TestSupport
import Testing

/// The overall score with other weights of the dimensions.
@Suite struct BudgetWeightedReadinessTests {
  let instrument: Instrument

  init() throws { instrument = try Instrument(folder: Repository.url("Surveys/barriers-standard")) }

  func responses() -> Responses {
    let answers = (0..<12).map { row in
      (0..<59).map { item in "\(item % 11 == row ? "dk" : String(1 + (row * 5 + item * item / 3) % 4))" }
        .joined(separator: " ")
    }
    return Sample.responses(
      to: instrument, answers: answers, organizations: (0..<12).map { ["A", "B"][$0 % 2] })
  }

  @Test func `Equal weights give the headline with its interval`() throws {
    let summaries = GroupSummaries(responses().scored(by: ScoringPlan()))
    let weighted = summaries.overall(weights: Array(repeating: 1.0 / 11, count: 11))
    for organization in ["A", "B"] {
      let estimate = try #require(weighted.organizations[organization])
      let row = try #require(
        summaries.rows.first {
          $0.measure == "overall" && $0.organization == organization && $0.weighting == .respondents && $0.group == nil
        })
      #expect(abs((estimate.value ?? 0) - (row.estimate.value ?? -1)) < 1e-9)
      #expect(abs((estimate.interval?.lower ?? 0) - (row.estimate.interval?.lower ?? -1)) < 1e-9)
      #expect(estimate.n == row.estimate.n)
    }
  }

  @Test func `All weight on one dimension gives that dimension`() throws {
    let summaries = GroupSummaries(responses().scored(by: ScoringPlan()))
    let weighted = summaries.overall(weights: [nil, nil, 1] + Array(repeating: nil, count: 8))
    let row = try #require(
      summaries.rows.first { $0.measure == "d03" && $0.organization == "A" && $0.weighting == .respondents })
    let estimate = try #require(weighted.organizations["A"])
    #expect(abs((estimate.value ?? 0) - (row.estimate.value ?? -1)) < 1e-9)
    #expect(abs((estimate.interval?.upper ?? 0) - (row.estimate.interval?.upper ?? -1)) < 1e-9)
  }

  @Test func `Without barrier items it is not asked`() throws {
    let responses = try BudgetReference.published()
    let scores = responses.scored(by: ScoringPlan())
    let weights = try #require(scores.budgetWeights(BudgetAnswers(responses)))
    let weighted = GroupSummaries(scores).overall(weights: weights.split)
    #expect(!weighted.organizations.isEmpty)
    #expect(weighted.organizations.values.allSatisfy { $0 == .withheld(.notAsked) })
    #expect(weighted.organizations.count == 6)
  }
}
