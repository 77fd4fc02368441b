extension EffectSize {
  /// Cohen's d: the difference of two means in pooled standard deviations. It exaggerates in small groups;
  /// ``hedgesG(_:_:level:)`` does not.
  ///
  /// - Shapes, units, interval: as ``hedgesG(_:_:level:)``.
  /// - Source: Cohen (1988), Statistical Power Analysis, 2nd ed., 66–67.
  /// - Throws: ``SampleFault`` for a group of fewer than two values, or groups that both lack variation.
  public static func cohensD(_ first: Moments, _ second: Moments, level: Double = 0.95) throws(SampleFault)
    -> EffectSize
  {
    let variances = try groupVariances(first, second)
    let freedom = Double(first.count + second.count - 2)
    let pooled = (first.squares + second.squares) / freedom
    guard variances.first + variances.second > 0 else { throw .noVariation }
    return standardized(
      "cohens_d", difference: first.mean - second.mean, deviation: pooled.squareRoot(),
      scale: (1 / Double(first.count) + 1 / Double(second.count)).squareRoot(), freedom: freedom, correction: 1,
      level: level)
  }

  /// d with the root of the mean variance as its unit: for groups that differ in spread.
  ///
  /// - Shapes, units: as ``hedgesG(_:_:level:)``, not freed of bias.
  /// - Interval: by inverting the noncentral t with Welch's standard error and degrees of freedom.
  /// - Source: Cohen (1988), Statistical Power Analysis, 2nd ed., 43–44; Delacre et al. (2021), Hedges's g* based on the
  ///   non-pooled standard deviation, doi:10.31234/osf.io/tu6mp.
  /// - Throws: ``SampleFault`` for a group of fewer than two values, or groups that both lack variation.
  public static func averageSpreadD(
    _ first: Moments, _ second: Moments, level: Double = 0.95
  ) throws(SampleFault) -> EffectSize {
    let (one, other) = try groupVariances(first, second)
    guard one + other > 0 else { throw .noVariation }
    let (n, m) = (Double(first.count), Double(second.count))
    let error = one / n + other / m
    let freedom = error * error / (one * one / (n * n * (n - 1)) + other * other / (m * m * (m - 1)))
    let deviation = ((one + other) / 2).squareRoot()
    return standardized(
      "average_spread_d", difference: first.mean - second.mean, deviation: deviation,
      scale: error.squareRoot() / deviation, freedom: freedom, correction: 1, level: level)
  }

  /// Glass's Δ: the difference of two means in standard deviations of the second group, the one to compare with.
  ///
  /// - Shapes: two groups of at least two values; the second varies.
  /// - Units: standard deviations of the second group.
  /// - Interval: by inverting the noncentral t with the second group's degrees of freedom.
  /// - Source: Glass (1976), Educational Researcher 5(10), 3–8, doi:10.3102/0013189X005010003.
  /// - Throws: ``SampleFault`` for a group of fewer than two values, or a second group without variation.
  public static func glassDelta(
    _ first: Moments, _ second: Moments, level: Double = 0.95
  ) throws(SampleFault) -> EffectSize {
    let (one, other) = try groupVariances(first, second)
    guard other > 0 else { throw .noVariation }
    let (n, m) = (Double(first.count), Double(second.count))
    return standardized(
      "glass_delta", difference: first.mean - second.mean, deviation: other.squareRoot(),
      scale: (1 / m + one / (n * other)).squareRoot(), freedom: m - 1, correction: 1, level: level)
  }

  /// Hedges' g of paired values: the mean change in standard deviations of the changes (d_z), freed of its bias.
  ///
  /// It speaks of how regularly people changed; for how much the level moved see ``averageSpreadD(_:_:level:)``.
  ///
  /// - Shapes: two paired differences or more.
  /// - Units: standard deviations of the differences.
  /// - Interval: by inverting the noncentral t.
  /// - Source: as ``hedgesG(_:_:level:)``; Lakens (2013), Frontiers in Psychology 4, 863, doi:10.3389/fpsyg.2013.00863.
  /// - Throws: ``SampleFault`` for fewer than two differences, or differences that are all equal.
  public static func pairedHedgesG(differences: Moments, level: Double = 0.95) throws(SampleFault) -> EffectSize {
    guard let deviation = differences.standardDeviation else { throw .tooFewValues(group: 0, needed: 2) }
    guard deviation > 0 else { throw .noVariation }
    let freedom = Double(differences.count - 1)
    return standardized(
      "paired_hedges_g", difference: differences.mean, deviation: deviation,
      scale: 1 / Double(differences.count).squareRoot(), freedom: freedom,
      correction: smallSampleCorrection(freedom), level: level)
  }

  /// Hedges' J, Γ(ν/2) ÷ (√(ν/2) Γ((ν − 1)/2)); 0 for one degree of freedom.
  static func smallSampleCorrection(_ freedom: Double) -> Double {
    guard freedom > 1 else { return 0 }
    return exponential(GSL.logGamma(freedom / 2) - GSL.logGamma((freedom - 1) / 2)) / (freedom / 2).squareRoot()
  }

  /// A difference over a standard deviation, with the interval that the noncentral t gives; `scale` is the standard error over
  /// the standard deviation.
  static func standardized(
    _ name: String, difference: Double, deviation: Double, scale: Double, freedom: Double, correction: Double,
    level: Double
  ) -> EffectSize {
    let d = difference / deviation
    let limits = [(1 + level) / 2, (1 - level) / 2].map { tail in
      correction * scale * StudentDistribution.noncentrality(d / scale, degreesOfFreedom: freedom, lowerTail: tail)
    }
    return EffectSize(
      name: name, value: correction * d,
      interval: ConfidenceInterval(lower: limits[0], upper: limits[1], level: level),
      intervalMethod: "inverted noncentral t")
  }

  private static func groupVariances(
    _ first: Moments, _ second: Moments
  ) throws(SampleFault) -> (first: Double, second: Double) {
    guard let one = first.variance else { throw .tooFewValues(group: 0, needed: 2) }
    guard let other = second.variance else { throw .tooFewValues(group: 1, needed: 2) }
    return (one, other)
  }
}
