import Survey
import Testing

@testable import Reporting

struct LeagueChartTests {
  @Test func `of many organisations those around one's own are drawn, and a sentence says so`() {
    let chart = ChartExamples.league(500, own: 250)
    #expect(chart.places == 241...260 && chart.rows.count == 20)
    #expect(chart.rows[10].isOwn)
    let texts = Chart(id: "l", .league(chart)).canvas(wording: .english).texts.map(\.text)
    #expect(texts.contains("Places 241 to 260 of 500 organisations are drawn."))
    #expect(chart.table.rows.count == 20)
  }

  @Test func `without one's own the first are drawn, and near the end the last`() {
    #expect(ChartExamples.league(500).places == 1...20)
    #expect(ChartExamples.league(500, own: 497).places == 481...500)
    #expect(ChartExamples.league(8, own: 7).places == 1...8)
    #expect(!Wording.english.text(ChartExamples.league(8).finding).contains("drawn"))
  }

  @Test func `ties show the same rank, and one without a score comes last without a rank`() {
    let table = ChartExamples.league(8).table.rows.map { $0.map(Wording.english.text) }
    #expect(table.map { $0[0] } == ["1st", "2nd", "3rd", "joint 4th", "joint 4th", "6th", "7th", "[c]"])
    #expect(table.last == ["[c]", "North East Combined Health and Social Care Partnership 7", "[c]", "[c]", "[c]"])
  }

  @Test func `one's own is a diamond, the others are dots`() throws {
    let drawn = try Drawn(Chart(id: "l", .league(ChartExamples.league(8, own: 2))).svg(wording: .english))
    // One of each in the key.
    #expect(drawn.all.count { $0.name == "path" } == 2)
    #expect(drawn.all.count { $0.name == "circle" } == 7)
  }

  @Test func `no organisations are no chart but a sentence`() {
    let chart = LeagueChart(title: "T", rangeName: "R", all: [])
    #expect(Wording.english.text(chart.finding) == "No organisation can be ranked.")
  }
}
