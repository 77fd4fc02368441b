import Survey
import Testing

@testable import Reporting

struct LikertChartTests {
  private func chart(_ counts: [[Int]?], _ style: LikertStyle = .stacked) -> LikertChart {
    LikertChart(
      title: "T", answers: (1...5).map { .count($0) },
      items: counts.enumerated().map { place, counts in
        .init(text: .count(place), bars: [.init(name: nil, counts: counts, mark: .suppressed)])
      }, style: style)
  }

  @Test func `pieces of a bar lie end to end and are as wide as their shares`() {
    // The bar is 412 wide from 4: shares of 1/10, 2/10, 4/10, 2/10 and 1/10.
    let pieces = chart([[1, 2, 4, 2, 1]]).segments([0.1, 0.2, 0.4, 0.2, 0.1])
    let expected = [(4, 41.2), (45.2, 82.4), (127.6, 164.8), (292.4, 82.4), (374.8, 41.2)]
    #expect(zip(pieces, expected).allSatisfy { abs($0.x - $1.0) < 1e-9 && abs($0.width - $1.1) < 1e-9 })
  }

  @Test func `diverging bars meet at the line, and neutral answers stand apart on the same scale`() {
    // Against 0.3, neutral 0.4 and favour 0.3 of (412 - 16) units: the line is at 4 + 0.3 × 396, neutral begins after 0.6 × 396 and the gap.
    let pieces = chart([[1, 2, 4, 2, 1]], .diverging).segments([0.1, 0.2, 0.4, 0.2, 0.1])
    let expected = [(4, 39.6), (43.6, 79.2), (257.6, 158.4), (122.8, 79.2), (202, 39.6)]
    #expect(zip(pieces, expected).allSatisfy { abs($0.x - $1.0) < 1e-9 && abs($0.width - $1.1) < 1e-9 })
  }

  @Test func `the sentence most agreed with comes first, withheld ones last`() {
    let chart = chart([nil, [5, 0, 0, 5, 0], [0, 0, 1, 1, 8]])
    #expect(chart.items.map(\.text) == [.count(2), .count(1), .count(0)])
    #expect(chart.items.map { $0.bars[0].agree } == [0.9, 0.5, nil])
    #expect(Wording.english.text(chart.finding) == "90.0% agree that “2” 50.0% agree that “1”")
  }

  @Test func `an even number of answers has no middle`() {
    let bar = LikertChart.Bar(name: nil, counts: [1, 1, 1, 1], mark: .suppressed)
    #expect(bar.agree == 0.5)
    #expect((0..<4).map { Paint.likert($0, of: 4) } == [.against3, .against1, .favour1, .favour3])
    #expect((0..<5).map { Paint.likert($0, of: 5) } == [.against3, .against1, .neutral, .favour1, .favour3])
    #expect(
      (0..<7).map { Paint.likert($0, of: 7) } == [
        .against3, .against2, .against1, .neutral, .favour1, .favour2, .favour3,
      ])
  }

  @Test func `a withheld bar is hatched whole and gives no share away`() throws {
    let drawn = try Drawn(Chart(id: "l", .likert(chart([nil]))).svg(wording: .english))
    let hatched = drawn.all.filter { $0.attributes["fill"] == "url(#l-hatch)" }.map(\.attributes)
    #expect(hatched.map { $0["width"] } == ["412"])
    #expect(chart([nil]).table.rows == [[.count(0)] + [Phrase](repeating: Mark.suppressed.phrase, count: 7)])
  }

  @Test func `nobody's answers are no bar`() {
    #expect(chart([[0, 0, 0, 0, 0]]).items[0].bars[0].shares == nil)
  }
}
