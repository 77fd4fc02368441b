import Testing

@testable import Readiness

@Suite struct OrganizationRankingTests {
  @Test func ranksLeaveOutWhatIsMissing() {
    #expect(OrganizationRanking.ranks([50, nil, 70, 50, 60]) == [3, nil, 1, 3, 2])
    #expect(OrganizationRanking.ranks([]).isEmpty)
  }

  @Test func theThreeLowestListTiesAtTheThirdPlace() {
    let scores = [("d01", 50.0), ("d02", 20.0), ("d03", 40.0), ("d04", 50.0), ("d05", 60.0)].map { (id: $0, score: $1) }
    #expect(OrganizationRanking.threeLowest(scores) == ["d02", "d03", "d01", "d04"])
    #expect(OrganizationRanking.threeLowest(Array(scores.prefix(2))) == ["d02", "d01"])
  }

  @Test func aRankLiesInItsSets() {
    var stream = RandomStream(seed: 3)
    let scores = (0..<8).map { Double($0 * $0) }
    let draws = scores.map { score in (0..<500).map { _ in score + 5 * stream.normal() } }
    let ranking = OrganizationRanking(
      scores: scores, people: scores.map { _ in 30 }, draws: draws, level: 0.95)
    #expect(ranking.ranks == [8, 7, 6, 5, 4, 3, 2, 1])
    for index in scores.indices {
      #expect(ranking.rankSets[index].contains(ranking.ranks[index]))
      #expect(ranking.bands[index].lowerBound <= ranking.rankSets[index].lowerBound)
      #expect(ranking.bands[index].upperBound >= ranking.rankSets[index].upperBound)
    }
    // The readiest stands 13 points clear at a standard error of 7 for the difference; the lowest two overlap.
    #expect(ranking.rankSets[0].contains(7))
  }
}
