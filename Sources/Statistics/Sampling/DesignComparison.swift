/// Means of several groups of a population compared from a sample with a design; for ranks in place of values the design-based rank test.
///
/// - Shapes: one value per person of the design, and a group number from 0; a NaN and a group number below 0 stay out. Two groups or more
///   with people.
/// - Units: of the values; ranks are shares 0…1 of the population.
/// - Null: all groups have one mean; t, or F for more than two groups, with clusters − strata − groups + 1 degrees of freedom.
/// - Cost: people × groups, and sorting for ranks.
/// - Source: ranks, Lumley & Scott (2013), Biometrika 100(4), 831–842, doi:10.1093/biomet/ast027.
public struct DesignComparison: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Design-based comparison"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "All groups of the population have the same mean, of values or of ranks."

  /// What is compared.
  public enum Scores: Sendable, Hashable, CaseIterable {
    /// The values.
    case values
    /// The share of the population with a lower value, ties split.
    case ranks
  }

  /// t of the second group less the first for two groups; F for more.
  public let statistic: Double
  /// Of the numerator, for F; 1 for t.
  public let numeratorDegreesOfFreedom: Int
  /// Of t, or of F's denominator.
  public let degreesOfFreedom: Double?
  /// From the limit distribution.
  public let pValue: PValue
  /// The mean of each group that has people, in the order of their numbers.
  public let means: [Double]
  /// The second mean less the first, for two groups.
  public let difference: Double?
  /// Its standard error.
  public let standardError: Double?
  /// The t interval of ``difference``.
  public let interval: ConfidenceInterval?
  /// People compared.
  public let count: Int

  /// - Throws: ``SamplingDesign/Fault``.
  public init(
    _ values: [Double], groups: [Int], _ design: SamplingDesign, scores: Scores = .values, level: Double = 0.95
  ) throws(SamplingDesign.Fault) {
    precondition(groups.count == values.count, "groups do not fit the values")
    let weights = design.weights.values
    let used = values.indices.filter { !values[$0].isNaN && groups[$0] >= 0 && weights[$0] > 0 }
    let numbers = Set(used.map { groups[$0] }).sorted()
    guard numbers.count >= 2 else { throw .fewerThanTwoGroups }
    let freedom = design.degreesOfFreedom - numbers.count + 1
    guard freedom >= 1 else { throw .tooFewClusters }
    guard used.contains(where: { values[$0] != values[used[0]] }) else { throw .noVariation }
    let scored = scores == .values ? values : Self.ranks(values, used, weights)
    var means: [Double] = []
    var influences: [[Double]] = []
    for number in numbers {
      let part = try DesignDomain(scored, design, values.indices.map { groups[$0] == number && !values[$0].isNaN })
      means.append(part.mean)
      influences.append(part.influence(scored.map { $0 - part.mean }))
    }
    let contrasts = influences.dropFirst().map { zip($0, influences[0]).map { $0 - $1 } }
    let differences = means.dropFirst().map { $0 - means[0] }
    let covariance = design.covariance(ofTotals: contrasts)
    let scale = scored.reduce(0) { $1.isNaN ? $0 : max($0, abs($1)) }
    guard let inverse = covariance.inverse?.matrix, covariance[0, 0] > 1e-26 * scale * scale else { throw .noVariation }
    self.means = means
    count = used.count
    numeratorDegreesOfFreedom = differences.count
    degreesOfFreedom = Double(freedom)
    if differences.count == 1 {
      let error = covariance[0, 0].squareRoot()
      statistic = differences[0] / error
      difference = differences[0]
      standardError = error
      interval = .mean(differences[0], standardError: error, degreesOfFreedom: Double(freedom), level: level)
      pValue = .asymptotic(
        StudentDistribution.bothTails(differences[0] / error, degreesOfFreedom: Double(freedom)), smallest: 0)
    } else {
      let f = inverse.form(differences, differences) / Double(differences.count)
      statistic = f
      (difference, standardError, interval) = (nil, nil, nil)
      pValue = .asymptotic(
        FDistribution.upperTail(f, Double(differences.count), Double(freedom)), smallest: 0)
    }
  }

  /// Which outcomes counted as extreme here.
  public var sidedness: Sidedness { numeratorDegreesOfFreedom == 1 ? .distanceFromExpectation : .upperTail }

  /// The weight below each value and half the weight at it, as a share of the whole.
  private static func ranks(_ values: [Double], _ used: [Int], _ weights: [Double]) -> [Double] {
    var ranks = values
    let order = used.sorted { values[$0] < values[$1] }
    let whole = used.reduce(0) { $0 + weights[$1] }
    var (start, passed) = (0, 0.0)
    while start < order.count {
      var end = start
      while end < order.count && values[order[end]] == values[order[start]] { end += 1 }
      let tied = order[start..<end].reduce(0) { $0 + weights[$1] }
      for person in order[start..<end] { ranks[person] = (passed + tied / 2) / whole }
      passed += tied
      start = end
    }
    return ranks
  }
}
