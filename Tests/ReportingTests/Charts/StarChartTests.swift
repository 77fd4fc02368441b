import Foundation
import Survey
import Testing

@testable import Reporting

struct StarChartTests {
  @Test(arguments: StarPlacement.allCases) func `arcs are equal whatever the scores`(placement: StarPlacement) throws {
    func paths(_ star: StarChart) throws -> [String] {
      try Drawn(Chart(id: "s", .star(star)).svg(wording: .english)).all.filter { $0.name == "path" }.compactMap {
        $0.attributes["d"]
      }
    }
    let star = ChartExamples.star(placement)
    func with(_ score: ChartNumber) -> StarChart {
      StarChart(
        title: star.title, cos: star.cos.map { .init(name: $0.name, score: score) },
        steps: star.steps.map { .init(name: $0.name, score: score) }, overall: score, rangeName: star.rangeName,
        placement: placement)
    }
    let drawn = try paths(star)
    #expect(drawn.count == 9)
    #expect(try drawn == paths(with(.known(3, range: nil))))
    #expect(try drawn == paths(with(.withheld(.suppressed))))
  }

  @Test func `co-commission is centred at the top and the first Step begins there`() {
    let co = StarSector(center: (0, 0), inner: 50, outer: 100, from: -45, to: 45)
    #expect(co.path == "M-70.71 -70.71A100 100 0 0 1 70.71 -70.71L35.36 -35.36A50 50 0 0 0 -35.36 -35.36Z")
    let step = StarSector(center: (0, 0), inner: 50, outer: 100, from: 0, to: 72)
    #expect(step.path.hasPrefix("M0 -100A100 100 0 0 1 95.11 -30.9L"))
  }

  @Test func `a text is put into an arc only where all of it lies inside`() throws {
    let arc = StarSector(center: (0, 0), inner: 127, outer: 206, from: -45, to: 45)
    let lines = try #require(arc.lines((name: "Co-commission", number: "62.1")))
    #expect(lines.map(\.text) == ["Co-commission", "62.1"])
    #expect(lines.allSatisfy { $0.x == 0 })
    #expect(arc.lines((name: "Cydgomisiynugydanaliarddydd", number: "62.1")) != nil)
    let narrow = StarSector(center: (0, 0), inner: 127, outer: 206, from: 80, to: 100)
    #expect(narrow.lines((name: "Cydgomisiynugydanaliarddydd", number: "62.1")) == nil)
  }

  @Test func `names that do not fit give way to numbers with a key`() {
    let texts = Chart(id: "s", .star(ChartExamples.star(.cosInside))).canvas(wording: ChartExamples.longer).texts
      .map(\.text)
    let short = Chart(id: "s", .star(ChartExamples.star(.cosInside))).canvas(wording: .english).texts.map(\.text)
    #expect(short.contains("Map it!") && !short.contains("1"))
    #expect(texts.contains("62.1"))
  }

  @Test func `withheld arcs are hatched, marked and never a nought`() throws {
    let chart = Chart(id: "s", .star(ChartExamples.star(.cosInside)))
    let drawn = try Drawn(chart.svg(wording: .english))
    #expect(drawn.all.count { $0.name == "path" && $0.attributes["fill"] == "url(#s-hatch)" } == 2)
    let texts = drawn.texts["text"] ?? []
    #expect(texts.contains("[c]") && texts.contains("[z]") && !texts.contains("0.0"))
  }
}
