/// Roots by bisection over the doubles themselves: at most 64 steps wherever the root lies, to the last bit.
enum RootSearch {
  /// The place between two non-negative numbers where an increasing test turns true.
  static func place(from low: Double, to high: Double, _ isReached: (Double) -> Bool) -> Double {
    precondition(low >= 0 && high >= low, "a search needs non-negative ends in order")
    var low = low.bitPattern
    var high = high.bitPattern
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isReached(Double(bitPattern: middle)) { high = middle } else { low = middle }
    }
    return Double(bitPattern: high)
  }

  /// The zero of a continuous function between two places where it differs in sign: Ridders' method, to 10⁻¹³ of the width
  /// or the place.
  static func zero(from start: Double, to end: Double, _ function: (Double) -> Double) -> Double {
    var (low, high) = (start, end)
    var (atLow, atHigh) = (function(low), function(high))
    if atLow == 0 { return low }
    if atHigh == 0 { return high }
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      let atMiddle = function(middle)
      let root = (atMiddle * atMiddle - atLow * atHigh).squareRoot()
      guard root > 0, atMiddle != 0 else { return middle }
      let next = middle + (middle - low) * (atLow >= atHigh ? 1 : -1) * atMiddle / root
      let atNext = function(next)
      if atNext == 0 { return next }
      if (atMiddle < 0) != (atNext < 0) {
        (low, atLow, high, atHigh) = (middle, atMiddle, next, atNext)
      } else if (atLow < 0) != (atNext < 0) {
        (high, atHigh) = (next, atNext)
      } else {
        (low, atLow) = (next, atNext)
      }
      if abs(high - low) <= 1e-13 * max(abs(low), abs(high), abs(end - start) * 1e-3) { return low + (high - low) / 2 }
    }
    return low + (high - low) / 2
  }
}
