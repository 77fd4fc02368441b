import Survey
import Testing

@testable import Reporting

struct TextMeasureTests {
  @Test func `widths are the sums of the advances`() {
    // Arial: M 833, a 556, p 556, blank 278, i 222, t 278, ! 278 thousandths; and 3% more.
    #expect(abs(TextMeasure.width("Map it!", size: 10) - (833 + 556 + 556 + 278 + 222 + 278 + 278) / 100 * 1.03) < 1e-9)
    #expect(abs(TextMeasure.width("52", size: 16, bold: true) - 2 * 556 * 0.016 * 1.03) < 1e-9)
    #expect(TextMeasure.width("", size: 16) == 0)
  }

  @Test func `ŵ and ŷ are as wide as the letters they stand on`() {
    #expect(TextMeasure.width("ŵ", size: 16) == TextMeasure.width("w", size: 16))
    #expect(TextMeasure.width("ŷ", size: 16) >= TextMeasure.width("y", size: 16))
  }

  /// A line is held to its width in Arial, whatever typeface a reader has; not where most of it would be a guess.
  @Test func `words know their width in Arial, and letters of other scripts do not`() throws {
    let text = "Tŷ ‘Gŵyr’ – “â”"
    // T 611, y 500, blank 278, quotes 222 each, G 778, w 722, y 500, r 333, dash 556, double quotes 333 each, a 556 thousandths.
    let advances = [611, 500, 278, 222, 778, 722, 500, 333, 222, 278, 556, 278, 333, 556, 333]
    let width = try #require(TextMeasure.properWidth(text, size: 10))
    #expect(abs(width - Double(advances.reduce(0, +)) / 100) < 1e-9)
    #expect(abs(width * 1.03 - TextMeasure.width(text, size: 10)) < 1e-9)
    #expect(TextMeasure.properWidth("東京都", size: 10) == nil)
    #expect(TextMeasure.properWidth("Читатели", size: 10) == nil)
    #expect(TextMeasure.properWidth("Friends 🙂", size: 10) != nil)
  }

  @Test func `words are held to their width, numbers and other scripts are not`() {
    var canvas = Canvas(wording: .english, id: "held")
    canvas.text("Map it!", 0, 0, size: 10)
    canvas.text("52.3", 0, 20, size: 10)
    canvas.text("東京都", 0, 40, size: 10)
    let lines = canvas.body.split(separator: "\n")
    #expect(lines.count == 3 && lines[0].contains(" textLength=\"30.01\" lengthAdjust=\"spacingAndGlyphs\">Map it!<"))
    #expect(lines.dropFirst().allSatisfy { !$0.contains("textLength") })
  }

  @Test func `lines break at blanks and after hyphens`() {
    #expect(TextMeasure.wrap("Co-commission together", width: 90, size: 16) == ["Co-", "commission", "together"])
    #expect(TextMeasure.wrap("Map it!", width: 200, size: 16) == ["Map it!"])
    #expect(TextMeasure.wrap("", width: 200, size: 16) == [""])
  }

  @Test(arguments: [20.0, 45, 90, 300]) func `no line is wider than its limit and no letter is lost`(limit: Double) {
    let text = "Llanfairpwllgwyngyll Partnership for Co-production / Partneriaeth"
    let lines = TextMeasure.wrap(text, width: limit, size: 16)
    #expect(lines.allSatisfy { TextMeasure.width($0, size: 16) <= limit })
    #expect(lines.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
  }
}
