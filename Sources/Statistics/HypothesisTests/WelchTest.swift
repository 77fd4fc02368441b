/// Welch's t test: do two groups have the same mean, whatever their variances?
///
/// - Shapes: two groups of at least two values.
/// - Units: those of the values; the statistic has none.
/// - Null: t with Satterthwaite's degrees of freedom; or, under the other choices, the studentised difference permuted: exact
///   up to 300,000 tables, else 9,999 permutations from seed 1.
/// - Cost: tables, or draws, × distinct values.
/// - Source: Welch (1947), Biometrika 34(1–2), 28–35, doi:10.2307/2332510; permuted, Janssen (1997), Statistics & Probability
///   Letters 36(1), 9–21.
public struct WelchTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Welch's t test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "Both groups have the same mean."
  /// t, first group less second.
  public let statistic: Double
  /// Satterthwaite's degrees of freedom.
  public let degreesOfFreedom: Double?
  /// The two-sided p-value.
  public let pValue: PValue
  /// The difference of the means, first less second.
  public let difference: Double
  /// The t interval of the difference.
  public let interval: ConfidenceInterval

  /// - Throws: ``SampleFault`` for fewer than two groups, a group of fewer than two values, or groups that both lack variation.
  public init(_ counts: ValueCounts, null: NullDistribution = .asymptotic, level: Double = 0.95) throws(SampleFault) {
    try counts.checkForComparison()
    precondition(counts.groupCount == 2, "Welch's test compares two groups")
    let used = counts.selecting(groups: [0, 1])
    let (values, width) = (used.values, used.values.count)
    @Sendable func moments(_ table: [Int], _ group: Int) -> Moments {
      Moments(values: values, counts: table[(group * width)..<((group + 1) * width)])
    }
    for (group, size) in counts.groupTotals.enumerated() where size < 2 { throw .tooFewValues(group: group, needed: 2) }
    let sample = [moments(used.counts, 0), moments(used.counts, 1)]
    let errors = sample.map { ($0.variance ?? 0) / Double($0.count) }
    let variance = errors[0] + errors[1]
    guard variance > 0 else { throw .noVariation }
    let freedom =
      variance * variance
      / (errors[0] * errors[0] / Double(sample[0].count - 1) + errors[1] * errors[1] / Double(sample[1].count - 1))
    let error = variance.squareRoot()
    difference = sample[0].mean - sample[1].mean
    statistic = difference / error
    degreesOfFreedom = freedom
    interval = .mean(difference, standardError: error, degreesOfFreedom: freedom, level: level)
    let floor = 1e-12 * max(1, abs(values[width - 1] - values[0]))
    let permuted = TablePermutation(CrossCounts(used)).pValue(null, observed: used.counts, limit: 300_000) { table in
      let (first, second) = (moments(table, 0), moments(table, 1))
      let variance = (first.variance ?? 0) / Double(first.count) + (second.variance ?? 0) / Double(second.count)
      return abs(first.mean - second.mean) / max(variance.squareRoot(), floor)
    }
    pValue =
      permuted
      ?? .asymptotic(StudentDistribution.bothTails(statistic, degreesOfFreedom: freedom), smallest: 0)
  }
}

extension Moments {
  /// The moments of values that occur the given numbers of times.
  init(values: [Double], counts: some Collection<Int>) {
    var count = 0
    var sum = 0.0
    for (value, times) in zip(values, counts) {
      count += times
      sum += value * Double(times)
    }
    let mean = count > 0 ? sum / Double(count) : 0
    var squares = 0.0
    for (value, times) in zip(values, counts) { squares += Double(times) * (value - mean) * (value - mean) }
    self.init(count: count, mean: mean, squares: squares)
  }
}
