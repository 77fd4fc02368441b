import Foundation

/// eˣ, in the one place that needs it beside the rank tests' whole numbers.
func exponential(_ x: Double) -> Double { exp(x) }
