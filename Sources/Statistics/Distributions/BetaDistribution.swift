import Foundation

/// The beta distribution: tails by a continued fraction, quantiles by bisection on the smaller tail.
///
/// GSL's beta and F quantiles answer NaN over realistic ranges, and its F tail collapses for large denominators, so these are
/// our own. Tails are good to some 10⁻¹³ of themselves, also where they are tiny.
///
/// - Source: continued fraction after Didonato & Morris (1992), ACM TOMS 18(3), 360–373, doi:10.1145/131766.131776; the
///   factor before it by Loader's saddle-point expansion (2000), which loses no digits for large parameters.
enum BetaDistribution {
  /// P(X ≤ x) and P(X ≥ x); `rest` is 1 − x, given apart because it may be known better than by subtraction.
  static func tails(_ x: Double, rest: Double, _ a: Double, _ b: Double) -> (lower: Double, upper: Double) {
    precondition(a > 0 && b > 0, "a beta distribution needs positive parameters")
    if x <= 0 { return (0, 1) }
    if rest <= 0 { return (1, 0) }
    if x <= (a + 1) / (a + b + 2) {
      let lower = direct(x, rest, a, b)
      return (lower, 1 - lower)
    }
    let upper = direct(rest, x, b, a)
    return (1 - upper, upper)
  }

  /// P(X ≤ x).
  static func lowerTail(_ x: Double, _ a: Double, _ b: Double) -> Double { tails(x, rest: 1 - x, a, b).lower }

  /// P(X ≥ x).
  static func upperTail(_ x: Double, _ a: Double, _ b: Double) -> Double { tails(x, rest: 1 - x, a, b).upper }

  /// The x with P(X ≤ x) = `probability`.
  static func quantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
    if probability <= 0 { return 0 }
    if probability >= 1 { return 1 }
    if probability <= 0.5 { return RootSearch.place(from: 0, to: 1) { lowerTail($0, a, b) >= probability } }
    return RootSearch.place(from: 0, to: 1) { upperTail($0, a, b) <= 1 - probability }
  }

  /// I_x(a, b) for x not far above the mean.
  private static func direct(_ x: Double, _ rest: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var fraction = d
    for step in 1...200_000 {
      let m = Double(step)
      d = 1 + m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)) * d
      c = 1 + m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)) / c
      d = 1 / (abs(d) < tiny ? tiny : d)
      if abs(c) < tiny { c = tiny }
      fraction *= c * d
      let numerator = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 + numerator * d
      c = 1 + numerator / c
      d = 1 / (abs(d) < tiny ? tiny : d)
      if abs(c) < tiny { c = tiny }
      fraction *= c * d
      if abs(c * d - 1) < 3e-16 { break }
    }
    return min(1, density(x, rest, a, b) * fraction / a)
  }

  /// x^a (1 − x)^b ÷ B(a, b), by Loader's expansion of the binomial probability.
  private static func density(_ x: Double, _ rest: Double, _ a: Double, _ b: Double) -> Double {
    let n = a + b
    let exponent =
      stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * rest)
    return exp(exponent) * (a * b / n / (2 * Double.pi)).squareRoot()
  }

  /// ln Γ(z + 1) less Stirling's approximation of it.
  private static func stirlingError(_ z: Double) -> Double {
    if z < 16 {
      return GSL.logGamma(z + 1) - (z + 0.5) * log(z) + z - 0.5 * log(2 * Double.pi)
    }
    let square = 1 / (z * z)
    return
      (1.0 / 12
      - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360_360 * square) * square) * square)
        * square)
        * square)
      / z
  }

  /// x ln(x ÷ m) + m − x, without cancellation where x is near m.
  private static func deviance(_ x: Double, _ m: Double) -> Double {
    guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
    let v = (x - m) / (x + m)
    var sum = (x - m) * v
    var power = 2 * x * v
    for k in 1...1000 {
      power *= v * v
      let next = sum + power / Double(2 * k + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }
}
