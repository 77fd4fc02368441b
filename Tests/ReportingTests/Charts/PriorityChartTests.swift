import Survey
import Testing

@testable import Reporting

struct PriorityChartTests {
  @Test func `few barriers carry their names, many carry numbers that a list explains`() {
    let few = Chart(id: "p", .priority(ChartExamples.priority([0, 5]))).canvas(wording: .english).texts.map(\.text)
    #expect(few.contains("No time") && !few.contains("1"))
    let many = Chart(id: "p", .priority(ChartExamples.priority(Array(0..<11)))).canvas(wording: .english).texts
    #expect((1...10).allSatisfy { number in many.count { $0.text == "\(number)" } >= 2 })
  }

  @Test func `both intervals cross at the dot`() throws {
    let chart = PriorityChart(
      title: "T", rangeName: "R",
      points: [.init(name: "A", need: .known(50, range: 40...60), money: .known(10, range: 5...20))])
    let drawn = try Drawn(Chart(id: "p", .priority(chart)).svg(wording: .english))
    let dot = try #require(drawn.all.first { $0.name == "circle" }?.attributes)
    // 50 is half way from 40 to 60 on the scale between 44 and 408; 10 is half way from 0 to 20.
    #expect(dot["cx"] == "226")
    let lines = drawn.all.filter { $0.attributes["class"] == "s-hatch" }.map(\.attributes)
    #expect(lines.count == 2)
    #expect(lines[0]["x1"] == "44" && lines[0]["x2"] == "408" && lines[0]["y1"] == dot["cy"])
    #expect(lines[1]["x1"] == "226" && lines[1]["x2"] == "226")
  }

  @Test func `a barrier with one withheld number is listed and not placed`() throws {
    let chart = PriorityChart(
      title: "T", rangeName: "R",
      points: [
        .init(name: "A", need: .known(90, range: nil), money: .withheld(.suppressed)),
        .init(name: "B", need: .known(50, range: nil), money: .known(10, range: nil)),
      ])
    let drawn = try Drawn(Chart(id: "p", .priority(chart)).svg(wording: .english))
    #expect(drawn.all.count { $0.name == "circle" } == 1)
    #expect(drawn.texts["text"]?.contains("A [c]") == true)
    #expect(chart.points.map(\.name) == ["B", "A"])
    #expect(Wording.english.text(chart.finding) == "The strongest barrier is B: severity 50.0, 10.0% of the money.")
  }
}
