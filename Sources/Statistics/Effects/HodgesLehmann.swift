extension EffectSize {
  /// The Hodges–Lehmann shift: the median of all differences between a member of the first group and one of the second.
  ///
  /// On a scale of a few points the shift and its limits are differences of points, so ``probabilityOfSuperiority(_:level:)``
  /// says more.
  ///
  /// - Shapes: two groups of at least one value.
  /// - Units: those of the values.
  /// - Interval: between two of the ordered differences, by the exact distribution of U without ties, or its normal limit where
  ///   that would take more than twenty million additions. Exact, its level is the least that is not below the one asked for, and
  ///   stands in the interval; where no such level exists there is no interval.
  /// - Cost: the number of pairs of distinct values, and the exact distribution of U.
  /// - Source: Hodges & Lehmann (1963), Annals of Mathematical Statistics 34(2), 598–611, doi:10.1214/aoms/1177704172.
  /// - Throws: ``SampleFault/emptyGroup(_:)``.
  public static func hodgesLehmann(_ counts: ValueCounts, level: Double = 0.95) throws(SampleFault) -> EffectSize {
    precondition(counts.groupCount == 2, "a shift compares two groups")
    if let empty = counts.groupTotals.firstIndex(of: 0) { throw .emptyGroup(empty) }
    let sizes = counts.groupTotals
    var differences: [(difference: Double, count: Int)] = []
    for one in counts.values.indices where counts[0, one] > 0 {
      for other in counts.values.indices where counts[1, other] > 0 {
        differences.append((counts.values[one] - counts.values[other], counts[0, one] * counts[1, other]))
      }
    }
    differences.sort { $0.difference < $1.difference }
    let total = sizes[0] * sizes[1]
    func value(at place: Int) -> Double {
      var below = 0
      for (difference, count) in differences {
        below += count
        if place < below { return difference }
      }
      return differences[differences.count - 1].difference
    }
    let shift = (value(at: (total - 1) / 2) + value(at: total / 2)) / 2
    guard let limits = limits(sizes[0], sizes[1], level: level) else {
      return EffectSize(name: "hodges_lehmann_shift", value: shift, interval: nil, intervalMethod: "")
    }
    return EffectSize(
      name: "hodges_lehmann_shift", value: shift,
      interval: ConfidenceInterval(
        lower: value(at: limits.cut), upper: value(at: total - 1 - limits.cut), level: limits.level),
      intervalMethod: limits.isExact ? "ordered differences, exact level" : "ordered differences, normal level")
  }

  /// How many of the ordered differences are cut off at each end, and the level that is left; nil when cutting none is too many.
  private static func limits(_ n: Int, _ m: Int, level: Double) -> (cut: Int, level: Double, isExact: Bool)? {
    let total = n + m
    let law = ScoreSumDistribution(
      counts: [Int](repeating: 1, count: total), scores: Array(1...total), drawn: n, stepLimit: 20_000_000)
    guard let law else {
      let deviation = (Double(n) * Double(m) * Double(total + 1) / 12).squareRoot()
      let cut = Double(n) * Double(m) / 2 - GSL.normalQuantile((1 + level) / 2) * deviation - 0.5
      return cut >= 0 ? (Int(cut), level, false) : nil
    }
    let least = n * (n + 1) / 2
    var below = 0.0
    var best: (cut: Int, level: Double, isExact: Bool)?
    for (position, probability) in zip(law.positions, law.probabilities) {
      below += probability
      guard 1 - 2 * below >= level else { break }
      best = (position - least, 1 - 2 * below, true)
    }
    return best
  }
}
