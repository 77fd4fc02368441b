extension PairwiseComparisons {
  /// The Tukey–Kramer method (Tukey's honest differences): all differences of means, variances taken to be equal, with
  /// simultaneous intervals.
  ///
  /// - Shapes: two or more groups of at least one value, some group of two.
  /// - Null: the studentised range with N − k degrees of freedom; p and intervals are adjusted for all pairs. The statistic is t.
  /// - Cost: one quantile of some milliseconds, and a tail per pair.
  /// - Source: Kramer (1956), Biometrics 12(3), 307–310, doi:10.2307/3001469.
  /// - Throws: as ``AnovaTest``.
  public static func tukey(_ groups: [Moments], level: Double = 0.95) throws(SampleFault) -> [PairwiseComparison] {
    let test = try AnovaTest(groups)
    let freedom = test.denominatorDegreesOfFreedom
    let root = 2.0.squareRoot()
    let critical = StudentizedRange.quantile(level, groups: groups.count, degreesOfFreedom: freedom) / root
    return pairs(groups.count).map { i, j in
      let error = (test.table.within.meanSquare * (1 / Double(groups[i].count) + 1 / Double(groups[j].count)))
        .squareRoot()
      let difference = groups[i].mean - groups[j].mean
      return PairwiseComparison(
        first: i, second: j, difference: difference, statistic: difference / error, degreesOfFreedom: freedom,
        p: positive(
          StudentizedRange.upperTail(
            abs(difference) / error * root, groups: groups.count, degreesOfFreedom: freedom)),
        interval: ConfidenceInterval(
          lower: difference - critical * error, upper: difference + critical * error, level: level))
    }
  }

  /// The method of Dwass, Steel, Critchlow and Fligner: every pair ranked on its own, p adjusted for all pairs.
  ///
  /// - Shapes: two or more groups of at least one value.
  /// - Null: the studentised range of normal values. The statistic is q, signed; the difference is that of the pair's mean ranks. A
  ///   pair whose values are all equal has q 0 and p 1.
  /// - Cost: pairs × distinct values.
  /// - Source: Critchlow & Fligner (1991), Communications in Statistics 20(1), 127–139, doi:10.1080/03610929108830487.
  /// - Throws: as ``KruskalWallisTest``.
  public static func dwassSteel(_ counts: ValueCounts) throws(SampleFault) -> [PairwiseComparison] {
    try counts.checkForComparison()
    return pairs(counts.groupCount).map { i, j in
      let stratum = RankStratum(counts.selecting(groups: [i, j]))
      let sum = counts.selecting(groups: [i, j]).doubledRankSums[0]
      let distance = Double(sum - stratum.centre) / 2
      let q = stratum.variance > 0 ? 2.0.squareRoot() * distance / stratum.variance.squareRoot() : 0
      let scale = Double(stratum.total) / Double(stratum.sizes[0] * stratum.sizes[1])
      return PairwiseComparison(
        first: i, second: j, difference: distance * scale, statistic: q, degreesOfFreedom: nil,
        p: positive(
          StudentizedRange.upperTail(abs(q), groups: counts.groupCount, degreesOfFreedom: .infinity)),
        interval: nil)
    }
  }

  /// Nemenyi's method: all differences of mean ranks, ranked over all groups, p adjusted for all pairs, without a term for ties.
  ///
  /// - Shapes: two or more groups of at least one value.
  /// - Null: the studentised range of normal values. The statistic is q, signed.
  /// - Cost: distinct values and pairs.
  /// - Source: Nemenyi (1963), Distribution-free multiple comparisons, thesis, Princeton; unequal sizes as Hollander & Wolfe (1999),
  ///   section 6.5.
  /// - Throws: as ``KruskalWallisTest``.
  public static func nemenyi(_ counts: ValueCounts) throws(SampleFault) -> [PairwiseComparison] {
    try counts.checkForComparison()
    let sizes = counts.groupTotals.map { Double($0) }
    let n = sizes.reduce(0, +)
    let means = zip(counts.doubledRankSums, sizes).map { Double($0) / 2 / $1 }
    return pairs(counts.groupCount).map { i, j in
      let difference = means[i] - means[j]
      let q = difference / (n * (n + 1) / 24 * (1 / sizes[i] + 1 / sizes[j])).squareRoot()
      return PairwiseComparison(
        first: i, second: j, difference: difference, statistic: q, degreesOfFreedom: nil,
        p: positive(
          StudentizedRange.upperTail(abs(q), groups: counts.groupCount, degreesOfFreedom: .infinity)),
        interval: nil)
    }
  }
}
