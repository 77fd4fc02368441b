import Testing

@testable import Statistics

@Suite struct PercentileRankTests {
  @Test("Share, counts and limits agree with R 4.2.2 (`percentile.R`), by quadrature and by two million draws")
  func reference() throws {
    let reference = try Reference("statistics/percentile")
    let peers = reference["peers"].doubles
    for row in reference["rank"].list {
      let rank = try PercentileRank(
        row[0].double, standardError: row[1].double, degreesOfFreedom: row[2].double, among: peers,
        level: row[3].double)
      #expect(agrees(rank.value, row[4].double) && rank.below == row[5].int && rank.above == row[6].int)
      #expect(agrees(rank.interval.lower, row[7].double, relative: 1e-7))
      #expect(agrees(rank.interval.upper, row[8].double, relative: 1e-7))
      #expect(agrees(rank.interval.lower, row[9].double, absolute: 2e-3))
      #expect(agrees(rank.interval.upper, row[10].double, absolute: 2e-3))
    }
    // Seven of twelve peers lie below 51, so a score that is known has Jeffreys' limits.
    let known = try PercentileRank(51, standardError: 0, degreesOfFreedom: 1, among: peers)
    #expect(agrees(known.interval, reference["known"], relative: 1e-9))
  }

  @Test("Turning the scale turns the percentile; the interval holds the share; chance in the score widens it")
  func laws() throws {
    let peers = [12.0, 30, 30, 41, 55, 60, 71, 80, 80, 93]
    for score in [5.0, 30, 58, 99] {
      let one = try PercentileRank(score, standardError: 9, degreesOfFreedom: 8, among: peers)
      let turned = try PercentileRank(-score, standardError: 9, degreesOfFreedom: 8, among: peers.map { -$0 })
      #expect(agrees(one.value, 1 - turned.value) && one.below == turned.above)
      #expect(agrees(one.interval.lower, 1 - turned.interval.upper, absolute: 1e-12))
      #expect(one.interval.lower <= one.value && one.value <= one.interval.upper)
    }
    let known = try PercentileRank(58, standardError: 0, degreesOfFreedom: 8, among: peers)
    let unsure = try PercentileRank(58, standardError: 9, degreesOfFreedom: 8, among: peers)
    #expect(unsure.interval.lower < known.interval.lower && known.interval.upper < unsure.interval.upper)
  }

  @Test("With everybody below the upper limit is 1; without peers there is no place among them")
  func ends() throws {
    let first = try PercentileRank(99, standardError: 1, degreesOfFreedom: 8, among: [40, 50, 60])
    #expect(first.value == 1 && first.interval.upper == 1 && first.interval.lower > 0.3)
    #expect(throws: SampleFault.emptyGroup(0)) {
      try PercentileRank(50, standardError: 1, degreesOfFreedom: 3, among: [])
    }
  }
}
