import Testing

@testable import Readiness
@testable import Reporting

/// What an organisation's page shows of its groups: those that are published, and nothing of the others.
struct ViewsSectionTests {
  private func row(_ organization: String?, _ level: ScoreRow.Level, _ group: String, _ estimate: Estimate) -> ScoreRow
  {
    ScoreRow(
      level: level, organization: organization, groupBy: "roll_up", group: group, weighting: .respondents,
      measure: "overall", estimate: estimate, sd: nil, coverage: nil, doNotKnowRate: nil, notForMeRate: nil)
  }

  private let known = Estimate(value: 61.25, interval: nil, n: 7, status: .ok)

  @Test func `groups are found by organisation, and only those that may be shown`() throws {
    let rows = [
      row("A", .cell, "provider", known), row("A", .cell, "citizen", .withheld(.suppressed)),
      row("B", .cell, "citizen", known), row(nil, .type, "citizen", known),
    ]
    let found = ViewsSection.groups(of: rows)
    #expect(found.mapValues { $0.compactMap(\.group) } == ["A": ["provider"], "B": ["citizen"]])
  }

  @Test func `a page has the table of its groups, and no section where there is nothing to say`() throws {
    let instrument = try SampleAssessment.instrument()
    let labels = Labels(instrument, level: 0.95, measures: instrument.measures)
    let section = try #require(
      ViewsSection(groups: [row("A", .cell, "provider", known)], gaps: [], labels: labels).section)
    guard case .table(let table) = section.blocks.first else { return #expect(Bool(false), "no table") }
    #expect(table.rows.map { $0.map(\.english) } == [["Providers", "61.3", "[x]", "7"]])
    #expect(ViewsSection(groups: [], gaps: [], labels: labels).section == nil)
  }
}
