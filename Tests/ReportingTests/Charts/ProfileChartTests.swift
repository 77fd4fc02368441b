import Survey
import Testing

@testable import Reporting

struct ProfileChartTests {
  private func chart(_ scores: [ChartNumber]) -> ProfileChart {
    ProfileChart(
      title: "T", own: "Us", peers: "All", rangeName: "95% range",
      rows: scores.enumerated().map { .init(name: .count($0 + 1), score: $1, peers: .known(50, range: nil)) })
  }

  @Test func `dots, intervals and the peers' bars stand at their numbers`() throws {
    // The scale runs from 14 to 406: 25 at 112, 40 at 170.8, 50 at 210, 75 at 308.
    let drawn = try Drawn(Chart(id: "p", .profile(chart([.known(50, range: 25...75)]))).svg(wording: .english))
    let dots = drawn.all.filter { $0.name == "circle" }.compactMap { $0.attributes["cx"] }
    #expect(dots == ["16", "210"])  // The key, then the row.
    let lines = drawn.all.filter { $0.name == "line" && $0.attributes["class"] == "s-first" }.map(\.attributes)
    #expect(lines.contains { $0["x1"] == "112" && $0["x2"] == "308" })
    let bars = drawn.all.filter { $0.name == "rect" && $0.attributes["class"] == "f-second" }.map(\.attributes)
    #expect(bars.last?["x"] == "208" && bars.last?["width"] == "4")
  }

  @Test func `the lowest score comes first and withheld ones last, in their own order`() {
    let chart = chart([.withheld(.suppressed), .known(60, range: nil), .withheld(.notAsked), .known(40, range: nil)])
    #expect(chart.rows.map(\.name) == [.count(4), .count(2), .count(1), .count(3)])
    #expect(Wording.english.text(chart.finding) == "Lowest: 4, 40.0 out of 100. Highest: 2, 60.0.")
  }

  @Test func `a withheld row is hatched from end to end and has no dot`() throws {
    let drawn = try Drawn(Chart(id: "p", .profile(chart([.withheld(.suppressed)]))).svg(wording: .english))
    #expect(drawn.all.count { $0.name == "circle" } == 1)  // The key's alone.
    let hatched = drawn.all.filter { $0.attributes["fill"] == "url(#p-hatch)" }.map(\.attributes)
    #expect(hatched.map { $0["x"] } == ["14"] && hatched.map { $0["width"] } == ["392"])
    #expect(Wording.english.text(chart([.withheld(.suppressed)]).finding) == "No score can be shown.")
  }
}
