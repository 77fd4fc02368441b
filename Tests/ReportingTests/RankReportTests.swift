import Testing

@testable import Readiness
@testable import Reporting

@Suite struct RankReportTests {
  private func row(
    held: RankRow.Margin? = nil, tie: RankRow.Margin? = nil, further: Int? = nil
  ) -> RankRow {
    RankRow(
      organization: "Aber", people: 9, score: 50, interval: nil, standardError: 4, comparisonInterval: nil, rank: 2,
      rankSet: 1...3, band: 1...4, probabilityFirst: 0.2, probabilityFirstQuarter: 0.2, sucra: 0.5,
      spread: [1, 1, 2, 3, 4], shrunken: nil, funnel: nil, heldBelow: held, nearestTie: tie, furtherPeople: further)
  }

  @Test("Why not higher, word for word")
  func reasons() {
    let held = RankRow.Margin(organization: "Brecon", difference: 14.25, needed: 9.2)
    let tie = RankRow.Margin(organization: "Conwy", difference: 2.7, needed: 9.3)
    #expect(RankReport.reason(row()) == "Aber: nobody is clearly above it; told apart from all others.")
    #expect(
      RankReport.reason(row(held: held, tie: tie, further: 31))
        == "Aber: clearly below Brecon, by 14.3 points where 9.2 were needed; nearest to being told apart from Conwy: 2.7 "
        + "points, 9.3 needed; 31 more people here would do.")
    #expect(RankReport.reason(row(tie: tie, further: 1)).hasSuffix("9.3 needed; 1 more person here would do."))
    #expect(RankReport.reason(row(tie: tie)).hasSuffix("9.3 needed; more people here alone would not do."))
  }

  @Test("A place is joint unless it is one")
  func places() {
    #expect(RankReport.place(1...4) == "joint 1st to 4th" && RankReport.place(3...3) == "3rd")
  }
}
