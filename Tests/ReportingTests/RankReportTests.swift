import Testing

@testable import Readiness
@testable import Reporting

@Suite struct RankReportTests {
  static func row(
    above: [RankRow.Margin] = [], held: RankRow.Margin? = nil, tie: RankRow.Margin? = nil, further: Int? = nil,
    comparison: ClosedRange<Double>? = nil
  ) -> RankRow {
    RankRow(
      organization: "Aber", people: 9, score: 50, interval: nil, standardError: 4,
      comparisonInterval: comparison.map {
        ConfidenceInterval(lower: $0.lowerBound, upper: $0.upperBound, level: 0.95)
      }, rank: 2,
      rankSet: 1...3, band: 1...4, probabilityFirst: 0.2, probabilityFirstQuarter: 0.2, sucra: 0.5,
      spread: [1, 1, 2, 3, 4], shrunken: nil, funnel: nil, clearlyAbove: held == nil ? 0 : 2, clearlyBelow: 0,
      openAbove: above, heldBelow: held, nearestTie: tie, furtherPeople: further)
  }
  private let tie = RankRow.Margin(organization: "Conwy", difference: 2.7, needed: 9.3)

  @Test("Why not higher, word for word")
  func reasons() {
    let held = RankRow.Margin(organization: "Brecon", difference: 14.25, needed: 9.2)
    #expect(
      RankReport.reason(Self.row()).english
        == "Aber, joint 1st to 4th: nobody is clearly above it; told apart from all others."
    )
    #expect(
      RankReport.reason(Self.row(held: held, tie: tie, further: 31)).english
        == "Aber, joint 1st to 4th: clearly below two, the nearest Brecon (14.3 points apart, 9.2 needed); nearest to being told "
        + "apart from Conwy (2.7 points apart, 9.3 needed): 31 more people here would do.")
    #expect(
      RankReport.reason(Self.row(above: [tie], tie: tie, further: 1)).english
        == "Aber, joint 1st to 4th: nobody is clearly above it; not told apart from one with a higher score, the nearest Conwy (2.7 "
        + "points apart, 9.3 needed); nearest to being told apart from Conwy: 1 more person here would do.")
  }

  @Test("Further people are named up to ten times those who answered, and never beyond")
  func further() {
    #expect(RankReport.further(Self.row(tie: tie, further: 90)).english == "90 more people here would do")
    #expect(
      RankReport.further(Self.row(tie: tie, further: 91)).english == "that would take more people than could be asked")
    #expect(RankReport.further(Self.row(tie: tie)).english == "more people here alone would not do")
  }

  @Test("A place is joint unless it is one")
  func places() {
    #expect(RankReport.place(1...4).english == "joint 1st to 4th" && RankReport.place(3...3).english == "3rd")
  }

  @Test("The chart for two organisations has their intervals for two, and stands before its numbers")
  func comparing() throws {
    let rows = [Self.row(comparison: 44...56), Self.row(comparison: 47.25...52.75)]
    let section = try #require(RankReport.comparing(rows))
    guard case .chart(let chart) = section.blocks[1], case .table(let table) = section.blocks[2] else {
      Issue.record("no chart before its table")
      return
    }
    #expect(chart.table == table)
    #expect(table.rows.map { $0[3].english } == ["44.0 to 56.0", "47.3 to 52.8"])
    #expect(table.rows.map { $0[0].english } == ["joint 2nd", "joint 2nd"])
    #expect(RankReport.comparing([Self.row(), Self.row()]) == nil)
    #expect(RankReport.comparing(Array(rows.prefix(1))) == nil)
  }
}
