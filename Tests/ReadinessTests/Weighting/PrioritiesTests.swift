import Testing

@testable import Readiness

@Suite("Priorities: weight times gap") struct PrioritiesTests {
  @Test("Shares by hand: they add up to one, and nothing is asked of what meets the target")
  func byHand() {
    let shares = Priorities.shares(readiness: [40, 90, 60, nil], weights: [0.25, 0.25, 0.5, 0.5], target: 80)
    // 0.25 × 40 = 10, nothing, 0.5 × 20 = 10.
    #expect(shares == [0.5, 0, 0.5, nil])
    #expect(Priorities.shares(readiness: [90, 95], weights: [0.5, 0.5], target: 80) == [0, 0])
    #expect(Priorities.shares(readiness: [10, 20], weights: [nil, 1], target: 80) == [0, 1])
  }

  @Test("Places among the first three are shared by those that tie, and every draw gives out three")
  func places() {
    // Draw 1: gaps 50 40 30 20; draw 2: 50 30 30 30.
    let draws: [[Double]] = [[50, 50], [60, 70], [70, 70], [80, 70]]
    let weights: [Double?] = [1, 1, 1, 1]
    let got = Priorities.topProbability(draws: draws, weights: weights, target: 100)
    #expect(got[0] == 1 && got.reduce(0, +) == 3)
    #expect(abs(got[1] - (1 + 2.0 / 3) / 2) < 1e-12 && abs(got[3] - 1.0 / 3) < 1e-12)
    #expect(Priorities.topProbability(draws: [[99], [98]], weights: [1, 1], target: 50) == [0, 0])
    #expect(Priorities.topProbability(draws: [[], []], weights: [1, 1], target: 50) == [0, 0])
  }
}
