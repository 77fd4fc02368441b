import Readiness
import Testing

/// Weights of the dimensions through the crosswalk, against an independent computation, and laws.
@Suite struct DimensionWeightsTests {
  func weights(_ responses: Responses) throws -> BudgetWeights {
    try #require(responses.scored(by: ScoringPlan()).budgetWeights(BudgetAnswers(responses)))
  }

  @Test func `Both schemes and their intervals agree with the independent computation`() throws {
    let reference = try BudgetReference.read()
    for (responses, expected) in [
      (try BudgetReference.published(), reference.published), (try reference.responses(), reference.made),
      (try reference.responses(oneOrganization: true), reference.one),
    ] {
      let weights = try weights(responses)
      for (index, want) in expected.weights.enumerated() {
        let got = [
          weights.split[index], weights.splitIntervals[index]?.lower, weights.splitIntervals[index]?.upper,
          weights.overlapping[index], weights.overlappingIntervals[index]?.lower,
          weights.overlappingIntervals[index]?.upper,
        ]
        for (got, want) in zip(got, want.numbers) {
          if let got, let want {
            #expect(abs(got - want) < 1e-10, "\(expected.weights[index].dimension)")
          } else {
            #expect(got == nil && want == nil, "\(expected.weights[index].dimension)")
          }
        }
      }
    }
  }

  @Test func `Split weights sum to 1, overlapping ones do not, nothing to buy is not a number`() throws {
    let responses = try BudgetReference.published()
    let rows = try Assessment(responses, plan: ScoringPlan(disclosure: .pilot, consent: "published")).weights
    let split = rows.filter { $0.scheme == "budget" }
    #expect(abs(split.compactMap(\.weight).reduce(0, +) - 1) < 1e-12)
    #expect(rows.filter { $0.scheme == "budget_overlapping" }.compactMap(\.weight).reduce(0, +) > 1.5)
    // No factor reaches these four dimensions.
    #expect(split.filter { $0.status == .notAsked }.map(\.dimension) == ["d01", "d06", "d10", "d11"])
    #expect(split.allSatisfy { $0.crosswalk == "1.0.0" && ($0.weight == nil) == ($0.status == .notAsked) })
    let equal = rows.filter { $0.scheme == "equal" }
    #expect(equal.count == 11 && equal.allSatisfy { $0.weight == 1.0 / 11 && $0.crosswalk == nil })
    #expect(Set(rows.map(\.scheme)) == ["equal", "budget", "budget_overlapping"])
  }

  @Test func `Manual weights are shown divided by their sum`() throws {
    var plan = ScoringPlan(disclosure: .pilot, consent: "nobody")
    let instrument = try BudgetReference.instrument()
    plan.dimensionWeights = Dictionary(uniqueKeysWithValues: instrument.dimensions.map { ($0.id, 0) })
    (plan.dimensionWeights["d01"], plan.dimensionWeights["d02"]) = (3, 1)
    let responses = Sample.responses(to: instrument, answers: [""])
    let rows = try Assessment(responses, plan: plan).weights
    #expect(rows.filter { $0.scheme == "manual" }.map(\.weight) == [0.75, 0.25] + Array(repeating: 0, count: 9))
    #expect(!rows.contains { $0.scheme.hasPrefix("budget") })
  }

  @Test func `One more respondent in an organisation does not double its say`() throws {
    let instrument = try BudgetReference.instrument()
    let (a, b) = ([100.0] + Array(repeating: 0, count: 10), Array(repeating: 0, count: 10) + [100.0])
    let few = Sample.responses(to: instrument, answers: ["", ""], organizations: ["A", "B"], points: [a, b])
    let many = Sample.responses(
      to: instrument, answers: ["", "", "", ""], organizations: ["A", "A", "A", "B"], points: [a, a, a, b])
    #expect(try weights(few).split == (try weights(many)).split)
    #expect(try weights(few).split[1] == 0.5)
  }
}
