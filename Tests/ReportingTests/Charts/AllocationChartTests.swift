import Survey
import Testing

@testable import Reporting

struct AllocationChartTests {
  private func chart(points: Phrase?, mean: ChartNumber = .known(10, range: 5...20)) -> AllocationChart {
    AllocationChart(
      title: "T", rangeName: "R", pointName: points, rows: [.init(name: "A", mean: mean, points: [0, 20])])
  }

  @Test func `bars begin at nought, and intervals and points stand at their numbers`() throws {
    // The scale runs from 5 to 406 for 0 to 20.
    let drawn = try Drawn(Chart(id: "a", .allocation(chart(points: "Point"))).svg(wording: .english))
    let bar = try #require(drawn.all.last { $0.attributes["class"] == "f-favour1 s-edge" }?.attributes)
    #expect(bar["x"] == "5" && bar["width"] == "200.5")
    let lines = drawn.all.filter { $0.attributes["class"] == "s-ink" }.map(\.attributes)
    #expect(lines.contains { $0["x1"] == "105.25" && $0["x2"] == "406" })
    #expect(drawn.all.filter { $0.name == "circle" }.compactMap { $0.attributes["cx"] }.suffix(2) == ["5", "406"])
  }

  @Test func `points without a name are not kept, nor beside a withheld mean`() {
    #expect(chart(points: nil).rows[0].points.isEmpty)
    #expect(chart(points: "Point", mean: .withheld(.suppressed)).rows[0].points.isEmpty)
    #expect(chart(points: nil).table.columns.count == 3)
  }

  @Test func `most points come first`() {
    #expect(
      Wording.english.text(ChartExamples.allocation.finding)
        == "Most points go to Resistance of professional staff to sharing power: 17.0 of 100 on average.")
    #expect(ChartExamples.allocation.rows.last?.mean == .withheld(.suppressed))
  }
}
