extension EffectSize {
  /// η²: the share of the variance of the sample that lies between the groups, from an F test. It exaggerates in small samples;
  /// ``omegaSquared(f:numerator:denominator:level:)`` does not.
  ///
  /// - Shapes, units, interval: as ``omegaSquared(f:numerator:denominator:level:)``.
  /// - Source: Pearson (1905), Drapers' Company Research Memoirs; interval, Steiger (2004), Psychological Methods 9(2), 164–182.
  public static func etaSquared(f: Double, numerator: Double, denominator: Double, level: Double = 0.95) -> EffectSize {
    varianceShare(
      "eta_squared", f * numerator / (f * numerator + denominator), numerator, denominator, level: level)
  }

  /// ε²: the share of the variance of a scale that lies between the groups, adjusted as R² is, from an F test.
  ///
  /// - Shapes, units, interval: as ``omegaSquared(f:numerator:denominator:level:)``.
  /// - Source: Kelley (1935), PNAS 21(9), 554–559, doi:10.1073/pnas.21.9.554.
  public static func epsilonSquared(
    f: Double, numerator: Double, denominator: Double, level: Double = 0.95
  ) -> EffectSize {
    varianceShare(
      "anova_epsilon_squared", max(0, (f - 1) * numerator / (f * numerator + denominator)), numerator, denominator,
      level: level)
  }

  /// Rank η², (H − k + 1) ÷ (N − k), floored at 0; ``epsilonSquared(_:)`` is the more common.
  ///
  /// - Shapes: two or more groups of at least one value, more values than groups.
  /// - Units: 0…1; no interval.
  /// - Source: Tomczak & Tomczak (2014), Trends in Sport Sciences 1(21), 19–25.
  /// - Throws: as ``KruskalWallisTest``; ``SampleFault/tooFewValues(group:needed:)`` for groups of one value each.
  public static func rankEtaSquared(_ counts: ValueCounts) throws(SampleFault) -> EffectSize {
    let h = try KruskalWallisTest(counts, null: .asymptotic).statistic
    let (total, k) = (Double(counts.groupTotals.reduce(0, +)), Double(counts.groupCount))
    guard total > k else { throw .tooFewValues(group: 0, needed: 2) }
    return EffectSize(
      name: "rank_eta_squared", value: min(1, max(0, (h - k + 1) / (total - k))), interval: nil, intervalMethod: "")
  }

  /// A share of variance with the noncentralities under which the F that belongs to it would be at the ends of the middle
  /// `level`; 0 where there is none.
  static func varianceShare(
    _ name: String, _ value: Double, _ numerator: Double, _ denominator: Double, level: Double
  ) -> EffectSize {
    precondition(
      value >= 0 && value < 1 && numerator > 0 && denominator > 0, "an F is finite and has positive degrees of freedom")
    let adjusted = value / numerator / ((1 - value) / denominator)
    func tails(_ noncentrality: Double) -> (lower: Double, upper: Double) {
      FDistribution.noncentralTails(adjusted, numerator, denominator, noncentrality: noncentrality)
    }
    func share(_ noncentrality: Double) -> Double { noncentrality / (noncentrality + denominator) }
    let tail = (1 - level) / 2
    var reach = 8.0
    while tails(reach).lower > tail { reach *= 2 }
    let lower = tails(0).upper >= tail ? 0 : RootSearch.zero(from: 0, to: reach) { tails($0).upper - tail }
    let upper = tails(0).lower <= tail ? 0 : RootSearch.zero(from: 0, to: reach) { tails($0).lower - tail }
    return EffectSize(
      name: name, value: value,
      interval: ConfidenceInterval(lower: share(min(lower, upper)), upper: share(upper), level: level),
      intervalMethod: "inverted noncentral F")
  }
}
