import Testing

@testable import Statistics

@Suite struct RanksTests {
  @Test("The highest score has rank 1; ties share the smallest or the mean rank")
  func ties() {
    #expect(Ranks.competition([40, 60, 60, 10]) == [3, 1, 1, 4])
    #expect(Ranks.fractional([40, 60, 60, 10]) == [3, 1.5, 1.5, 4])
    #expect(Ranks.competition([]) == [])
    #expect(Ranks.competition([5, 5, 5]) == [1, 1, 1])
  }

  @Test("Sums that differ in the last bit are tied; scores that round alike are not")
  func tolerance() {
    #expect(Ranks.competition([0.1 + 0.2, 0.3]) == [1, 1])
    #expect(Ranks.competition([61.04, 61.01]) == [1, 2])
  }

  @Test("Ranks do not depend on the order of the units")
  func order() {
    let scores = [3.0, 9, 9, 1, 4, 9, 3]
    let ranks = Ranks.competition(scores)
    #expect(Ranks.competition(scores.reversed()) == ranks.reversed())
    #expect(Ranks.fractional(scores).reduce(0, +) == 28)
  }
}
