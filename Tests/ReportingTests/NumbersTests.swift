import Survey
import Testing

@testable import Reporting

struct NumbersTests {
  @Test(arguments: [
    (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
    (21, "21st"), (101, "101st"), (111, "111th"), (1_002, "1,002nd"),
  ])
  func `ordinals as they are read aloud`(number: Int, words: String) {
    #expect(Words.ordinal(number).english == words)
  }

  @Test func `one decimal, halves away from zero, no minus before zero`() {
    #expect(Words.decimal(23.125).english == "23.1")
    #expect(Words.decimal(0.25).english == "0.3")
    #expect(Words.decimal(-0.25).english == "-0.3")
    #expect(Words.decimal(-0.04).english == "0.0")
    #expect(Words.decimal(100).english == "100.0")
  }

  @Test func `p-values have three decimals and a floor`() {
    #expect(Words.probability(0.0178571428).english == "0.018")
    #expect(Words.probability(0.00099).english == "under 0.001")
    #expect(Words.probability(1).english == "1.000")
  }

  @Test func `counts, people and lists`() {
    #expect(Words.count(1_234_567).english == "1,234,567")
    #expect(Words.people(1).english == "1 person")
    #expect(Words.people(1_000).english == "1,000 people")
    #expect(Words.list(["a"]).english == "a")
    #expect(Words.list(["a", "b", "c"]).english == "a, b and c")
    #expect(Words.ordinals(1...4).english == "1st to 4th")
    #expect(Words.ordinals(3...3).english == "3rd")
    #expect(Words.level(0.95).english == "95")
    #expect(Words.level(0.995).english == "99.5")
  }
}
