import Tabular
import Testing

@Suite("Numbers are spelled alike everywhere")
struct NumberTextTests {
  @Test(
    "The shortest form",
    arguments: [
      (1, "1"), (-0.0, "0"), (0.1, "0.1"), (100.0 / 3, "33.333333333333336"), (-2.5, "-2.5"), (1e300, "1e+300"),
      (.infinity, ""), (.nan, ""),
    ] as [(Double, String)])
  func shortest(number: Double, text: String) {
    #expect(NumberText.shortest(number) == text)
  }

  @Test("The shortest form reads back the same")
  func roundTrip() {
    var number = 1.0 / 3
    for _ in 0..<1_000 {
      number = (number * 1.7).truncatingRemainder(dividingBy: 977)
      #expect(Double(NumberText.shortest(number)) == number)
    }
  }

  @Test(
    "A fixed number of decimals",
    arguments: [
      (64.25, 1, "64.3"), (-0.04, 1, "0.0"), (-0.05, 1, "-0.1"), (99.96, 1, "100.0"), (7, 0, "7"), (1.005, 3, "1.005"),
      (0.5, 2, "0.50"), (2e9, 1, "2000000000"),
    ] as [(Double, Int, String)])
  func fixed(number: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(number, decimals: decimals) == text)
  }
}
