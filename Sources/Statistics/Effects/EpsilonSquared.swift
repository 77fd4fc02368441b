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

extension EffectSize {
  /// Rank ε² with a bootstrap interval: people are drawn anew within each group, as tables of counts.
  ///
  /// ε² is never below 0 and lies above it by chance alone, so an interval that starts just above 0 is no evidence of a
  /// difference: that is what the p of ``KruskalWallisTest`` is for. There is no interval when no draw differs from the sample,
  /// as when everybody of a group gave one answer.
  ///
  /// - Shapes, units: as ``epsilonSquared(_:)``.
  /// - Cost: draws × groups × distinct values; never people.
  /// - Source: as ``epsilonSquared(_:)``; BCa, Efron (1987), JASA 82(397), 171–185.
  /// - Throws: as ``KruskalWallisTest``.
  public static func epsilonSquared(
    _ counts: ValueCounts, method: BootstrapInterval.Method, draws: Int = 2_000, seed: UInt64 = 1, level: Double = 0.95
  ) throws(SampleFault) -> EffectSize {
    let plain = try epsilonSquared(counts)
    let strata = (0..<counts.groupCount).map { Array(counts.row($0)) }
    let bootstrap = try Bootstrap(strata: strata, count: draws, seed: seed) { share($0) }
    let result = bootstrap.interval(method, level: level)
    guard !result.caveats.contains(.degenerate) else { return plain }
    return EffectSize(
      name: plain.name, value: plain.value,
      interval: result.interval.clipped(to: 0...1), intervalMethod: "\(result.name) bootstrap of people within groups")
  }

  /// ε² of a groups × values table as the share of the ranks' sum of squares that lies between groups; nil when all values are
  /// equal.
  private static func share(_ table: [[Int]]) -> Double? {
    let width = table.first?.count ?? 0
    var totals = [Int](repeating: 0, count: width)
    for group in table { for value in 0..<width { totals[value] += group[value] } }
    let people = totals.reduce(0, +)
    // Doubled ranks about their mean: whole numbers.
    var below = 0
    let ranks = totals.map { total in
      defer { below += total }
      return 2 * below + total - people
    }
    let whole = zip(totals, ranks).reduce(0.0) { $0 + Double($1.0) * Double($1.1) * Double($1.1) }
    guard whole > 0 else { return nil }
    let between = table.reduce(0.0) { sum, group in
      let (size, ranked) = zip(group, ranks).reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.0 * $1.1) }
      return sum + Double(ranked) * Double(ranked) / Double(size)
    }
    return between / whole
  }
}
