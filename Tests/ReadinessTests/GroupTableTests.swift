import Readiness
import Testing

/// When a group has an overall score, worked out by hand.
@Suite struct GroupTableTests {
  let instrument = Sample.instrument(
    form: "short", dimensions: ["d01", "d02", "d03"],
    items: ["d01", "d02", "d03"].flatMap { [Sample.item($0 + "q1", $0, "CM"), Sample.item($0 + "q2", $0, "CM")] })

  func overall(_ answers: String...) -> Estimate? {
    GroupSummaries(Sample.responses(to: instrument, answers: answers).scored(by: ScoringPlan())).rows.first {
      $0.measure == "overall"
    }?.estimate
  }

  @Test func `Two of three dimensions are two thirds of the weight, one is not`() {
    // d01 100, d02 0.
    #expect(overall("1 1 5 5 - -")?.value == 50)
    #expect(overall("1 1 - - - -")?.status == .tooFewAnswers)
  }

  @Test func `Dimensions count the same, however many persons have them`() {
    // d01: 100, 100, 0 = 66⅔; d02: 0, 50 = 25; d03: 100. The persons' own scores would give another mean.
    let estimate = overall("1 1 5 5 - -", "1 1 3 3 1 1", "5 5 - - - -")
    #expect(abs((estimate?.value ?? 0) - (200.0 / 3 + 25 + 100) / 3) < 1e-12)
    #expect(estimate?.n == 2)
  }

  @Test func `Without a person who has an overall score there is none, although the dimensions have means`() {
    #expect(overall("1 1 - - - -", "- - 5 5 - -", "- - - - 3 3")?.status == .tooFewAnswers)
  }

  @Test func `People whose sampling weights are all 0 have no number, and it is not NaN`() {
    let responses = Sample.responses(
      to: instrument, answers: ["1 1 5 5 1 1", "1 1 3 3 1 1", "2 2 3 3 2 2"], organizations: ["A", "A", "B"],
      weights: [0, 0, 1])
    let rows = GroupSummaries(responses.scored(by: ScoringPlan())).rows
    for row in rows where row.organization == "A" && row.measure == "d01" && row.weighting == .respondents {
      #expect(row.estimate.value == nil && row.estimate.status == .tooFewAnswers)
    }
    let cohort = rows.first { $0.measure == "overall" }?.estimate
    // B alone carries weight: 75, 50, 75.
    #expect(abs((cohort?.value ?? 0) - 200.0 / 3) < 1e-9)
  }
}
