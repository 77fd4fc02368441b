import Testing

@testable import Survey

@Suite("Cells that need a second look")
struct CellTextTests {
  @Test(
    "Hundredths of a point",
    arguments: [
      ("0", 0), ("100", 10_000), ("2.5", 250), ("33.33", 3_333), ("7.", 700), (".5", 50), ("007", 700), ("33.333", nil),
      ("1,5", nil), ("", nil), (".", nil), ("-1", nil), ("1e2", nil), ("５", nil), ("99999999", nil),
    ] as [(String, Int?)])
  func hundredths(text: String, value: Int?) {
    #expect(CellText.hundredths(text) == value)
  }

  @Test(
    "Whole numbers",
    arguments: [("3", 3), ("3.0", 3), ("-2", -2), ("10", 10), ("3.5", nil), ("12345", nil), ("+3", nil), ("", nil)]
      as [(String, Int?)])
  func wholeNumbers(text: String, value: Int?) {
    #expect(CellText.wholeNumber(text) == value)
  }

  @Test(
    "Numbers are finite and plain",
    arguments: [("1.5", 1.5), ("1e3", 1000), ("inf", nil), ("nan", nil), ("0x1p3", nil)] as [(String, Double?)])
  func numbers(text: String, value: Double?) {
    #expect(CellText.number(text) == value)
  }

  @Test(
    "Points are written without trailing zeros",
    arguments: [(250, "2.5"), (10_000, "100"), (5, "0.05"), (9_025, "90.25")])
  func points(hundredths: Int, text: String) {
    #expect(PointsText.text(hundredths) == text)
  }

  @Test("A quoted cell is one short line")
  func quoted() {
    #expect(CellText.quoted("a\nb") == "“a b”")
    #expect(CellText.quoted(String(repeating: "x", count: 41)).count == 42)
  }
}
