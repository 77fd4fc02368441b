import Testing

@testable import Statistics

@Suite struct ScoreSumDrawsTests {
  @Test("Shuffled people and drawn cells give sums that agree with the exact distribution", arguments: [1, 20])
  func sums(times: Int) {
    // Twenty times the people is past the size at which cells are drawn.
    let totals = [3, 4, 2].map { $0 * times }
    let sizes = [4 * times, 5 * times]
    var draws = ScoreSumDraws([(totals, sizes, [1, 2, 5])], groupCount: 2)
    var stream = RandomStream(seed: 3)
    var moments: [Double] = []
    for _ in 0..<3000 {
      draws.rearrange(using: &stream)
      let sums = draws.sums
      #expect(sums[0] + sums[1] == Double(21 * times))
      moments.append(sums[0])
    }
    let n = Double(9 * times)
    let mean = 21 / 9 * 4 * Double(times)
    let spread = Double(times) * (3 * 1 + 4 * 4 + 2 * 25) / n - (21.0 / 9) * (21.0 / 9)
    let variance = 4 * Double(times) * spread * (n - 4 * Double(times)) / (n - 1)
    #expect(abs(Moments(moments).mean - mean) < 5 * (variance / 3000).squareRoot())
    #expect(abs((Moments(moments).variance ?? 0) - variance) < 0.15 * variance)
  }

  @Test("Strata are rearranged each on their own, and groups without people have no score")
  func strata() {
    var draws = ScoreSumDraws(
      [([2, 1], [1, 2, 0], [1, 10]), ([1, 1], [0, 1, 1], [100, 200])], groupCount: 3)
    var stream = RandomStream(seed: 4)
    var seen: Set<[Double]> = []
    for _ in 0..<200 {
      draws.rearrange(using: &stream)
      seen.insert(draws.sums)
    }
    #expect(seen == [[1, 111, 200], [1, 211, 100], [10, 102, 200], [10, 202, 100]])
  }
}
