extension EffectSize {
  /// ω²: the share of the variance of a scale that lies between the groups, nearly free of bias, from an F test.
  ///
  /// - Shapes: the F of a one-way analysis of variance, Welch's or Fisher's, with its degrees of freedom.
  /// - Units: 0…1, floored at 0.
  /// - Interval: the noncentralities under which the F that belongs to the estimate would be at the ends of the middle `level`; 0
  ///   where there is none.
  /// - Source: Hays (1963), Statistics for Psychologists; interval, Steiger (2004), Psychological Methods 9(2), 164–182,
  ///   doi:10.1037/1082-989X.9.2.164.
  public static func omegaSquared(f: Double, numerator: Double, denominator: Double, level: Double = 0.95) -> EffectSize
  {
    precondition(f >= 0 && f.isFinite && numerator > 0 && denominator > 0, "an F has positive degrees of freedom")
    let value = max(0, (f - 1) * numerator / (f * numerator + denominator + 1))
    return varianceShare("omega_squared", value, numerator, denominator, level: level)
  }
}
