import Foundation

/// Bootstrap means of coded answers, as draws of tables: the numbers of people who give each answer are multinomial, so the cost
/// does not grow with the number of people.
///
/// - Shapes: `values` and the number of people who have each, at least one person.
/// - Units: those of the values; draws are not scaled, as in ``BootstrapMeans``.
/// - Cost: draws × distinct values.
/// - Streams: 64 draws to a block, as in ``BootstrapMeans``; the draws themselves differ from those made person by person.
/// - Source: Efron (1979), Annals of Statistics 7(1), 1–26, doi:10.1214/aos/1176344552.
public struct BootstrapCounts: Sendable {
  /// The draws of the mean.
  public let draws: [Double]

  /// Draws `count` times.
  public init(values: [Double], counts: [Int], count: Int, seed: UInt64, stream: UInt64) {
    precondition(values.count == counts.count && counts.allSatisfy { $0 >= 0 }, "counts do not fit the values")
    let people = counts.reduce(0, +)
    precondition(people > 0, "a bootstrap needs at least one person")
    let used = counts.indices.filter { counts[$0] > 0 }
    var draws = [Double](repeating: 0, count: count)
    for block in 0..<((count + 63) / 64) {
      var random = RandomStream(seed: seed, stream: stream, block: UInt64(block))
      for draw in (block * 64)..<min(count, (block + 1) * 64) {
        var left = people
        var pool = people
        var sum = 0.0
        for value in used {
          let taken = pool == counts[value] ? left : random.binomial(left, Double(counts[value]) / Double(pool))
          sum += Double(taken) * values[value]
          left -= taken
          pool -= counts[value]
        }
        draws[draw] = sum / Double(people)
      }
    }
    self.draws = draws
  }
}

extension RandomStream {
  /// The number of successes among `count` trials: inversion outwards from the mode where the spread is small, else rejection
  /// by the ratio of uniforms.
  ///
  /// - Source: Stadlober (1990), Journal of Computational and Applied Mathematics 31(1), 181–189.
  mutating func binomial(_ count: Int, _ probability: Double) -> Int {
    precondition(probability >= 0 && probability <= 1, "a probability lies between 0 and 1")
    if count == 0 || probability == 0 { return 0 }
    if probability == 1 { return count }
    if probability > 0.5 { return count - binomial(count, 1 - probability) }
    let n = Double(count)
    let mode = min(count, Int((n + 1) * probability))
    let variance = n * probability * (1 - probability)
    let logOdds = log(probability / (1 - probability))
    func logWeight(_ successes: Int) -> Double {
      Double(successes) * logOdds - LogFactorial.of(successes) - LogFactorial.of(count - successes)
    }
    let logMode = logWeight(mode)
    if variance > 4 {
      let spread = 1.715_527_769_921_413_5 * (variance + 0.5).squareRoot() + 0.898_916_162_058_898_8
      let centre = n * probability + 0.5
      while true {
        let x = 1 - uniform()
        let place = centre + spread * (uniform() - 0.5) / x
        guard place >= 0, place < n + 1 else { continue }
        let height = logWeight(Int(place)) - logMode
        if x * (4 - x) - 3 <= height { return Int(place) }
        if x * (x - height) < 1 && 2 * log(x) <= height { return Int(place) }
      }
    }
    let odds = probability / (1 - probability)
    let atMode = exp(LogFactorial.of(count) + n * log1p(-probability) + logMode)
    var left = uniform() - atMode
    var (down, up) = (mode, mode)
    var (downWeight, upWeight) = (atMode, atMode)
    while left >= 0 && (down > 0 || up < count) {
      if up < count {
        upWeight *= odds * Double(count - up) / Double(up + 1)
        up += 1
        left -= upWeight
        if left < 0 { return up }
      }
      if down > 0 {
        downWeight *= Double(down) / (odds * Double(count - down + 1))
        down -= 1
        left -= downWeight
        if left < 0 { return down }
      }
    }
    return mode
  }
}
