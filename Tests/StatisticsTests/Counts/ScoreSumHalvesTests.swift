import Testing

@testable import Statistics

@Suite struct ScoreSumHalvesTests {
  @Test("Meeting in the middle agrees with the convolution", arguments: [UInt64(1), 2, 3, 4, 5])
  func twoRoads(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let counts = (0..<(2 + Int(seed))).map { _ in random.below(5) + 1 }
    let scores = counts.indices.map { 2 * $0 * $0 + random.below(2) }
    let total = counts.reduce(0, +)
    let drawn = 1 + random.below(total - 1)
    let halves = ScoreSumHalves(counts: counts, scores: scores, drawn: drawn)
    let distribution = try #require(
      ScoreSumDistribution(counts: counts, scores: scores, drawn: drawn, stepLimit: .max))
    let centre = distribution.positions[distribution.positions.count / 2]
    for position in distribution.positions {
      let one = halves.probability(atLeastAsFarFrom: centre, as: position)
      let other = distribution.probability(atLeastAsFarFrom: centre, as: position)
      #expect(agrees(one, other, relative: 1e-12))
    }
  }

  @Test("Five categories at 500 against 500 take millions of steps, not billions")
  func steps() {
    let halves = ScoreSumHalves(counts: [200, 200, 200, 200, 200], scores: [201, 601, 1001, 1401, 1801], drawn: 500)
    #expect(halves.steps < 2e7)
  }
}
