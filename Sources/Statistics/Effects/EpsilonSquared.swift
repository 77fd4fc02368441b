extension EffectSize {
  /// Rank ε²: the share of the variation of the ranks that lies between the groups, H ÷ (N − 1).
  ///
  /// - Shapes: two or more groups of at least one value.
  /// - Units: 0…1; no interval.
  /// - Source: Kelley (1935), PNAS 21(9), 554–559, doi:10.1073/pnas.21.9.554; for ranks Tomczak & Tomczak (2014), Trends in
  ///   Sport Sciences 1(21), 19–25.
  /// - Throws: as ``KruskalWallisTest``.
  public static func epsilonSquared(_ counts: ValueCounts) throws(SampleFault) -> EffectSize {
    let h = try KruskalWallisTest(counts, null: .asymptotic).statistic
    let total = counts.groupTotals.reduce(0, +)
    return EffectSize(
      name: "epsilon_squared", value: min(1, h / Double(total - 1)), interval: nil, intervalMethod: "")
  }
}
