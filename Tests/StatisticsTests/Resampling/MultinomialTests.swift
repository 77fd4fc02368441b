import Foundation
import Testing

@testable import Statistics

@Suite struct MultinomialTests {
  /// Means and variances within four standard errors, few successes and many, either side of one half.
  @Test(arguments: [(20, 0.05), (30, 0.5), (400, 0.3), (1_000_000, 0.71), (7, 0.9)])
  func binomialMoments(trials: Int, chance: Double) {
    var stream = RandomStream(seed: 4)
    let moments = Moments((0..<3_000).map { _ in Double(stream.binomial(trials, chance)) })
    let mean = Double(trials) * chance
    let variance = mean * (1 - chance)
    #expect(abs(moments.mean - mean) < 4 * (variance / 3_000).squareRoot())
    #expect(agrees(moments.variance, variance, relative: 0.15))
  }

  /// Each count of 30 fair throws as often as it should be: χ² of 13 classes.
  @Test func binomialShape() {
    var stream = RandomStream(seed: 6)
    var counts = [Int](repeating: 0, count: 13)
    for _ in 0..<4_000 { counts[min(max(stream.binomial(30, 0.5) - 9, 0), 12)] += 1 }
    let chances = (0...30).map { GSL.fairCoin(heads: $0, of: 30) }
    var expected = [Double](repeating: 0, count: 13)
    for (heads, chance) in chances.enumerated() { expected[min(max(heads - 9, 0), 12)] += 4_000 * chance }
    var chiSquared = 0.0
    for (count, mean) in zip(counts, expected) {
      let distance = Double(count) - mean
      chiSquared += distance * distance / mean
    }
    #expect(GSL.chiSquareUpperTail(chiSquared, degreesOfFreedom: 12) > 0.001)
  }

  @Test(
    "Binomial draws follow the distribution: χ² of the likely cells has p above 10⁻⁴",
    arguments: [(5, 0.3), (40, 0.02), (40, 0.9), (900, 0.4), (1_000_000, 0.2)])
  func binomial(count: Int, probability: Double) {
    var stream = RandomStream(seed: 15)
    let number = 20_000
    var counts: [Int: Int] = [:]
    for _ in 0..<number { counts[stream.binomial(count, probability), default: 0] += 1 }
    var chiSquare = 0.0
    var cells = 0.0
    var rest = (observed: number, expected: Double(number))
    let mean = Int(Double(count) * probability)
    let reach = max(20, 6 * Int(Double(mean).squareRoot()))
    for successes in max(0, mean - reach)...min(count, mean + reach) {
      let logWeight =
        LogFactorial.of(count) - LogFactorial.of(successes) - LogFactorial.of(count - successes)
        + Double(successes) * log(probability) + Double(count - successes) * log1p(-probability)
      let expected = Double(number) * exp(logWeight)
      guard expected >= 10 else { continue }
      let distance = Double(counts[successes] ?? 0) - expected
      chiSquare += distance * distance / expected
      rest = (rest.observed - (counts[successes] ?? 0), rest.expected - expected)
      cells += 1
    }
    if rest.expected > 1 {
      chiSquare += (Double(rest.observed) - rest.expected) * (Double(rest.observed) - rest.expected) / rest.expected
      cells += 1
    }
    #expect(GSL.chiSquareUpperTail(chiSquare, degreesOfFreedom: cells - 1) > 1e-4)
  }

  @Test func certainties() {
    var stream = RandomStream(seed: 1)
    #expect(stream.binomial(0, 0.5) == 0 && stream.binomial(9, 1) == 9)
    #expect(stream.binomial(9, 0) == 0)
    for _ in 0..<20 {
      var drawn = [9, 9, 9, 9]
      stream.multinomial(50, weights: [3, 0, 1, 1], weightSum: 5, into: &drawn)
      #expect(drawn.reduce(0, +) == 50 && drawn[1] == 0)
    }
  }
}
