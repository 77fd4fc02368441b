import Survey
import Testing

@testable import Reporting

struct GapChartTests {
  private func row(_ name: Phrase, _ first: Double, _ second: Double) -> GapChart.Row {
    .init(
      name: name, first: .known(first, range: nil), second: .known(second, range: nil),
      gap: .known(first - second, range: nil))
  }

  private func chart(_ rows: [GapChart.Row]) -> GapChart {
    GapChart(title: "T", firstGroup: "Staff", secondGroup: "Citizens", rangeName: "R", rows: rows)
  }

  @Test func `the widest gap comes first, whichever its side`() {
    let chart = chart([row("A", 50, 45), row("B", 40, 60), row("C", 50, 50)])
    #expect(chart.rows.map(\.name) == ["B", "A", "C"])
    #expect(
      Wording.english.text(chart.finding)
        == "The widest gap is on B: Citizens score 20.0 points higher than Staff.")
    let texts = Chart(id: "g", .gap(chart)).canvas(wording: .english).texts.map(\.text)
    #expect(texts.contains("-20.0") && texts.contains("+5.0") && texts.contains("0.0"))
  }

  @Test func `the marks stand at the groups' numbers with a line between them`() throws {
    // 40 to 60 on a scale from 0 to 100 between 14 and 406.
    let drawn = try Drawn(Chart(id: "g", .gap(chart([row("B", 40, 60)]))).svg(wording: .english))
    #expect(drawn.all.filter { $0.name == "circle" }.last?.attributes["cx"] == "170.8")
    let line = drawn.all.first { $0.attributes["class"] == "s-ink" }?.attributes
    #expect(line?["x1"] == "170.8" && line?["x2"] == "249.2")
  }

  @Test func `a row with one withheld number shows none`() {
    let hidden = GapChart.Row(
      name: "A", first: .known(40, range: nil), second: .withheld(.suppressed), gap: .known(3, range: nil))
    #expect(
      chart([hidden]).table.rows.map { $0.map(Wording.english.text) } == [["A", "[c]", "[c]", "[c]", "[c]"]])
    #expect(Wording.english.text(chart([hidden]).finding) == "No gap can be shown.")
  }
}
