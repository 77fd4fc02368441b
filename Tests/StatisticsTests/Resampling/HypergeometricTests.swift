import Foundation
import Testing

@testable import Statistics

@Suite struct HypergeometricTests {
  @Test(
    "Draws follow the distribution: χ² of the likely cells below its 0.9999 quantile",
    arguments: [
      [5, 12, 4], [7, 12, 9], [400, 1000, 300], [600, 1000, 700], [300_000, 1_000_000, 400_000], [3, 900, 600],
      [5_000, 2_000_000, 40_000], [40_000_000, 90_000_000, 30_000_000],
    ])
  func distribution(parameters: [Int]) {
    let (marked, total, drawn) = (parameters[0], parameters[1], parameters[2])
    var stream = RandomStream(seed: 12)
    let number = 20_000
    var counts: [Int: Int] = [:]
    for _ in 0..<number { counts[stream.hypergeometric(marked: marked, total: total, drawn: drawn), default: 0] += 1 }
    let lowest = max(0, drawn + marked - total)
    let highest = min(marked, drawn)
    #expect(counts.keys.allSatisfy { $0 >= lowest && $0 <= highest })
    func choose(_ n: Int, _ k: Int) -> Double { LogFactorial.of(n) - LogFactorial.of(k) - LogFactorial.of(n - k) }
    var chiSquare = 0.0
    var cells = 0.0
    var rest = (observed: number, expected: Double(number))
    let mean = Double(drawn) * Double(marked) / Double(total)
    let reach = max(20, 6 * Int(mean.squareRoot()))
    for count in max(lowest, Int(mean) - reach)...min(highest, Int(mean) + reach) {
      let log = choose(marked, count) + choose(total - marked, drawn - count) - choose(total, drawn)
      let expected = Double(number) * exp(log)
      guard expected >= 10 else { continue }
      let observed = counts[count] ?? 0
      chiSquare += (Double(observed) - expected) * (Double(observed) - expected) / expected
      rest = (rest.observed - observed, rest.expected - expected)
      cells += 1
    }
    // All but the likely cells are one cell more.
    if rest.expected > 1 {
      chiSquare += (Double(rest.observed) - rest.expected) * (Double(rest.observed) - rest.expected) / rest.expected
      cells += 1
    }
    #expect(GSL.chiSquareUpperTail(chiSquare, degreesOfFreedom: max(1, cells - 1)) > 1e-4)
  }

  @Test("Counts from one table and from one a thousand times as large have the variance of their formula")
  func scale() {
    // 2 × 500 and 2 × 500,000 with the same shares: standardised draws have one variance and no skew.
    for scale in [1, 1_000] {
      var stream = RandomStream(seed: 5)
      let draws = (0..<20_000).map { _ in
        Double(stream.hypergeometric(marked: 300 * scale, total: 1_000 * scale, drawn: 500 * scale) - 150 * scale)
      }
      let variance = 500 * 0.3 * 0.7 * 0.5 * Double(scale)
      let moments = Moments(draws)
      #expect(abs(moments.mean) < 4 * (variance / 20_000).squareRoot())
      #expect(agrees(moments.variance, variance, relative: 0.05))
    }
  }

  @Test("What leaves no choice is not drawn")
  func certain() {
    var stream = RandomStream(seed: 1)
    #expect(stream.hypergeometric(marked: 0, total: 9, drawn: 4) == 0)
    #expect(stream.hypergeometric(marked: 9, total: 9, drawn: 4) == 4)
    #expect(stream.hypergeometric(marked: 5, total: 9, drawn: 9) == 5)
    #expect(stream.hypergeometric(marked: 5, total: 9, drawn: 0) == 0)
  }

  @Test("ln n! agrees with GSL on both sides of the table's end", arguments: [0, 1, 20, 4095, 4096, 1_000_000])
  func logFactorial(n: Int) {
    #expect(agrees(LogFactorial.of(n), GSL.logFactorial(n), relative: 1e-14))
  }
}
