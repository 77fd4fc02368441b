import Foundation

extension GSL {
  /// The chance of so many heads in so many fair throws.
  static func fairCoin(heads: Int, of throwCount: Int) -> Double {
    exp(logFactorial(throwCount) - logFactorial(heads) - logFactorial(throwCount - heads) - Double(throwCount) * M_LN2)
  }
}

extension RandomStream {
  /// The number of successes among `count` trials: inversion outwards from the mode where the spread is small, else rejection
  /// by the ratio of uniforms.
  ///
  /// - Cost: some steps, however many trials there are.
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

  /// How often each category occurs in `total` draws with replacement; `weights` are relative.
  ///
  /// - Cost: that of ``binomial(_:_:)`` × categories, whatever `total` is.
  mutating func multinomial(_ total: Int, weights: [Double], weightSum: Double, into drawn: inout [Int]) {
    var left = total
    var weightLeft = weightSum
    var last = -1
    for category in weights.indices {
      drawn[category] = 0
      guard left > 0, weights[category] > 0 else { continue }
      let count = binomial(left, min(1, weights[category] / weightLeft))
      drawn[category] = count
      left -= count
      weightLeft -= weights[category]
      last = category
    }
    // Rounding in the weights may leave a draw over: it belongs to the last category.
    if last >= 0 { drawn[last] += left }
  }
}
