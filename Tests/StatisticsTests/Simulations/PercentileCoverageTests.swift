import TestSupport
import Testing

@testable import Statistics

/// The interval of a percentile holds the share of organisations like the peers that lie below the true score.
///
/// Peers' scores are normal about 50 with a deviation of 8 between organisations and an error of 5 from their people; one's own people are
/// drawn about a true score. So the true share is that of a normal distribution with variance 89 below it.
@Suite struct PercentileCoverageTests {
  /// How often the interval holds the true share, and how often that of a score taken as known would.
  private func covered(
    true score: Double, people: Int, peers count: Int, repetitions: Int, seed: UInt64
  ) throws -> (both: Double, known: Double) {
    var random = RandomStream(seed: seed)
    let share = 1 - GSL.normalUpperTail((score - 50) / 89.0.squareRoot())
    var held = (both: 0, known: 0)
    for _ in 0..<repetitions {
      let peers = (0..<count).map { _ in 50 + 89.0.squareRoot() * random.normal() }
      let own = Moments((0..<people).map { _ in score + 15 * random.normal() })
      let error = try #require(own.standardError)
      let rank = try PercentileRank(
        own.mean, standardError: error, degreesOfFreedom: Double(people - 1), among: peers)
      let known = try PercentileRank(own.mean, standardError: 0, degreesOfFreedom: 1, among: peers)
      if (rank.interval.lower...rank.interval.upper).contains(share) { held.both += 1 }
      if (known.interval.lower...known.interval.upper).contains(share) { held.known += 1 }
    }
    return (Double(held.both) / Double(repetitions), Double(held.known) / Double(repetitions))
  }

  @Test(
    "Holds the truth in 95 of 100 samples or more, in the middle and at the ends, for few people and many",
    arguments: [(50.0, 6, 12), (58.0, 8, 24), (72.0, 30, 30), (38.0, 5, 10)])
  func coverage(score: Double, people: Int, peers: Int) throws {
    let runs = Replications(150, long: 10_000)
    let held = try covered(true: score, people: people, peers: peers, repetitions: runs.count, seed: 11)
    Replications.say(
      "percentile, \(people) people, \(peers) peers, true score \(score): \(held.both), known \(held.known)")
    #expect(held.both >= runs.band(0.95).lowerBound)
  }

  @Test("Taking one's own score as known holds it too seldom")
  func known() throws {
    let runs = Replications(300, long: 10_000)
    let held = try covered(true: 50, people: 6, peers: 24, repetitions: runs.count, seed: 12)
    #expect(held.known < runs.band(0.95).lowerBound)
  }
}
