import Testing

@testable import Statistics

@Suite struct ConcordanceTests {
  /// R 4.2.2 on two items of the synthetic survey.
  @Test func survey() throws {
    let expected = try Reference("statistics/kendall_tau_b_ties_survey")["expected"]
    let (x, y) = try surveyPairs()
    for pairs in [Concordance(x, y), Concordance(CrossCounts(x, y))] {
      #expect(pairs.concordant == expected["C"].int && pairs.discordant == expected["D"].int)
      #expect(pairs.tiedOnFirst == expected["Tx"].int && pairs.tiedOnSecond == expected["Ty"].int)
      #expect(pairs.tiedOnBoth == expected["Txy"].int)
      #expect(agrees(pairs.tauB, expected["tau_b"].double))
      #expect(agrees(pairs.gamma, expected["gamma"].double))
      #expect(agrees(pairs.somersSecondGivenFirst, expected["somers_dyx"].double))
      #expect(agrees(pairs.tauC, expected["stuart_tau_c"].double))
    }
  }

  /// Merging and counting from a table are two roads to the same pairs.
  @Test func twoRoads() {
    var stream = RandomStream(seed: 11)
    for size in [1, 2, 3, 17, 60] {
      let x = (0..<size).map { _ in Double(stream.below(6)) }
      let y = (0..<size).map { _ in Double(stream.below(9)) }
      #expect(Concordance(x, y) == Concordance(CrossCounts(x, y)))
    }
  }

  @Test func nothingVariesIsNothing() {
    let pairs = Concordance([1, 1, 1], [2, 2, 2])
    #expect(pairs.tauB == nil && pairs.gamma == nil && pairs.tauC == nil && pairs.nullVariance == 0)
    #expect(pairs.somersSecondGivenFirst == nil && pairs.somersFirstGivenSecond == nil)
  }
}
