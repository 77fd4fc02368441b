extension NullDistribution {
  /// The roads that a test may take, in order of preference.
  struct Roads {
    /// Whether the exact road may be tried, and how many steps it may cost.
    var exactLimit: Int?
    /// The random road; nil where it may not be taken.
    var permutation: (count: Int, seed: UInt64)?
  }

  /// What the choice allows; `limit` bounds the exact road unless it was asked for outright.
  func roads(limit: Int) -> Roads {
    switch self {
    case .automatic: Roads(exactLimit: limit, permutation: (9_999, 1))
    case .exact: Roads(exactLimit: .max, permutation: nil)
    case .asymptotic: Roads(exactLimit: nil, permutation: nil)
    case .permutation(let count, let seed): Roads(exactLimit: nil, permutation: (count, seed))
    case .exactOrPermutation(let count, let seed): Roads(exactLimit: limit, permutation: (count, seed))
    }
  }
}

extension PValue {
  /// An exact p-value; rounding can neither make it 0 nor carry it past 1 or below the smallest that can be reached.
  static func exact(_ value: Double, smallest: Double) -> PValue {
    let floor = min(1, max(smallest, .leastNonzeroMagnitude))
    return PValue(value: min(1, max(value, floor)), method: .exact, smallestAttainable: floor)
  }

  /// A p-value from the limit distribution.
  static func asymptotic(_ value: Double, smallest: Double) -> PValue {
    let floor = min(1, max(smallest, .leastNonzeroMagnitude))
    return PValue(value: min(1, max(value, floor)), method: .asymptotic, smallestAttainable: floor)
  }

  /// A p-value from random rearrangements: (1 + as extreme) ÷ (count + 1), never below what the design can reach.
  static func permuted(extreme: Int, count: Int, seed: UInt64, designMinimum: Double) -> PValue {
    drawn(extreme, count, smallest: designMinimum, method: .permutation(count: count, seed: seed))
  }

  /// A p-value from draws of the limit that rearrangements tend to.
  static func drawnLimit(extreme: Int, count: Int, seed: UInt64) -> PValue {
    drawn(extreme, count, smallest: 0, method: .drawnLimit(count: count, seed: seed))
  }

  private static func drawn(_ extreme: Int, _ count: Int, smallest: Double, method: Method) -> PValue {
    let floor = min(1, max(1 / Double(count + 1), smallest))
    let value = min(1, max(Double(extreme + 1) / Double(count + 1), floor))
    // Clopper & Pearson (1934) at 99% for the share of draws that are as extreme.
    let (x, n) = (Double(extreme), Double(count))
    let lower = extreme == 0 ? 0 : BetaDistribution.quantile(0.005, x, n - x + 1)
    let upper = extreme == count ? 1 : BetaDistribution.quantile(0.995, x + 1, n - x)
    return PValue(
      value: value, method: method, smallestAttainable: floor,
      interval: ConfidenceInterval(lower: min(lower, value), upper: max(upper, value), level: 0.99))
  }
}

/// Counts how many of `count` random rearrangements are as extreme as the observed one.
///
/// Rearrangements are drawn in blocks of 1,000, each from its own stream and its own copy of `state`, so that the result does
/// not depend on how blocks are shared between threads; ``RandomBlocks`` shares them where there are many.
func countExtreme<State: Sendable>(
  count: Int, seed: UInt64, _ state: State, _ isExtreme: @Sendable (inout State, inout RandomStream) -> Bool
) -> Int {
  RandomBlocks.map(count, by: 1000, seed: seed) { draws, stream in
    var state = state
    var extreme = 0
    for _ in draws where isExtreme(&state, &stream) { extreme += 1 }
    return extreme
  }.reduce(0, +)
}

/// Whether a rearranged statistic is at least the observed one; equal up to rounding counts as equal.
func isAtLeast(_ value: Double, _ observed: Double) -> Bool { value >= observed - 1e-9 * max(abs(observed), 1e-9) }
