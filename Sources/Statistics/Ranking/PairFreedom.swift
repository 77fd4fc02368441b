/// How surely the error of a pair's difference is known: degrees of freedom of two means from few people.
///
/// Welch and Satterthwaite's formula takes the two variances from the same few people, and where a small unit's variance comes out too small
/// by chance it believes the other, larger unit. So the smaller of two is taken: the formula with the variances as drawn, and with those that the
/// units would have if people scattered equally everywhere, which is known from their numbers alone.
///
/// - Shapes: two variances and two degrees of freedom, those of a mean of n people being n − 1; 0 stands for a unit that tells nothing of its
///   error.
/// - Units: any; only the ratio of the variances matters.
/// - Source: Satterthwaite (1946), Biometrics Bulletin 2(6), 110–114, doi:10.2307/3002019; Welch (1947), Biometrika 34(1–2), 28–35,
///   doi:10.1093/biomet/34.1-2.28.
struct PairFreedom: Sendable, Hashable {
  /// Degrees of freedom of the difference; infinite where neither unit has any.
  let value: Double

  init(variances: (Double, Double), degreesOfFreedom: (Double, Double)) {
    let sizes = (degreesOfFreedom.0 + 1, degreesOfFreedom.1 + 1)
    value = min(
      Self.satterthwaite(variances, degreesOfFreedom), Self.satterthwaite((1 / sizes.0, 1 / sizes.1), degreesOfFreedom))
  }

  private static func satterthwaite(_ variances: (Double, Double), _ freedom: (Double, Double)) -> Double {
    func part(_ variance: Double, _ freedom: Double) -> (variance: Double, square: Double) {
      freedom > 0 && variance > 0 ? (variance, variance * variance / freedom) : (0, 0)
    }
    let (first, second) = (part(variances.0, freedom.0), part(variances.1, freedom.1))
    let sum = first.variance + second.variance
    let squares = first.square + second.square
    return squares > 0 ? sum * sum / squares : .infinity
  }
}

extension StudentDistribution {
  /// The t as far out as `z` is in the normal distribution.
  static func equivalent(ofNormal z: Double, degreesOfFreedom: Double) -> Double {
    guard degreesOfFreedom < 1e6, z.isFinite, z != 0 else { return z }
    let t = GSL.studentUpperQuantile(GSL.normalUpperTail(abs(z)), degreesOfFreedom: degreesOfFreedom)
    return z < 0 ? -t : t
  }

  /// The normal z as far out as `t` is in Student's distribution.
  static func normalEquivalent(_ t: Double, degreesOfFreedom: Double) -> Double {
    guard degreesOfFreedom < 1e6, t.isFinite, t != 0 else { return t }
    let tail = GSL.studentUpperTail(abs(t), degreesOfFreedom: degreesOfFreedom)
    // Beyond the smallest number there is no telling one tail from another.
    let z = tail > 0 ? GSL.normalUpperQuantile(tail) : .infinity
    return t < 0 ? -z : z
  }
}
