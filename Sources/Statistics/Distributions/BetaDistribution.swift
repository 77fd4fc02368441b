import Foundation

/// The beta distribution: its tails by a continued fraction, its quantiles by bracketed bisection on the tail.
///
/// GSL's beta and F quantiles answer NaN over realistic ranges, so these are our own.
///
/// - Source: modified Lentz continued fraction, Didonato & Morris (1992), ACM TOMS 18(3), 360–373,
///   doi:10.1145/131766.131776.
enum BetaDistribution {
  /// P(X ≤ x).
  static func lowerTail(_ x: Double, _ a: Double, _ b: Double) -> Double {
    precondition(a > 0 && b > 0, "a beta distribution needs positive parameters")
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return x <= a / (a + b) ? direct(x, a, b) : 1 - direct(1 - x, b, a)
  }

  /// P(X ≥ x).
  static func upperTail(_ x: Double, _ a: Double, _ b: Double) -> Double { lowerTail(1 - x, b, a) }

  /// The x with P(X ≤ x) = `probability`.
  static func quantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
    if probability <= 0 { return 0 }
    if probability >= 1 { return 1 }
    var low = 0.0
    var high = 1.0
    while true {
      let middle = low + (high - low) / 2
      guard middle > low && middle < high else { return middle }
      if lowerTail(middle, a, b) < probability { low = middle } else { high = middle }
    }
  }

  /// I_x(a, b) by its continued fraction, for x up to the mean.
  private static func direct(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let front = exp(a * log(x) + b * log1p(-x) - GSL.logBeta(a, b)) / a
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var fraction = d
    for m in 1...10_000 {
      let k = Double(m)
      for numerator in [
        k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k)),
        -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1)),
      ] {
        d = 1 + numerator * d
        d = 1 / (abs(d) < tiny ? tiny : d)
        c = 1 + numerator / c
        if abs(c) < tiny { c = tiny }
        fraction *= c * d
      }
      if abs(c * d - 1) < 1e-16 { break }
    }
    return min(1, front * fraction)
  }
}
