import Testing

@testable import Statistics

@Suite struct ScoreSumDistributionTests {
  @Test("Two of 1, 2, 2, 5 by hand: 3 twice, 4, 6, 7 twice, each of six pairs")
  func byHand() throws {
    let distribution = try #require(
      ScoreSumDistribution(counts: [1, 2, 1], scores: [1, 2, 5], drawn: 2, stepLimit: 1000))
    #expect(distribution.positions == [3, 4, 6, 7])
    for (got, expected) in zip(distribution.probabilities, [2.0 / 6, 1.0 / 6, 1.0 / 6, 2.0 / 6]) {
      #expect(agrees(got, expected, relative: 1e-14))
    }
    #expect(agrees(distribution.probability(atLeastAsFarFrom: 5, as: 7), 4.0 / 6, relative: 1e-14))
    #expect(distribution.probability(atLeastAsFarFrom: 5, as: 5) == 1)
  }

  @Test("Drawing most people is drawing the few that are left over")
  func complement() throws {
    let three = try #require(ScoreSumDistribution(counts: [1, 2, 1], scores: [1, 2, 5], drawn: 3, stepLimit: 1000))
    #expect(three.positions == [5, 8, 9])
    #expect(agrees(three.probabilities[1], 0.5, relative: 1e-14))
    let all = try #require(ScoreSumDistribution(counts: [1, 2, 1], scores: [1, 2, 5], drawn: 4, stepLimit: 1000))
    #expect(all.positions == [10])
  }

  @Test("Sums of independent statistics, on one lattice or sorted")
  func sums() throws {
    let coin = try #require(ScoreSumDistribution(counts: [1, 1], scores: [0, 1], drawn: 1, stepLimit: 10))
    let far = coin.scaled(by: 1_000_000_007)
    let sum = try #require(ScoreSumDistribution(sumOf: [coin, coin, far, far], stepLimit: 10_000))
    #expect(sum.positions.count == 9 && sum.positions.last == 2_000_000_016)
    #expect(sum.probabilities[0] == 1.0 / 16 && sum.probabilities[4] == 1.0 / 4)
    #expect(ScoreSumDistribution(sumOf: [coin, coin, far, far], stepLimit: 3) == nil)
  }

  @Test("Work past the limit is refused before it is done")
  func limit() {
    let counts = [Int](repeating: 10, count: 40)
    #expect(ScoreSumDistribution(counts: counts, scores: Array(0..<40), drawn: 200, stepLimit: 100_000) == nil)
  }
}
