import CGSL

/// Gauss–Legendre quadrature with 32 nodes a panel.
enum GaussLegendre {
  /// Nodes on −1…1 and their weights.
  private static let rule: [(node: Double, weight: Double)] = {
    GSL.switchOffHandler()
    let table = gsl_integration_glfixed_table_alloc(32)
    defer { gsl_integration_glfixed_table_free(table) }
    return (0..<32).map { index in
      var node = 0.0
      var weight = 0.0
      gsl_integration_glfixed_point(-1, 1, index, &node, &weight, table)
      return (node, weight)
    }
  }()

  /// The integral of a smooth function, over equal panels.
  static func integral(from start: Double, to end: Double, panels: Int, _ function: (Double) -> Double) -> Double {
    let half = (end - start) / Double(2 * panels)
    var sum = 0.0
    for panel in 0..<panels {
      let centre = start + Double(2 * panel + 1) * half
      for (node, weight) in rule { sum += weight * function(centre + half * node) }
    }
    return sum * half
  }

  /// The integral over x > 0 of e^f for an f that rises to one peak and falls: the peak and the places where the integrand
  /// is e⁻⁴⁵ of it are found first.
  static func integralOfPeak(near start: Double, _ logarithm: (Double) -> Double) -> Double {
    // The peak, by golden section on a bracket that is widened until it holds it.
    var high = start * 2
    while logarithm(high) > logarithm(high / 2) && high < 1e8 { high *= 2 }
    var low = 0.0
    let golden = 0.618_033_988_749_894_8
    for _ in 0..<80 where high - low > 1e-9 * high {
      let a = high - golden * (high - low)
      let b = low + golden * (high - low)
      if logarithm(a) < logarithm(b) { low = a } else { high = b }
    }
    let peak = (low + high) / 2
    let level = logarithm(peak) - 45
    // The left foot, which may be 0, and the right foot, by doubling and halving.
    var left = 0.0
    var inside = peak
    for _ in 0..<60 where inside - left > 1e-3 * peak {
      let middle = (left + inside) / 2
      if logarithm(middle) < level { left = middle } else { inside = middle }
    }
    var width = peak / 4
    while logarithm(peak + width) > level { width *= 2 }
    var near = width / 2
    for _ in 0..<12 {
      let middle = (near + width) / 2
      if logarithm(peak + middle) > level { near = middle } else { width = middle }
    }
    let scale = logarithm(peak)
    let body =
      integral(from: left, to: peak, panels: 3) { GSL.exponential(logarithm($0) - scale) }
      + integral(from: peak, to: peak + width, panels: 3) { GSL.exponential(logarithm($0) - scale) }
    return GSL.exponential(scale) * body
  }
}

extension GSL {
  /// eˣ without complaint where it underflows.
  static func exponential(_ x: Double) -> Double { x < -745 ? 0 : Statistics.exponential(x) }

  /// ln P(Z ≥ z) of the standard normal distribution.
  static func logNormalUpperTail(_ z: Double) -> Double {
    switchOffHandler()
    return gsl_sf_log_erfc(z * 0.5.squareRoot()) - M_LN2
  }

  /// ln Γ(x), x > 0.
  static func logGamma(_ x: Double) -> Double {
    precondition(x > 0, "the gamma function needs a positive argument")
    switchOffHandler()
    return gsl_sf_lngamma(x)
  }

  /// P(X ≤ x) of χ².
  static func chiSquareLowerTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    switchOffHandler()
    if x <= 0 { return 0 }
    return x.isFinite ? gsl_cdf_chisq_P(x, degreesOfFreedom) : 1
  }
}
