import CGSL

extension GSL {
  /// ψ(x), the derivative of ln Γ, for x > 0.
  static func digamma(_ x: Double) -> Double {
    precondition(x > 0, "the digamma function needs a positive argument")
    switchOffHandler()
    return gsl_sf_psi(x)
  }

  /// ψ′(x) for x > 0.
  static func trigamma(_ x: Double) -> Double {
    precondition(x > 0, "the trigamma function needs a positive argument")
    switchOffHandler()
    return gsl_sf_psi_1(x)
  }
}
