import Foundation

/// eˣ, in the one place that needs it beside the rank tests' whole numbers.
func exponential(_ x: Double) -> Double { exp(x) }

/// The angle of the point (x, y), −π…π.
func arcTangent(_ y: Double, _ x: Double) -> Double { atan2(y, x) }

/// cos x.
func cosine(_ x: Double) -> Double { cos(x) }

/// sin x.
func sine(_ x: Double) -> Double { sin(x) }

extension GSL {
  /// ln x, x > 0.
  static func logarithm(_ x: Double) -> Double { log(x) }
}
