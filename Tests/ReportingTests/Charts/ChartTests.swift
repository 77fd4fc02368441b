import Survey
import Testing

@testable import Reporting

/// What holds for every chart, in English and in a language with longer words.
struct ChartTests {
  static let wordings = [Wording.english, ChartExamples.longer]

  @Test(arguments: ChartExamples.charts, wordings)
  func `texts lie on no other text and inside the drawing`(chart: Chart, wording: Wording) {
    let canvas = chart.canvas(wording: wording)
    #expect(wording.missing(in: .joined(canvas.phrases)).isEmpty)
    for (place, box) in canvas.texts.enumerated() {
      #expect(box.left >= 0 && box.right <= Canvas.width && box.top >= 0 && box.bottom <= canvas.y, "\(box)")
      for other in canvas.texts[..<place] {
        let meets = box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom
        #expect(!meets, "“\(box.text)” lies on “\(other.text)”")
      }
    }
  }

  @Test(arguments: ChartExamples.charts)
  func `texts stand out from what they stand on by four and a half to one`(chart: Chart) {
    for box in chart.canvas(wording: .english).texts {
      #expect(PaintTests.contrast(box.paint.light, box.ground.light) >= 4.5)
      #expect(PaintTests.contrast(box.paint.dark, box.ground.dark) >= 4.5)
    }
  }

  @Test(arguments: ChartExamples.charts, wordings)
  func `the drawing is well-formed XML with one title, one description and ids of its own`(
    chart: Chart, wording: Wording
  ) throws {
    for text in [chart.svg(wording: wording), chart.file(wording: wording)] {
      let drawing = try Drawn(text)
      #expect(drawing.root["role"] == "img")
      #expect(drawing.root["aria-labelledby"] == "\(chart.id)-title \(chart.id)-desc")
      #expect(drawing.texts["title"] == [wording.text(chart.title)])
      #expect(drawing.texts["desc"] == [wording.text(chart.finding)])
      #expect(Set(drawing.ids).count == drawing.ids.count)
      #expect(drawing.ids.allSatisfy { $0.hasPrefix("\(chart.id)-") })
      #expect(drawing.references.allSatisfy { drawing.ids.contains($0) })
      #expect(drawing.elements.isDisjoint(with: ["script", "image", "foreignObject", "a", "animate"]))
      #expect(drawing.root["viewBox"]?.hasPrefix("0 0 420 ") == true)
    }
  }

  @Test(arguments: ChartExamples.charts)
  func `no text is smaller than eleven pixels on a screen of 320`(chart: Chart) throws {
    for size in try Drawn(chart.svg(wording: .english)).sizes { #expect(size * 320 / Canvas.width >= 11) }
  }

  @Test(arguments: ChartExamples.charts)
  func `a mark that is drawn is explained in the drawing, and stands in the table`(chart: Chart) {
    let texts = chart.canvas(wording: .english).texts.map(\.text)
    for mark in Mark.allCases where texts.contains(where: { $0.hasSuffix(mark.rawValue) }) {
      #expect(texts.contains { $0.hasPrefix(mark.rawValue) && $0 != mark.rawValue })
      #expect(chart.table.rows.joined().contains(mark.phrase))
    }
  }

  @Test func `texts that XML sets apart come back as they were`() throws {
    let name = "<b>A & B</b> \"C\" \u{1}"
    let chart = Chart(
      id: "x", .league(LeagueChart(title: .verbatim(name), rangeName: "range", all: [])))
    #expect(try Drawn(chart.file(wording: .english)).texts["title"] == ["<b>A & B</b> \"C\" \u{FFFD}"])
  }

  @Test(arguments: ChartExamples.charts) func `drawing twice gives the same bytes`(chart: Chart) {
    #expect(chart.svg(wording: .english) == chart.svg(wording: .english))
  }
}
