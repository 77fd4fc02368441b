import Foundation

/// Two standard normal variables with a correlation.
enum BivariateNormal {
  /// P(X ≤ h, Y ≤ k).
  ///
  /// Plackett's integral over the angle whose sine is the correlation, on panels that halve towards the right angle, where the
  /// integrand may turn suddenly.
  ///
  /// - Source: Plackett (1954), Biometrika 41(3/4), 351–360, doi:10.1093/biomet/41.3-4.351; as Drezner & Wesolowsky (1990), Journal of
  ///   Statistical Computation and Simulation 35(1–2), 101–107.
  static func lowerTail(_ h: Double, _ k: Double, correlation: Double) -> Double {
    precondition(abs(correlation) <= 1, "a correlation lies between −1 and 1")
    let (one, other) = (GSL.normalUpperTail(-h), GSL.normalUpperTail(-k))
    guard h.isFinite, k.isFinite else { return one * other }
    if correlation == 1 { return min(one, other) }
    if correlation == -1 { return max(0, one + other - 1) }
    let sign: Double = correlation < 0 ? -1 : 1
    let squares = (h * h + k * k) / 2
    let end = asin(abs(correlation))
    var (start, sum) = (0.0, 0.0)
    while start < end {
      let stop = min(end, start + (Double.pi / 2 - start) / 2)
      sum += GaussLegendre.integral(from: start, to: stop, panels: 1) { angle in
        let sine = sign * sin(angle)
        return GSL.exponential((h * k * sine - squares) / (1 - sine * sine))
      }
      start = stop
    }
    return min(min(one, other), max(0, one * other + sign * sum / (2 * Double.pi)))
  }

  /// The density, which is also the slope of ``lowerTail(_:_:correlation:)`` in the correlation.
  static func density(_ x: Double, _ y: Double, correlation: Double) -> Double {
    guard x.isFinite, y.isFinite else { return 0 }
    let rest = 1 - correlation * correlation
    return GSL.exponential((correlation * x * y - (x * x + y * y) / 2) / rest) / (2 * Double.pi * rest.squareRoot())
  }
}
