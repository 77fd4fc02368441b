import Foundation

extension GSL {
  /// The chance of so many heads in so many fair throws.
  static func fairCoin(heads: Int, of throwCount: Int) -> Double {
    exp(logFactorial(throwCount) - logFactorial(heads) - logFactorial(throwCount - heads) - Double(throwCount) * M_LN2)
  }
}

extension RandomStream {
  /// How often each category occurs in `total` draws with replacement; `weights` are relative.
  ///
  /// Cost grows with the number of categories, not with `total`.
  mutating func multinomial(_ total: Int, weights: [Double], weightSum: Double) -> [Int] {
    var left = total
    var weightLeft = weightSum
    var last = -1
    var drawn = [Int](repeating: 0, count: weights.count)
    for (category, weight) in weights.enumerated() where weight > 0 {
      let count = binomial(left, min(1, weight / weightLeft))
      drawn[category] = count
      left -= count
      weightLeft -= weight
      last = category
      if left == 0 { return drawn }
    }
    // Rounding in the weights may leave a draw over: it belongs to the last category.
    if last >= 0 { drawn[last] += left }
    return drawn
  }
}
