import Testing

@testable import Statistics

@Suite struct BootstrapMeansTests {
  @Test("Draws have the mean, the variance (divisor n) and the correlation of the sample")
  func moments() {
    let first: [Double] = [10, 20, 40, 50, 90]
    let second = first.map { 100 - $0 }
    let draws = BootstrapMeans(columns: [first, second], count: 4000, seed: 1, stream: 0).draws
    let moments = Moments(draws[0])
    let variance = (Moments(first).variance ?? 0) * 4 / 5 / 5
    #expect(abs(moments.mean - 42) < 5 * (variance / 4000).squareRoot())
    #expect(abs((moments.variance ?? 0) / variance - 1) < 0.12)
    #expect(zip(draws[0], draws[1]).allSatisfy { abs($0 + $1 - 100) < 1e-9 })
    let scaled = Moments(BootstrapMeans.scaled(draws[0], about: 42, count: 5))
    #expect(agrees(scaled.variance, (moments.variance ?? 0) * 5 / 4, relative: 1e-9))
  }

  @Test("A draw is the mean over the people drawn who have a value: three people by hand")
  func missing() {
    let draws = BootstrapMeans(columns: [[1, .nan, 3], [1, 2, 3]], count: 500, seed: 2, stream: 0).draws
    // Twice in 27 … 1 in 27 draws holds only the second person.
    let possible: Set<Double> = [1, 3, 2, (1.0 + 1 + 3) / 3, (1.0 + 3 + 3) / 3]
    #expect(draws[0].allSatisfy { $0.isNaN || possible.contains($0) })
    let empty = draws[0].count { $0.isNaN }
    #expect(empty > 5 && empty < 45)
    #expect(zip(draws[0], draws[1]).allSatisfy { $0.isNaN == ($1 == 2 && $0.isNaN) })
  }

  @Test("A measure without any value has no draw with value, and no people none at all")
  func nothing() {
    let draws = BootstrapMeans(columns: [[.nan, .nan], [1, 1]], count: 3, seed: 1, stream: 0).draws
    #expect(draws[0].allSatisfy(\.isNaN) && draws[1] == [1, 1, 1])
    let empty = BootstrapMeans(columns: [[], []], count: 2, seed: 1, stream: 0).draws
    #expect(empty.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isNaN) })
    let limit = BootstrapMeans(
      columns: [[.nan, .nan, .nan], [1, 1, 1]], count: 3, seed: 1, stream: 0, personLimit: 2)
    #expect(limit.draws[0].allSatisfy(\.isNaN) && limit.draws[1] == [1, 1, 1])
  }

  @Test("More measures, or fewer draws, leave the draws of the others alone")
  func prefixes() {
    let column: [Double] = [4, 8, 15, 16, 23, 42]
    let many = BootstrapMeans(columns: [[Double]](repeating: column, count: 11), count: 200, seed: 7, stream: 3).draws
    let few = BootstrapMeans(columns: [column], count: 70, seed: 7, stream: 3).draws
    #expect(many.allSatisfy { $0 == many[0] })
    #expect(few[0] == Array(many[0][..<70]))
    let other = BootstrapMeans(columns: [column], count: 70, seed: 7, stream: 4).draws
    #expect(other != few)
  }

  @Test("The normal limit has the moments of the resampled draws")
  func normalLimit() {
    var random = RandomStream(seed: 6)
    let first = (0..<120).map { _ in Double(random.below(5)) * 25 }
    let second = first.map { random.below(4) == 0 ? .nan : 0.5 * $0 + Double(random.below(3)) * 10 }
    let columns = [first, second, first]
    let resampled = BootstrapMeans(columns: columns, count: 3000, seed: 1, stream: 0).draws
    let limit = BootstrapMeans(columns: columns, count: 3000, seed: 1, stream: 0, personLimit: 100).draws
    for measure in 0..<3 {
      let (one, two) = (Moments(resampled[measure]), Moments(limit[measure]))
      #expect(abs(one.mean - two.mean) < 0.3)
      #expect(abs((one.variance ?? 0) / (two.variance ?? 1) - 1) < 0.15)
    }
    func covariance(_ draws: [[Double]]) -> Double {
      let (a, b) = (Moments(draws[0]).mean, Moments(draws[1]).mean)
      return zip(draws[0], draws[1]).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) } / 2999
    }
    #expect(abs(covariance(resampled) / covariance(limit) - 1) < 0.2)
    // A copy of a measure is a copy of its draws, though the covariance is singular.
    #expect(zip(limit[0], limit[2]).allSatisfy { abs($0 - $1) < 1e-6 })
  }
}
