import Readiness
import Testing

/// Priorities of the cohort, settable targets, peers as judges and neighbours, in a whole run.
@Suite struct PriorityTableTests {
  func assessment(_ change: (inout ScoringPlan) -> Void = { _ in }) throws -> Assessment {
    var plan = ScoringPlan(draws: 200, permutations: 99, rankMinimum: 2, disclosure: .pilot, consent: "made up")
    change(&plan)
    return try Assessment(SchemesOfRunsTests.responses(SchemesOfRunsTests.four), plan: plan)
  }

  @Test func `Everybody together by hand, and the chance of being among the first three shared out`() throws {
    let rows = try assessment().priorities.filter { $0.organization == nil }
    // d01: 100 75 50 0; d02: 0 50 75 25; d03: 50 50 25 100.
    #expect(rows.map(\.readiness) == [56.25, 37.5, 56.25] && rows.map(\.gap) == [43.75, 62.5, 43.75])
    #expect(abs(rows.compactMap(\.priority).reduce(0, +) - 1) < 1e-12)
    #expect(rows.compactMap(\.topThree).count == 3)
    #expect(rows.allSatisfy { $0.status == .ok })
  }

  @Test func `The target is the plan's, and what reaches it has no gap`() throws {
    let rows = try assessment { $0.target = 50 }.priorities
    let cohort = rows.filter { $0.organization == nil }
    #expect(cohort.map(\.gap) == [0, 12.5, 0] && cohort.map(\.priority) == [0, 1, 0])
    let a = rows.filter { $0.organization == "A" }
    #expect(a.map(\.gap) == [0, 50, 0])
    #expect(throws: AssessmentFault.self) { try assessment { $0.target = 0 } }
    #expect(throws: AssessmentFault.self) { try assessment { $0.target = 101 } }
  }

  @Test func `A run and weighing give the same rows`() throws {
    let plan = ScoringPlan(draws: 200, permutations: 99, rankMinimum: 2, disclosure: .pilot, consent: "made up")
    let responses = SchemesOfRunsTests.responses(SchemesOfRunsTests.four)
    #expect(try Assessment(responses, plan: plan).priorities == WeighingFindings(responses, plan: plan).priorities)
  }

  @Test func `Peers judge, neighbours are named, and the points that turn them round lead to the new order`() throws {
    let factors = SchemesOfRunsTests.dimensions.map { id in
      BudgetFactor(id: "b\(id)", label: Sample.text(id), dimensions: [id], facets: [])
    }
    let budget = BudgetQuestion(stem: Sample.text("?"), total: 100, factors: factors, crosswalkVersion: "1")
    let instrument = Sample.instrument(
      form: "short", dimensions: SchemesOfRunsTests.dimensions,
      items: SchemesOfRunsTests.dimensions.flatMap {
        [Sample.item($0 + "q1", $0, "CM"), Sample.item($0 + "q2", $0, "CM")]
      },
      budget: budget)
    // A is ready on d01 alone, B on d02 alone; C is halfway everywhere. Means of points: 60, 20, 20.
    let responses = Sample.responses(
      to: instrument, answers: ["1 1 5 5 5 5", "5 5 1 1 5 5", "3 3 3 3 3 3"], organizations: ["A", "B", "C"],
      points: [[70, 10, 20], [60, 30, 10], [50, 20, 30]])
    let plan = ScoringPlan(draws: 100, permutations: 99, rankMinimum: 1, disclosure: .pilot, consent: "made up")
    let rows = try Assessment(responses, plan: plan).whoseWeights
    // Scores under 60, 20, 20: A 60, B 20, C 50.
    #expect(rows.map(\.budgetRank) == [1, 3, 2] && rows.map(\.above) == [nil, "C", "A"])
    // A leads C by 60 − 50; each point from d01 to another takes 1: more than 10, in steps of 5.
    #expect(rows[2].pointsToPass == 15 && rows[2].passFrom == ["bd01"] && rows[2].passTo == "bd02")
    // B trails C by 30; each point to d02 gives 1.
    #expect(rows[1].pointsToPass == 35 && rows[1].passTo == "bd02")
    // Peers: A is judged by B (60) and C (50, a tie with C); C by A and B.
    #expect(rows.map(\.peers) == [2, 2, 2] && rows.map(\.peersFirst) == [0.75, 0, 0])
  }
}
