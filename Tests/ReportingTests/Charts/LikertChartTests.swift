import Survey
import Testing

@testable import Reporting

struct LikertChartTests {
  /// Sentences called 0, 1 …, answered by as many people as their counts say, or by `people`.
  private func chart(_ counts: [[Int?]?], people: Int? = nil, _ style: LikertStyle = .stacked) -> LikertChart {
    LikertChart(
      title: "T", answers: (1...5).map { .count($0) },
      items: counts.enumerated().map { place, counts in
        let bar = counts.map { counts in
          LikertBar(name: nil, counts: counts, people: people ?? counts.compactMap(\.self).reduce(0, +))
        }
        return .init(text: .count(place), bars: [bar ?? LikertBar(name: nil, withheld: .suppressed)])
      }, style: style)
  }

  private func places(_ chart: LikertChart, _ expected: [(Double, Double)]) -> Bool {
    let pieces = chart.segments(chart.items[0].bars[0])
    return pieces.count == expected.count
      && zip(pieces, expected).allSatisfy { abs($0.x - $1.0) < 1e-9 && abs($0.width - $1.1) < 1e-9 }
  }

  @Test func `pieces of a bar lie end to end and are as wide as their shares`() {
    // The bar is 412 wide from 4: shares of 1/10, 2/10, 4/10, 2/10 and 1/10.
    #expect(
      places(
        chart([[1, 2, 4, 2, 1, 0]]), [(4, 41.2), (45.2, 82.4), (127.6, 164.8), (292.4, 82.4), (374.8, 41.2), (416, 0)]))
    // Of 20 people 2, 4, 3 and 1 are told; the others, one half, stand at the end.
    #expect(
      places(
        chart([[2, nil, 4, nil, 3, 1]], people: 20),
        [(4, 41.2), (45.2, 82.4), (127.6, 61.8), (189.4, 20.6), (210, 206)]))
  }

  @Test func `diverging bars meet at the line, and whatever is neither stands apart on the same scale`() {
    // Against 0.3, neutral 0.4 and favour 0.3 of (412 - 16) units: the line is at 4 + 0.3 × 396, neutral begins after 0.6 × 396 and the gap.
    #expect(
      places(
        chart([[1, 2, 4, 2, 1, 0]], .diverging),
        [(4, 39.6), (43.6, 79.2), (257.6, 158.4), (122.8, 79.2), (202, 39.6), (416, 0)]))
    // Against 0.1, favour 0.15, apart 0.2 + 0.05 + 0.5: the line is at 4 + 0.1 × 396, apart begins at 4 + 0.25 × 396 + 16.
    #expect(
      places(
        chart([[2, nil, 4, nil, 3, 1]], people: 20, .diverging),
        [(4, 39.6), (119, 79.2), (43.6, 59.4), (198.2, 19.8), (218, 198)]))
    // Both disagreements together stand on their side: against 1/3, favour 1/3, apart 1/3.
    #expect(
      places(
        chart([[nil, nil, 4, 3, 1, 0]], people: 12, .diverging),
        [(4, 132), (284, 132), (136, 99), (235, 33), (416, 0)]))
    // Nothing apart, no gap.
    #expect(
      places(chart([[1, 0, 0, 0, 1, 0]], .diverging), [(4, 206), (210, 0), (416, 0), (210, 0), (210, 206), (416, 0)]))
  }

  @Test func `the sentence most agreed with comes first, withheld ones last`() {
    let chart = chart([nil, [5, 0, 0, 5, 0, 0], [0, 0, 1, 1, 8, 0]])
    #expect(chart.items.map(\.text) == [.count(2), .count(1), .count(0)])
    #expect(chart.items.map { $0.bars[0].agree?.lowerBound } == [0.9, 0.5, nil])
    #expect(
      Wording.english.text(chart.finding)
        == "90.0% agree that “2” 50.0% agree that “1” 100% is everybody who was asked.")
  }

  @Test func `a range of those who agree is said as one, and ordered by its middle`() {
    // Of 20: 4 agree, one way or the other; 3 to 13, middle 8; 9.
    let chart = chart([[6, 6, 3, nil, nil, 1], [2, nil, 4, nil, 3, 1], [11, 0, 0, 9, 0, 0]], people: 20)
    #expect(chart.items.map(\.text) == [.count(2), .count(1), .count(0)])
    // 0 to 8, middle 4, stand after 3 to 13.
    let unsure = self.chart([[4, 4, nil, nil, 0, 4], [2, nil, 4, nil, 3, 1]], people: 20)
    let words = Wording.english.text(unsure.finding)
    #expect(words.hasPrefix("15.0% to 65.0% agree that “1” Up to 40.0% agree that “0” 100% is"))
  }

  @Test func `the table has every number, what is hidden, and how many are behind that`() {
    let table = chart([[2, nil, 4, nil, 3, 1], [9, 2, 0, 6, 3, 0]], people: 20).table
    let rows = table.rows.map { $0.map(Wording.english.text) }
    #expect(
      rows == [
        ["1", "45.0%", "10.0%", "0.0%", "30.0%", "15.0%", "0.0%", "0.0%", "45.0%", "20"],
        ["0", "10.0%", "[c]", "20.0%", "[c]", "15.0%", "5.0%", "50.0%", "15.0% to 65.0%", "20"],
      ])
    // Without anything hidden there is no such column.
    #expect(chart([[10, 2, 0, 5, 3, 0]]).table.columns.count == table.columns.count - 1)
  }

  @Test func `bars of one sentence by group are named by their groups, under the sentence`() {
    func table(_ items: Int) -> TextTable {
      let bars = [
        LikertBar(name: "A", counts: [1, 0, 0, 0, 1, 0], people: 2), LikertBar(name: "B", withheld: .suppressed),
      ]
      return LikertChart(
        title: "T", answers: (1...5).map { .count($0) },
        items: (0..<items).map { .init(text: .count($0), bars: bars) }, style: .stacked
      ).table
    }
    #expect(Wording.english.text(table(1).caption) == "T: “0”")
    #expect(table(1).rows.map { Wording.english.text($0[0]) } == ["A", "B"])
    #expect(
      table(2).rows.map { $0.prefix(2).map(Wording.english.text) } == [
        ["0", "A"], ["0", "B"], ["1", "A"], ["1", "B"],
      ])
    #expect(table(1).columns.first?.heading == "Who" && table(2).columns.first?.heading == "Sentence")
  }

  @Test func `what is in a piece is said by its answers, or by the others where they are fewer`() {
    func words(_ counts: [Int?]) -> String {
      let chart = chart([counts], people: 20)
      return chart.items[0].bars[0].together.map { Wording.english.text(chart.words($0)) } ?? ""
    }
    #expect(words([nil, nil, 4, 3, 1, 0]) == "“1” and “2”")
    #expect(words([3, nil, 4, 3, nil, nil]) == "“2”, “5” and no answer")
    #expect(words([8, nil, nil, nil, nil, 0]) == "everything but “1” and no answer")
    #expect(words([8, nil, nil, nil, nil, nil]) == "everything but “1”")
  }

  @Test func `answers that cannot be told apart are one hatched piece, named below the bar and in the key`() throws {
    let chart = Chart(id: "l", .likert(chart([[2, nil, 4, nil, 3, 1]], people: 20)))
    let drawn = try Drawn(chart.svg(wording: .english))
    let hatched = drawn.all.filter { $0.attributes["fill"] == "url(#l-hatch)" }.map(\.attributes)
    // In the key, the piece of one half, and before the words below the bar.
    #expect(hatched.map { $0["width"] } == ["22", "206", "22"])
    #expect(drawn.texts["text"]?.contains("Together 50.0%: “2” and “4”") == true)
    #expect(drawn.texts["text"]?.contains("15.0% to 65.0% agree") == true)
    #expect(drawn.texts["text"]?.contains("Cannot be told apart") == true)
  }

  @Test func `halves of a percent are rounded up`() throws {
    // 29 of 200 are 14.5%, and 0.145 as a double is a little less. Before them stand the key, 1 to 5, and the sentence, 0.
    let drawn = try Drawn(Chart(id: "l", .likert(chart([[29, 31, 50, 50, 40, 0]]))).svg(wording: .english))
    #expect(drawn.texts["text"]?.filter { Int($0) != nil }.dropFirst(6).prefix(2) == ["15", "16"])
  }

  @Test func `paints go from strong to weak on both sides`() {
    #expect((0..<4).map { Paint.likert($0, of: 4) } == [.against3, .against1, .favour1, .favour3])
    #expect((0...5).map { Paint.likert($0, of: 5) } == [.against3, .against1, .neutral, .favour1, .favour3, .paper])
    #expect(
      (0..<7).map { Paint.likert($0, of: 7) } == [
        .against3, .against2, .against1, .neutral, .favour1, .favour2, .favour3,
      ])
  }

  @Test func `a withheld bar is hatched whole and gives no share away`() throws {
    let drawn = try Drawn(Chart(id: "l", .likert(chart([nil]))).svg(wording: .english))
    let hatched = drawn.all.filter { $0.attributes["fill"] == "url(#l-hatch)" }.map(\.attributes)
    #expect(hatched.map { $0["width"] } == ["412"])
    #expect(chart([nil]).table.rows == [[.count(0)] + [Phrase](repeating: Mark.suppressed.phrase, count: 8)])
  }
}
