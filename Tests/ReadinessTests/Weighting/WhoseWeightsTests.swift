import Testing

@testable import Readiness

@Suite("Whose weights would put an organisation first?") struct WhoseWeightsTests {
  @Test("By hand: each of two specialists is first under its own judges, and a dominated one under none")
  func byHand() {
    let means: [[Double?]] = [[80, 20], [20, 80], [10, 10], [nil, nil]]
    let judges: [[Double]] = [[1, 0], [3, 1], [0, 1], [1, 1], [0, 0]]
    let got = WhoseWeights(means: means, weights: judges)
    // The last judge reaches no dimension; under even weights the first two share the first place.
    #expect(got.judges == 4)
    #expect(got.first == [0.625, 0.375, 0, nil])
    // A quarter of four is one: a tie for it fits nobody.
    #expect(got.topQuarter == [0.5, 0.25, 0, nil])
  }

  @Test("First places add up to one")
  func law() {
    let means: [[Double?]] = [[50, 50, 50], [50, 50, 50], [40, 60, 50]]
    let got = WhoseWeights(means: means, weights: [[1, 2, 3], [2, 2, 2], [9, 0, 1]])
    #expect(abs(got.first.reduce(0) { $0 + ($1 ?? 0) } - 1) < 1e-12)
  }
}
