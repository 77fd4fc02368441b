import Readiness
import Testing

/// Which groups are published, and in which order.
@Suite struct GroupingTests {
  let responses = Sample.responses(
    to: Sample.instrument(form: "short", dimensions: ["d01"], items: [Sample.item("d01q1", "d01", "CM")]),
    answers: ["1", "2", "3", "4"], organizations: ["Zeta", "Älv", "Alpha", "Zeta"],
    types: ["carer", "senior_commissioner", "service_user", "carer"], groups: ["service": ["b", "", "a", "b"]])

  @Test func `Types and roll-ups stand in the instrument's order, other columns by name, each once`() {
    let groupings = responses.groupings(by: ["roll_up", "service", "service", "organisation", "unknown"])
    #expect(groupings.map(\.name) == ["respondent_type", "roll_up", "service"])
    #expect(
      groupings.map(\.groups) == [
        ["senior_commissioner", "service_user", "carer"], ["commissioner", "citizen"], ["a", "b"],
      ])
    #expect(groupings[1].groupOf == [1, 0, 1])
    #expect(groupings[2].group(ofCode: -1) == -1)
  }

  @Test func `Organisations stand by name, whatever the order of the rows`() {
    #expect(responses.organizationOrder.names == ["Alpha", "Zeta", "Älv"])
    #expect(responses.organizationOrder.placeOf == [1, 2, 0])
  }

  @Test func `A person without a label is in the cohort and in no group`() {
    let rows = GroupSummaries(
      responses.scored(by: ScoringPlan(by: ["service"], missingRule: MissingRule(minimum: 1)))
    ).rows.filter { $0.measure == "d01" && $0.weighting == .respondents }
    #expect(rows.first { $0.level == .cohort }?.estimate.n == 4)
    #expect(rows.filter { $0.groupBy == "service" && $0.level == .type }.compactMap(\.estimate.n) == [1, 2])
  }
}
