import Readiness
import Testing

/// Plans that cannot be used, and what scoring makes of them all the same.
@Suite struct ScoringPlanTests {
  let instrument = Sample.instrument(
    form: "short", dimensions: ["d01", "d02"],
    items: ["d01", "d02"].flatMap { [Sample.item($0 + "q1", $0, "CM"), Sample.item($0 + "q2", $0, "CM")] })

  func faults(_ change: (inout ScoringPlan) -> Void) -> [String] {
    var plan = ScoringPlan()
    change(&plan)
    return plan.faultySettings(for: instrument).map(\.name)
  }

  @Test func `Faulty weights and rules are named`() {
    #expect(faults { _ in }.isEmpty)
    #expect(faults { $0.dimensionWeights = ["d01": 2, "d02": 0] }.isEmpty)
    for weights in [["d03": 1.0], ["d01": -1], ["d01": .nan], ["d01": .infinity], ["d01": 0]] {
      #expect(faults { $0.dimensionWeights = weights } == ["dimension_weights"])
    }
    for rule in [
      MissingRule(minimum: 0), MissingRule(share: .nan), MissingRule(share: 1.5), MissingRule(weightShare: -1),
    ] {
      #expect(faults { $0.missingRule = rule } == ["missing_rule"])
    }
  }

  @Test func `A dimension without a weight beside others that have one is a fault, and named`() {
    var plan = ScoringPlan()
    plan.dimensionWeights = ["d01": 2]
    let faults = plan.faultySettings(for: instrument)
    #expect(faults.map(\.name) == ["dimension_weights"])
    #expect(faults.allSatisfy { $0.expected.hasSuffix("none is given for d02") })
  }

  @Test func `A plan that nobody checked gives no number rather than a wrong one, and never stops`() {
    var plan = ScoringPlan()
    plan.dimensionWeights = ["d01": .nan, "d02": -1]
    plan.missingRule = MissingRule(minimum: -5, share: .infinity, weightShare: .nan)
    let scores = Sample.responses(to: instrument, answers: ["1 1 5 5"]).scored(by: plan)
    #expect(scores.score("overall", 0) == nil)
    #expect(scores.score("d01", 0) == 100)
    for row in GroupSummaries(scores).rows { #expect(row.estimate.value?.isNaN != true) }
  }

  @Test func `The plan's rule takes the place of the instrument's`() {
    var plan = ScoringPlan()
    plan.missingRule = MissingRule(minimum: 1, share: 0.5)
    let responses = Sample.responses(to: instrument, answers: ["1 dk 5 5"])
    #expect(responses.scored(by: ScoringPlan()).score("d01", 0) == nil)
    #expect(responses.scored(by: plan).score("d01", 0) == 100)
  }
}
