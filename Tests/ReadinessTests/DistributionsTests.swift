import Readiness
import Testing

/// Counts per item, type and answer; expected counts are read off the made-up answers.
@Suite struct DistributionsTests {
  let instrument = Sample.instrument(
    form: "short", dimensions: ["d01"],
    items: [Sample.item("d01q1", "d01", "CM"), Sample.item("d01q2", "d01", "CM"), Sample.item("d01q3", "d01", "CM")])

  func counts(_ rows: [DistributionRow], _ item: String, _ type: String?) -> String {
    rows.filter { $0.item == item && $0.respondentType == type }.map { "\($0.answer):\($0.count ?? -1)" }
      .joined(separator: " ")
  }

  @Test func `Kinds of missing stay apart, zero counts are shown, not asked is counted`() {
    let responses = Sample.responses(
      to: instrument, answers: ["1 dk .", "1 nfm .", "5 - .", "2 . .", "dk 3 ."],
      organizations: ["A", "B", "A", "B", "A"],
      types: ["carer", "service_user", "carer", "service_user", "carer"])
    let rows = GroupSummaries(responses.scored(by: ScoringPlan())).distributions
    #expect(rows.count == 3 * 3 * 9)
    #expect(counts(rows, "d01q1", nil) == "1:2 2:1 3:0 4:0 5:1 dk:1 nfm:0 skipped:0 not_asked:0")
    #expect(counts(rows, "d01q1", "carer") == "1:1 2:0 3:0 4:0 5:1 dk:1 nfm:0 skipped:0 not_asked:0")
    #expect(counts(rows, "d01q2", nil) == "1:0 2:0 3:1 4:0 5:0 dk:1 nfm:1 skipped:1 not_asked:1")
    #expect(counts(rows, "d01q3", "service_user") == "1:0 2:0 3:0 4:0 5:0 dk:0 nfm:0 skipped:0 not_asked:2")
    #expect(rows.compactMap(\.count).reduce(0, +) == 3 * 5 * 2)
  }
}
