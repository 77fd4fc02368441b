import Foundation

/// The studentised range: the range of k normal means over an independent estimate of their standard deviation.
///
/// Both integrals are sums at equal steps: where a function is analytic and falls off on both sides such a sum converges faster than
/// any power of the step, so a few dozen terms give every digit. All terms are positive, so that small upper tails keep their
/// digits (R's `ptukey` is off by up to 5.6 × 10⁻⁸).
///
/// - Cost: a tail takes about 40 × 40 normal tails, a quantile some ten tails.
/// - Source: Lund & Lund (1983), Algorithm AS 190, Applied Statistics 32(2), 204–210, for the integrals; Trefethen & Weideman
///   (2014), SIAM Review 56(3), 385–458, doi:10.1137/130932132, for their sums.
enum StudentizedRange {
  /// P(Q ≥ q) for k means; infinite degrees of freedom give the range of standard normal values.
  static func upperTail(_ q: Double, groups: Int, degreesOfFreedom: Double) -> Double {
    precondition(groups >= 2 && degreesOfFreedom > 0, "a range needs two groups and positive degrees of freedom")
    if q <= 0 { return 1 }
    if !q.isFinite { return 0 }
    return min(1, GSL.exponential(logUpperTail(q, range: NormalRange(groups: groups), degreesOfFreedom)))
  }

  /// The q with P(Q ≤ q) = `probability`.
  static func quantile(_ probability: Double, groups: Int, degreesOfFreedom: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile needs a probability between 0 and 1")
    let range = NormalRange(groups: groups)
    let goal = log1p(-probability)
    // ln P against ln q bends one way only, so that secants soon stay on one side of the root.
    func excess(_ x: Double) -> Double { logUpperTail(exp(x), range: range, degreesOfFreedom) - goal }
    var low = (x: log(3.5), excess: 0.0)
    low.excess = excess(low.x)
    var high = low
    while low.excess < 0 {
      high = low
      low.x -= 0.5
      low.excess = excess(low.x)
    }
    while high.excess > 0 {
      low = high
      high.x += 0.5
      high.excess = excess(high.x)
    }
    return exp(root(between: low, and: high, excess))
  }

  /// The zero between two places, by false position with the weight of an end that stays put lowered (Anderson and Björck).
  private static func root(
    between first: (x: Double, excess: Double), and second: (x: Double, excess: Double), _ excess: (Double) -> Double
  ) -> Double {
    var (old, new) = (first, second)
    if old.excess == 0 { return old.x }
    for _ in 0..<80 where new.excess != 0 && abs(new.x - old.x) > 1e-15 {
      let x = new.x - new.excess * (new.x - old.x) / (new.excess - old.excess)
      let next = (x: x, excess: excess(x))
      if abs(x - new.x) < 1e-15 { return x }
      if (next.excess < 0) != (new.excess < 0) {
        old = new
      } else {
        let share = 1 - next.excess / new.excess
        old.excess *= share > 0 ? share : 0.5
      }
      new = next
    }
    return new.x
  }

  /// ln P(Q ≥ q): the tail of the range averaged over s = √(χ² ÷ ν), summed over equal steps of ln s outwards from the peak.
  private static func logUpperTail(_ q: Double, range: NormalRange, _ freedom: Double) -> Double {
    guard freedom.isFinite else { return range.logUpperTail(q) }
    let constant = M_LN2 + freedom / 2 * log(freedom / 2) - GSL.logGamma(freedom / 2)
    func logarithm(_ x: Double) -> Double {
      let s = exp(x)
      return constant + freedom * x - freedom / 2 * s * s + range.logUpperTail(q * s)
    }
    let step = min(0.1, 0.45 / (2 * freedom).squareRoot())
    // For a large q the peak is where it is for a normal tail of q s ÷ √2; otherwise it lies between there and s = 1.
    var peak = (x: -0.5 * log1p(q * q / (2 * freedom)), value: 0.0)
    peak.value = logarithm(peak.x)
    var sum = 1.0
    for direction in [step, -step] {
      var x = peak.x + direction
      var value = logarithm(x)
      while value > peak.value - 38 {
        if value > peak.value {
          sum = sum * exp(peak.value - value) + 1
          peak.value = value
        } else {
          sum += exp(value - peak.value)
        }
        x += direction
        value = logarithm(x)
      }
    }
    return peak.value + log(sum * step)
  }
}

/// The range of k standard normal values.
private struct NormalRange {
  private let others: Int
  private let step: Double
  /// The density and the lower tail at every step from ``first``.
  private let density: [Double]
  private let below: [Double]
  private let first: Int

  init(groups: Int) {
    others = groups - 1
    // e^(−2π² ÷ (k h²)) is what a step of h leaves out.
    step = 0.75 / Double(groups).squareRoot()
    first = -Int(8.5 / step)
    let count = Int(40 / step)
    let places = (first..<count).map { [step] in Double($0) * step }
    density = places.map { exp(-0.5 * $0 * $0) }
    below = places.map { 0.5 * erfc(-$0 * 0.5.squareRoot()) }
  }

  /// ln P(range ≥ w): with the largest at z, not all others lie within w below it.
  func logUpperTail(_ w: Double) -> Double {
    guard w > 0 else { return 0 }
    // Outside, terms are e⁻⁴⁰ of the sum: they fall as φ(z) φ(w − z) below and as φ(z) above.
    let start = max(0, Int((w / 2 - 6.5) / step) - first)
    let end = min(density.count, Int((80 + w * w / 2).squareRoot() / step) - first + 1)
    var sum = 0.0
    density.withUnsafeBufferPointer { density in
      below.withUnsafeBufferPointer { below in
        var place = start
        while place < end {
          let all = below[place]
          let beyond = min(all, 0.5 * erfc((w - Double(first + place) * step) * 0.5.squareRoot()))
          // aⁿ − bⁿ as (a − b) Σ aⁱ bⁿ⁻¹⁻ⁱ, of positive terms.
          let within = all - beyond
          var powers = 1.0
          var power = 1.0
          var term = 1
          while term < others {
            power *= within
            powers = powers * all + power
            term += 1
          }
          sum += density[place] * beyond * powers
          place += 1
        }
      }
    }
    return min(0, log(Double(others + 1) * step * sum / (2 * Double.pi).squareRoot()))
  }
}
