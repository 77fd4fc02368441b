import Statistics
import Testing

@testable import Readiness

@Suite("The nearest allocation that turns two units round") struct NearestOverturnTests {
  @Test("By hand: the largest gains first, in steps of five, to the factor that is worth least")
  func byHand() throws {
    // Lead: 50 × 0.2 + 30 × 0.1 − 20 × 0.1 = 11. A step from the first factor takes 1.5, from the second 1.
    let found = try #require(NearestOverturn(points: [50, 30, 20], worth: [0.2, 0.1, -0.1]))
    #expect(found.to == 2 && found.points == 40)
    #expect(found.gifts == [.init(from: 0, points: 40)])
    // With 10 points on the first, two steps of 1.5 and then the second's.
    let other = try #require(NearestOverturn(points: [10, 70, 20], worth: [0.2, 0.1, -0.1]))
    // Lead 2 + 7 − 2 = 7: two steps leave 4, five more leave −1.
    #expect(other.gifts == [.init(from: 0, points: 10), .init(from: 1, points: 25)] && other.points == 35)
  }

  @Test("A unit that is better on everything is passed by nobody; parts of a step cannot be moved; a tie is not passed")
  func never() {
    #expect(NearestOverturn(points: [50, 50], worth: [0.2, 0.1]) == nil)
    #expect(NearestOverturn(points: [4, 96], worth: [5, -0.01]) == nil)
    #expect(NearestOverturn(points: [50, 50], worth: [0, 0]) == nil)
    #expect(NearestOverturn(points: [50, 50], worth: [1, -1])?.points == 5)
  }

  @Test("No allocation on the grid that overturns is nearer", arguments: 0..<20)
  func brute(seed: Int) {
    var random = RandomStream(seed: UInt64(seed))
    let worth = (0..<4).map { _ in Double(random.below(41) - 12) }
    // Points of 100 in four factors.
    let cuts = (0..<3).map { _ in 5 * random.below(21) }.sorted()
    let start = [cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2]].map(Double.init)
    func lead(_ points: [Double]) -> Double { zip(points, worth).reduce(0) { $0 + $1.0 * $1.1 } }
    guard lead(start) >= 0 else { return }
    var best: Double?
    for a in stride(from: 0.0, through: 100, by: 5) {
      for b in stride(from: 0.0, through: 100 - a, by: 5) {
        for c in stride(from: 0.0, through: 100 - a - b, by: 5) {
          let points = [a, b, c, 100 - a - b - c]
          guard lead(points) < 0 else { continue }
          let moved = zip(points, start).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
          if moved < best ?? .infinity { best = moved }
        }
      }
    }
    #expect(NearestOverturn(points: start, worth: worth)?.points == best)
  }
}
