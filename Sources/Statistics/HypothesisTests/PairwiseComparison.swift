/// One pair of groups compared after, or in place of, a test of all groups.
public struct PairwiseComparison: Sendable, Hashable {
  /// The first group, by index.
  public let first: Int
  /// The second group, by index.
  public let second: Int
  /// The estimated difference, first less second: of means, or of mean ranks.
  public let difference: Double
  /// The signed statistic: t, z or q as the method says.
  public let statistic: Double
  /// The statistic's degrees of freedom; nil for a normal limit.
  public let degreesOfFreedom: Double?
  /// The two-sided p-value; whether it is adjusted for the other pairs is said by the method that made it.
  public let p: Double
  /// The simultaneous interval of the difference, where the method has one.
  public let interval: ConfidenceInterval?
}

/// Comparisons of all pairs of groups.
public enum PairwiseComparisons {
  /// The Games–Howell method: all differences of means, whatever the variances, with simultaneous intervals.
  ///
  /// - Shapes: two or more groups of at least two values.
  /// - Null: the studentised range; p and intervals are adjusted for all pairs.
  /// - Cost: pairs, each some milliseconds for its quantile.
  /// - Source: Games & Howell (1976), Journal of Educational Statistics 1(2), 113–125, doi:10.3102/10769986001002113.
  /// - Throws: ``SampleFault`` for fewer than two groups, a group of fewer than two values, or a pair without variation.
  public static func gamesHowell(_ groups: [Moments], level: Double = 0.95) throws(SampleFault) -> [PairwiseComparison]
  {
    let root = 2.0.squareRoot()
    return try welchPairs(groups).map { pair in
      let half =
        StudentizedRange.quantile(level, groups: groups.count, degreesOfFreedom: pair.freedom) / root * pair.error
      return PairwiseComparison(
        first: pair.first, second: pair.second, difference: pair.difference, statistic: pair.difference / pair.error,
        degreesOfFreedom: pair.freedom,
        p: positive(
          StudentizedRange.upperTail(
            abs(pair.difference) / pair.error * root, groups: groups.count, degreesOfFreedom: pair.freedom)),
        interval: ConfidenceInterval(lower: pair.difference - half, upper: pair.difference + half, level: level))
    }
  }

  /// Each pair's difference of means with its own standard error and Satterthwaite's degrees of freedom.
  static func welchPairs(_ groups: [Moments]) throws(SampleFault) -> [(
    first: Int, second: Int, difference: Double, error: Double, freedom: Double
  )] {
    guard groups.count >= 2 else { throw .fewerThanTwoGroups }
    for (group, moments) in groups.enumerated() where moments.count < 2 { throw .tooFewValues(group: group, needed: 2) }
    return try pairs(groups.count).map { i, j throws(SampleFault) in
      let errors = [groups[i], groups[j]].map { ($0.variance ?? 0) / Double($0.count) }
      let variance = errors[0] + errors[1]
      guard variance > 0 else { throw .noVariation }
      let freedom =
        variance * variance
        / (errors[0] * errors[0] / Double(groups[i].count - 1) + errors[1] * errors[1] / Double(groups[j].count - 1))
      return (i, j, groups[i].mean - groups[j].mean, variance.squareRoot(), freedom)
    }
  }

  /// Dunn's method: all differences of mean ranks, ranked over all groups. p is not adjusted.
  ///
  /// - Shapes: two or more groups of at least one value.
  /// - Null: normal, with the correction for ties.
  /// - Source: Dunn (1964), Technometrics 6(3), 241–252, doi:10.1080/00401706.1964.10490181.
  /// - Throws: as ``KruskalWallisTest``.
  public static func dunn(_ counts: ValueCounts) throws(SampleFault) -> [PairwiseComparison] {
    try counts.checkForComparison()
    let sizes = counts.groupTotals.map { Double($0) }
    let n = sizes.reduce(0, +)
    let variance = n * (n + 1) / 12 - counts.tieSum / (12 * (n - 1))
    let means = zip(counts.doubledRankSums, sizes).map { Double($0) / 2 / $1 }
    return pairs(counts.groupCount).map { i, j in
      let difference = means[i] - means[j]
      let z = difference / (variance * (1 / sizes[i] + 1 / sizes[j])).squareRoot()
      return PairwiseComparison(
        first: i, second: j, difference: difference, statistic: z, degreesOfFreedom: nil,
        p: positive(2 * GSL.normalUpperTail(abs(z))), interval: nil)
    }
  }

  /// The Conover–Iman method: Dunn's differences against what the Kruskal–Wallis test leaves unexplained. p is not adjusted.
  ///
  /// - Shapes: two or more groups of at least one value, more values than groups.
  /// - Null: t with N − k degrees of freedom.
  /// - Source: Conover & Iman (1979), Los Alamos report LA-7677-MS.
  /// - Throws: as ``KruskalWallisTest``; ``SampleFault/noVariation`` when the groups explain all variation of the ranks.
  public static func conoverIman(_ counts: ValueCounts) throws(SampleFault) -> [PairwiseComparison] {
    let h = try KruskalWallisTest(counts, null: .asymptotic).statistic
    let sizes = counts.groupTotals.map { Double($0) }
    let n = sizes.reduce(0, +)
    let freedom = n - Double(counts.groupCount)
    guard freedom > 0 else { throw .tooFewValues(group: 0, needed: 2) }
    let total = n * (n + 1) * (n + 1) / 4
    let squares = zip(counts.valueTotals, counts.doubledMidranks).reduce(0.0) {
      $0 + Double($1.0) * Double($1.1) * Double($1.1) / 4
    }
    let variance = (squares - total) / (n - 1) * max(0, n - 1 - h) / freedom
    guard variance > 1e-12 * squares / n else { throw .noVariation }
    let means = zip(counts.doubledRankSums, sizes).map { Double($0) / 2 / $1 }
    return pairs(counts.groupCount).map { i, j in
      let difference = means[i] - means[j]
      let t = difference / (variance * (1 / sizes[i] + 1 / sizes[j])).squareRoot()
      return PairwiseComparison(
        first: i, second: j, difference: difference, statistic: t, degreesOfFreedom: freedom,
        p: positive(StudentDistribution.bothTails(t, degreesOfFreedom: freedom)), interval: nil)
    }
  }

  /// A p that rounding can neither make 0 nor carry past 1.
  static func positive(_ p: Double) -> Double { min(1, max(p, .leastNonzeroMagnitude)) }

  /// Every pair of indices, the first index's first.
  static func pairs(_ count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { i in ((i + 1)..<max(i + 1, count)).map { (i, $0) } }
  }
}
