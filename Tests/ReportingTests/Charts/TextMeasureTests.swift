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
