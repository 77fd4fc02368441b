import Survey
import Testing

@testable import Reporting

struct HeatMapChartTests {
  @Test func `cells stand side by side with a gap before the Steps`() {
    // Nine cells in 412 - 10 units.
    let width = 402.0 / 9
    #expect(ChartExamples.heatMap.x(0) == 4)
    #expect(abs(ChartExamples.heatMap.x(3) - (4 + 3 * width)) < 1e-9)
    #expect(abs(ChartExamples.heatMap.x(4) - (14 + 4 * width)) < 1e-9)
  }

  @Test func `every cell has its number or its mark`() {
    let texts = Chart(id: "h", .heatMap(ChartExamples.heatMap)).canvas(wording: .english).texts.map(\.text)
    for text in ChartExamples.heatMap.rows.flatMap({ $0.cells.map { Wording.english.text($0.text) } }) {
      #expect(texts.contains(text))
    }
    #expect(texts.count { $0 == "[z]" } == 9 - (0..<9).count { (45 + $0) % 17 == 3 })
  }

  @Test func `names of columns stand across where no word must be broken, else upright`() throws {
    let narrow = try Drawn(Chart(id: "h", .heatMap(ChartExamples.narrowHeatMap)).svg(wording: .english))
    #expect(narrow.all.count { $0.attributes["transform"] != nil } == 0)
    let wide = try Drawn(Chart(id: "h", .heatMap(ChartExamples.heatMap)).svg(wording: .english))
    #expect(wide.all.count { $0.attributes["transform"] != nil } == 9)
  }

  @Test func `the finding names the lowest and the highest cell`() {
    let chart = HeatMapChart(
      title: "T", columns: ["C", "D"], together: 1,
      rows: [
        .init(name: "A", cells: [.known(40, range: nil), .withheld(.notAsked)]),
        .init(name: "B", cells: [.known(35, range: nil), .known(80, range: nil)]),
      ])
    #expect(Wording.english.text(chart.finding) == "Lowest: B, C, with 35.0. Highest: B, D, with 80.0.")
  }
}
