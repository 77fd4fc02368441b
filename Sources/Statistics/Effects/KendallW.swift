extension EffectSize {
  /// Kendall's W with a bootstrap interval: how far several people put the same things in the same order, people drawn anew.
  ///
  /// W is never below 0 and lies above it by chance alone, about 1 ÷ people for orders that have nothing in common, so its interval is
  /// no test; that is ``KendallConcordanceTest``. There is no interval when no draw differs from the sample.
  ///
  /// - Shapes: one row per person of one value per thing; rows with a NaN, and rows whose values are all equal, are left out.
  /// - Units: 0…1; only each person's order matters.
  /// - Cost: draws × different orders × things, never people.
  /// - Source: Kendall & Babington Smith (1939), Annals of Mathematical Statistics 10(3), 275–287; BCa, Efron (1987), JASA
  ///   82(397), 171–185.
  /// - Throws: as ``KendallConcordanceTest``.
  public static func kendallW(
    raters: [[Double]], method: BootstrapInterval.Method = .bca, draws: Int = 2_000, seed: UInt64 = 1,
    level: Double = 0.95
  ) throws(SampleFault) -> EffectSize {
    let blocks = try RankedBlocks(raters, droppingUniform: true)
    let mean = blocks.size + 1
    // People with one order are one pattern with a count.
    let patterns = Dictionary(grouping: blocks.ranks) { $0 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let distances = patterns.map { pattern in pattern.key.map { Double($0 - mean) } }
    let spreads = distances.map { $0.reduce(0) { $0 + $1 * $1 } }
    let bootstrap = try Bootstrap(strata: [patterns.map(\.value.count)], count: draws, seed: seed) { tables in
      var sums = [Double](repeating: 0, count: mean - 1)
      var (people, spread) = (0, 0.0)
      for (place, count) in tables[0].enumerated() where count > 0 {
        people += count
        spread += Double(count) * spreads[place]
        for column in sums.indices { sums[column] += Double(count) * distances[place][column] }
      }
      return people > 0 ? sums.reduce(0) { $0 + $1 * $1 } / (Double(people) * spread) : nil
    }
    let result = bootstrap.interval(method, level: level)
    let value = min(1, bootstrap.estimate)
    guard !result.caveats.contains(.degenerate) else {
      return EffectSize(name: "kendall_w", value: value, interval: nil, intervalMethod: "")
    }
    return EffectSize(
      name: "kendall_w", value: value, interval: result.interval.clipped(to: 0...1),
      intervalMethod: "\(result.name) bootstrap of people")
  }
}

extension BootstrapInterval {
  /// The method in words; BCa without a correction is the percentile interval.
  var name: String {
    switch method {
    case .percentile: "percentile"
    case .basic: "basic"
    case .bca: caveats.contains(.correctionUndefined) ? "percentile" : "BCa"
    }
  }
}
