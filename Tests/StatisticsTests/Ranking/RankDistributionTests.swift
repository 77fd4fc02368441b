import Testing

@testable import Statistics

@Suite struct RankDistributionTests {
  @Test("Twelve organisations, 1,000 stored draws: probabilities, quantiles and SUCRA of a second program")
  func bootstrapRanks() throws {
    let (_, draws) = try RankConfidenceSetsTests().bootstrapCase()
    let distribution = RankDistribution(draws: draws)
    let probabilities = try cells("composite/bootstrap-ranks/out_rank_prob.csv")
    let pairs = try cells("composite/bootstrap-ranks/out_pairwise_prob.csv")
    let superiority = RankDistribution.superiority(draws: draws)
    let sucra = try #require(distribution.sucra)
    let first = distribution.probability(ofFirst: 1)
    let three = distribution.probability(ofFirst: 3)
    for (unit, row) in try cells("composite/bootstrap-ranks/out_rank_table.csv").dropFirst().enumerated() {
      let numbers = row.map { Double($0) ?? .nan }
      #expect(agrees(distribution.meanRanks[unit], numbers[7]))
      for (place, probability) in [(8, 0.5), (9, 0.05), (10, 0.95), (11, 0.025), (12, 0.975)] {
        #expect(agrees(distribution.quantiles(probability)[unit], numbers[place]))
      }
      #expect(agrees(first[unit], numbers[13]) && agrees(three[unit], numbers[14]))
      #expect(agrees(sucra[unit], numbers[15]))
      for other in 0..<12 {
        #expect(agrees(Double(distribution.ranks[unit][other]) / 1_000, Double(probabilities[unit][other]) ?? .nan))
        #expect(agrees(superiority[unit][other], Double(pairs[unit][other]) ?? .nan))
      }
    }
  }

  @Test("Ties share places: each place is given out once a draw, and SUCRA's mean is one half")
  func ties() throws {
    let draws = [[3.0, 1, 2], [3, 1, 1], [1, 1, 2], [0, 4, 2]]
    let distribution = RankDistribution(draws: draws)
    // Draw 1: units 0 and 1 share the first two places; draw 3: units 0, 2 and 3 share the first three.
    #expect(distribution.ranks[0] == [2, 1, 0, 0] && distribution.ranks[1] == [1, 1, 0, 1])
    #expect(agrees(distribution.places[0][0], 0.5 + 0 + 1.0 / 3))
    for place in 0..<4 { #expect(agrees(distribution.places.reduce(0) { $0 + $1[place] }, 3)) }
    #expect(agrees(try #require(distribution.sucra).reduce(0, +) / 4, 0.5))
    let pairs = RankDistribution.superiority(draws: draws)
    #expect(agrees(pairs[0][1], (0.5 + 0.5 + 1) / 3))
    for a in 0..<4 { for b in 0..<4 { #expect(agrees(pairs[a][b] + pairs[b][a], 1)) } }
  }

  @Test("One unit is first of one, and has no SUCRA")
  func alone() {
    let distribution = RankDistribution(draws: [[1, 2]])
    #expect(distribution.sucra == nil && distribution.probability(ofFirst: 1) == [1])
  }
}
