extension EffectSize {
  /// The matched-pairs rank biserial correlation: the rank sum of the rises less that of the falls, over both.
  ///
  /// −1 when everyone who changed fell, 1 when everyone rose. The interval is BCa over the people, the unchanged among
  /// them; there is none when all changes have one direction, because no resample can then show another.
  ///
  /// - Units: none; −1…1. Ranks are Pratt's, as in ``SignedRankTest``, unless `zeros` says otherwise.
  /// - Cost: draws × distinct sizes of change.
  /// - Source: King, Rosopa & Minium (2011), Statistical Reasoning in the Behavioral Sciences; Kerby (2014),
  ///   Comprehensive Psychology 3, 11.IT.3.1, doi:10.2466/11.IT.3.1.
  /// - Throws: ``SampleFault/emptyGroup(_:)`` without a complete pair, ``SampleFault/noVariation`` when no one changed.
  public static func matchedPairsRankBiserial(
    _ differences: PairedDifferences, zeros: SignedRankTest.Zeros = .pratt, level: Double = 0.95,
    draws: Int = 2_000, seed: UInt64 = 1
  ) throws(SampleFault) -> EffectSize {
    guard differences.total > 0 else { throw .emptyGroup(0) }
    guard !differences.magnitudes.isEmpty else { throw .noVariation }
    // Cells: the unchanged, then rises and falls of each size in turn.
    let cells = [differences.unchanged] + differences.magnitudes.flatMap { [$0.rises, $0.falls] }
    let statistic: @Sendable ([[Int]]) -> Double? = { tables in
      let table = tables[0]
      var below = zeros == .pratt ? table[0] : 0
      var (difference, sum) = (0.0, 0.0)
      for place in stride(from: 1, to: table.count, by: 2) {
        let count = table[place] + table[place + 1]
        let rank = Double(2 * below + count + 1)
        difference += rank * Double(table[place] - table[place + 1])
        sum += rank * Double(count)
        below += count
      }
      return sum > 0 ? difference / sum : nil
    }
    let name = "matched_pairs_rank_biserial"
    guard differences.rises > 0, differences.falls > 0 else {
      return EffectSize(
        name: name, value: differences.rises > 0 ? 1 : -1, interval: nil, intervalMethod: "")
    }
    let bootstrap = try Bootstrap(strata: [cells], count: draws, seed: seed, statistic: statistic)
    let interval = bootstrap.interval(.bca, level: level)
    return EffectSize(
      name: name, value: bootstrap.estimate, interval: interval.interval,
      intervalMethod: interval.caveats.contains(.correctionUndefined)
        ? "percentile bootstrap of people" : "BCa bootstrap of people")
  }
}
