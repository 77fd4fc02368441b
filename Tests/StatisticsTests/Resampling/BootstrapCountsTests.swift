import Foundation
import Testing

@testable import Statistics

@Suite struct BootstrapCountsTests {
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

  @Test("Draws of tables have the mean and variance of draws person by person")
  func moments() {
    let (values, counts) = ([0.0, 25, 50, 75, 100], [3, 0, 5, 4, 8])
    let draws = Moments(BootstrapCounts(values: values, counts: counts, count: 4000, seed: 1, stream: 0).draws)
    let sample = Moments(values: values, counts: counts)
    let variance = sample.squares / 20 / 20
    #expect(abs(draws.mean - sample.mean) < 5 * (variance / 4000).squareRoot())
    #expect(abs((draws.variance ?? 0) / variance - 1) < 0.12)
  }

  @Test("One answer of all gives its value; a shorter run is the start of a longer one")
  func laws() {
    #expect(BootstrapCounts(values: [7, 9], counts: [4, 0], count: 3, seed: 1, stream: 0).draws == [7, 7, 7])
    let long = BootstrapCounts(values: [1, 2, 3], counts: [4, 5, 6], count: 200, seed: 1, stream: 2).draws
    let short = BootstrapCounts(values: [1, 2, 3], counts: [4, 5, 6], count: 90, seed: 1, stream: 2).draws
    #expect(short == Array(long[..<90]))
  }
}
