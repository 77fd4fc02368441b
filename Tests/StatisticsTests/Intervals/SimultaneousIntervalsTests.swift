import Testing

@testable import Statistics

@Suite struct SimultaneousIntervalsTests {
  func normalDraws(_ count: Int, stream: UInt64) -> [Double] {
    var random = RandomStream(seed: 9, stream: stream)
    return (0..<count).map { _ in random.normal() }
  }

  @Test("One estimate has the normal critical value; five independent ones Šidák's 2.569")
  func criticalValues() {
    let one = SimultaneousIntervals(estimates: [0], draws: [normalDraws(20_000, stream: 0)])
    #expect(abs(one.criticalValue - 1.96) < 0.05)
    let five = SimultaneousIntervals(
      estimates: [0, 0, 0, 0, 0], draws: (0..<5).map { normalDraws(20_000, stream: $0) })
    #expect(abs(five.criticalValue - 2.569) < 0.05)
  }

  @Test("Copies of one estimate need no more than one")
  func copies() {
    let draws = normalDraws(999, stream: 3)
    let one = SimultaneousIntervals(estimates: [1], draws: [draws])
    let copies = SimultaneousIntervals(estimates: [1, 1, 1], draws: [draws, draws, draws])
    #expect(copies.criticalValue == one.criticalValue)
    #expect(copies.intervals == [one.intervals[0], one.intervals[0], one.intervals[0]])
  }

  @Test("An estimate that never varies has its own value and takes no part")
  func constant() {
    let draws = normalDraws(999, stream: 4)
    let alone = SimultaneousIntervals(estimates: [0], draws: [draws])
    let both = SimultaneousIntervals(estimates: [0, 50], draws: [draws, [Double](repeating: 50, count: 999)])
    #expect(both.criticalValue == alone.criticalValue)
    #expect(both.intervals[1] == ConfidenceInterval(lower: 50, upper: 50))
    let none = SimultaneousIntervals(estimates: [7], draws: [[7, 7]])
    #expect(none.criticalValue == 0 && none.intervals[0].lower == 7)
  }

  @Test("A draw without value takes the next that has one; no draw with value gives the estimate itself")
  func missing() {
    let whole = SimultaneousIntervals(estimates: [0], draws: [[1, 1, -2, 4, 1]])
    let patched = SimultaneousIntervals(estimates: [0], draws: [[.nan, 1, -2, 4, .nan]])
    #expect(patched.intervals == whole.intervals)
    let empty = SimultaneousIntervals(estimates: [3], draws: [[.nan, .nan]])
    #expect(empty.intervals[0] == ConfidenceInterval(lower: 3, upper: 3))
  }
}
