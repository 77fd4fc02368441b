import Foundation

/// eˣ, in the one place that needs it beside the rank tests' whole numbers.
func exponential(_ x: Double) -> Double { exp(x) }

extension GSL {
  /// ln x, x > 0.
  static func logarithm(_ x: Double) -> Double { log(x) }
}
