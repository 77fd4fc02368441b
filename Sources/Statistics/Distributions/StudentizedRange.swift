import Foundation

/// The studentised range: the range of k normal means over an independent estimate of their standard deviation.
///
/// Both integrals add positive terms only, so that small upper tails keep their digits (R's `ptukey` is off by up to 5.6 ×
/// 10⁻⁸).
///
/// - Source: Lund & Lund (1983), Algorithm AS 190, Applied Statistics 32(2), 204–210, for the integrals.
enum StudentizedRange {
  /// P(Q ≥ q) for k means; infinite degrees of freedom give the range of standard normal values.
  static func upperTail(_ q: Double, groups: Int, degreesOfFreedom: Double) -> Double {
    precondition(groups >= 2 && degreesOfFreedom > 0, "a range needs two groups and positive degrees of freedom")
    if q <= 0 { return 1 }
    if !q.isFinite { return 0 }
    if !degreesOfFreedom.isFinite { return min(1, exp(logRangeTail(q, groups: groups))) }
    return StudentDistribution.average(degreesOfFreedom: degreesOfFreedom) { logRangeTail(q * $0, groups: groups) }
  }

  /// The q with P(Q ≤ q) = `probability`.
  static func quantile(_ probability: Double, groups: Int, degreesOfFreedom: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile needs a probability between 0 and 1")
    func excess(_ q: Double) -> Double {
      upperTail(q, groups: groups, degreesOfFreedom: degreesOfFreedom) - (1 - probability)
    }
    var high = 4.0
    while excess(high) > 0 { high *= 2 }
    return RootSearch.zero(from: 0, to: high, excess)
  }

  /// ln P(range of k standard normal values ≥ w): with the largest at z, not all others lie within w below it.
  private static func logRangeTail(_ w: Double, groups: Int) -> Double {
    guard w > 0 else { return 0 }
    let others = Double(groups - 1)
    let body = GaussLegendre.integral(from: -9, to: w + 9, panels: 6) { z in
      let below = GSL.normalUpperTail(-z)
      let beyond = GSL.normalUpperTail(w - z)
      guard below > 0, beyond > 0 else { return 0 }
      return exp(-0.5 * z * z) * -pow(below, others) * expm1(others * log1p(-min(1, beyond / below)))
    }
    return log(Double(groups) * body / (2 * Double.pi).squareRoot())
  }
}
