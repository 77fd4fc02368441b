import Testing

@testable import Readiness
@testable import Reporting

@Suite struct RobustnessReportTests {
  private func row(causes: RobustnessRow.Causes?, published: RankRow?) -> RobustnessRow {
    RobustnessRow(
      organization: "Aber", rank: 2, spread: [1, 1, 2, 3, 5], meanShift: 0.8, shareSame: 0.4, shareFirst: 0.3,
      causes: causes, published: published)
  }
  private let tie = RankRow.Margin(organization: "Conwy", difference: 2.7, needed: 9.3)

  @Test("One statement: rank, its set, what it owes to what, and what would make it surer")
  func statement() {
    let causes = RobustnessRow.Causes(sampling: 0.6, weights: 0.255, method: 0.145)
    #expect(
      RobustnessReport.statement(
        row(causes: causes, published: RankReportTests.row(tie: tie, further: 31)), level: 0.95
      ).english
        == "Aber: 2nd, and could be 1st to 3rd; of what moves it, 60% is who answered, 26% weights and 14% method; to be told "
        + "apart from Conwy, 31 more people here would do.")
    #expect(
      RobustnessReport.statement(row(causes: nil, published: nil), level: 0.95).english
        == "Aber: 2nd; nothing that was tried moves it.")
  }

  @Test("Whole percents add up to 100")
  func percents() {
    #expect(RobustnessReport.percents([1.0 / 3, 1.0 / 3, 1.0 / 3]).map(\.english) == ["34%", "33%", "33%"])
    #expect(RobustnessReport.percents([0.995, 0.005, 0]).map(\.english) == ["100%", "0%", "0%"])
    #expect(RobustnessReport.percents([1, 0, 0]).map(\.english) == ["100%", "0%", "0%"])
  }

  @Test("Ranks between two runs are rounded outwards")
  func ranges() {
    #expect(RobustnessReport.range(2.5, 3.5).english == "2nd to 4th" && RobustnessReport.range(3, 3).english == "3rd")
  }
}
