import Foundation
import TestSupport
import Testing

@testable import Readiness

@Suite struct PeerStandingTests {
  private struct Reference: Decodable {
    let peers: [Double]
    let people: [Double]
    let difference: [Double]
  }

  private func reference() throws -> Reference {
    try JSONDecoder().decode(
      Reference.self, from: Data(contentsOf: Repository.url("Tests/References/statistics/percentile.json")))
  }

  @Test(
    "The difference from the peers and its intervals are those of t.test of R 4.2.2, people against peers (`percentile.R`)"
  )
  func welch() throws {
    let reference = try reference()
    let moments = Moments(reference.people)
    let own = BenchmarkRecord.Figure(
      measure: "d01", people: moments.count, value: moments.mean, standardDeviation: moments.standardDeviation,
      standardError: moments.standardError)
    let standing = try #require(PeerStanding(own, among: reference.peers, level: 0.95, family: 11))
    let got = [
      standing.difference, standing.interval.lower, standing.interval.upper, standing.together.lower,
      standing.together.upper,
    ]
    for (value, expected) in zip(got, reference.difference) { #expect(abs(value - expected) < 1e-9) }
    #expect(got.count == reference.difference.count && standing.percentile != nil)
  }

  @Test("Fewer than five peers are not put together, fewer than ten give no percentile, equal answers no interval")
  func least() {
    func own(_ error: Double?) -> BenchmarkRecord.Figure {
      BenchmarkRecord.Figure(measure: "d01", people: 8, value: 60, standardDeviation: 9, standardError: error)
    }
    let peers = (0..<10).map { 40 + Double($0) }
    #expect(PeerStanding(own(3), among: Array(peers.prefix(4)), level: 0.95, family: 1) == nil)
    #expect(
      PeerStanding(own(3), among: Array(peers.prefix(5)), level: 0.95, family: 1).map { $0.percentile == nil } == true)
    #expect(
      PeerStanding(own(3), among: Array(peers.prefix(9)), level: 0.95, family: 1).map { $0.percentile == nil } == true)
    #expect(PeerStanding(own(3), among: peers, level: 0.95, family: 1)?.percentile?.value == 1)
    #expect(PeerStanding(own(0), among: peers, level: 0.95, family: 1) == nil)
    #expect(PeerStanding(own(nil), among: peers, level: 0.95, family: 1) == nil)
  }
}
