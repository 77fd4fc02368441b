import CGSL

/// The one door to the GNU Scientific Library.
///
/// GSL's stock error handler ends the process, so it is switched off before the first call. With the handler off GSL
/// answers a plausible number for some impossible arguments: every function here checks its arguments first.
enum GSL {
  /// Switches the stock handler off once.
  private static let ready: Void = { _ = gsl_set_error_handler_off() }()

  /// For the functions in other files of this folder.
  static func switchOffHandler() { _ = ready }

  /// P(Z ≥ z) of the standard normal distribution.
  static func normalUpperTail(_ z: Double) -> Double {
    _ = ready
    return gsl_cdf_ugaussian_Q(z)
  }

  /// The z with P(Z ≤ z) = `probability`, 0 < probability < 1.
  static func normalQuantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile needs a probability between 0 and 1")
    _ = ready
    return gsl_cdf_ugaussian_Pinv(probability)
  }

  /// P(T ≥ t) of Student's t.
  static func studentUpperTail(_ t: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    _ = ready
    return gsl_cdf_tdist_Q(t, degreesOfFreedom)
  }

  /// The t with P(T ≤ t) = `probability`, 0 < probability < 1.
  static func studentQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    precondition(probability > 0 && probability < 1, "a quantile needs a probability between 0 and 1")
    _ = ready
    return gsl_cdf_tdist_Pinv(probability, degreesOfFreedom)
  }

  /// The z with P(Z ≥ z) = `probability`, 0 < probability < 1.
  static func normalUpperQuantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile needs a probability between 0 and 1")
    _ = ready
    return gsl_cdf_ugaussian_Qinv(probability)
  }

  /// The t with P(T ≥ t) = `probability`, 0 < probability < 1; as good far out as near.
  static func studentUpperQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    precondition(probability > 0 && probability < 1, "a quantile needs a probability between 0 and 1")
    _ = ready
    return gsl_cdf_tdist_Qinv(probability, degreesOfFreedom)
  }

  /// P(X ≥ x) of χ².
  static func chiSquareUpperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    _ = ready
    if x <= 0 { return 1 }
    return x.isFinite ? gsl_cdf_chisq_Q(x, degreesOfFreedom) : 0
  }

  /// ln n!
  static func logFactorial(_ n: Int) -> Double {
    precondition(n >= 0 && n < Int(UInt32.max), "a factorial needs a whole number from 0")
    _ = ready
    return gsl_sf_lnfact(UInt32(n))
  }

  /// ln B(a, b), the beta function of positive arguments.
  static func logBeta(_ a: Double, _ b: Double) -> Double {
    precondition(a > 0 && b > 0, "the beta function needs positive arguments")
    _ = ready
    return gsl_sf_lnbeta(a, b)
  }
}
