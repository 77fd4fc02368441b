import Foundation

/// Student's t, central and noncentral.
enum StudentDistribution {
  /// P(T ≥ t).
  static func upperTail(_ t: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    guard t.isFinite else { return t < 0 ? 1 : 0 }
    let ratio = t * t / degreesOfFreedom
    let beyond =
      ratio.isFinite
      ? BetaDistribution.tails(1 / (1 + ratio), rest: ratio / (1 + ratio), degreesOfFreedom / 2, 0.5).lower / 2 : 0
    return t >= 0 ? beyond : 1 - beyond
  }

  /// P(|T| ≥ |t|).
  static func bothTails(_ t: Double, degreesOfFreedom: Double) -> Double {
    min(1, 2 * upperTail(abs(t), degreesOfFreedom: degreesOfFreedom))
  }

  /// P(T ≤ t) of the noncentral t: the normal tail averaged over the root of χ² ÷ ν.
  static func noncentralLowerTail(_ t: Double, degreesOfFreedom: Double, noncentrality: Double) -> Double {
    average(degreesOfFreedom: degreesOfFreedom) { GSL.logNormalUpperTail(noncentrality - t * $0) }
  }

  /// P(T ≥ t) of the noncentral t.
  static func noncentralUpperTail(_ t: Double, degreesOfFreedom: Double, noncentrality: Double) -> Double {
    average(degreesOfFreedom: degreesOfFreedom) { GSL.logNormalUpperTail(t * $0 - noncentrality) }
  }

  /// The noncentrality for which P(T ≤ t) = `probability`.
  static func noncentrality(_ t: Double, degreesOfFreedom: Double, lowerTail probability: Double) -> Double {
    // The tail falls as the noncentrality rises.
    func excess(_ noncentrality: Double) -> Double {
      noncentralLowerTail(t, degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality) - probability
    }
    var reach = 4 + abs(t)
    while excess(t - reach) < 0 || excess(t + reach) > 0 { reach *= 2 }
    return RootSearch.zero(from: t - reach, to: t + reach, excess)
  }

  /// The mean of e^f(s) over s = √(χ² ÷ ν).
  static func average(degreesOfFreedom: Double, _ logarithm: (Double) -> Double) -> Double {
    let half = degreesOfFreedom / 2
    let constant = M_LN2 + half * log(half) - GSL.logGamma(half)
    return min(
      1,
      GaussLegendre.integralOfPeak(near: 1) { s in
        s <= 0 ? -.infinity : constant + (degreesOfFreedom - 1) * log(s) - half * s * s + logarithm(s)
      })
  }
}
