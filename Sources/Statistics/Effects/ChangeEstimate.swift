/// How far a mean moved between two waves that share some of their people.
///
/// The change is the mean of the second wave less that of the first, over everybody who was there. People who were there twice make it
/// surer, because their own change carries no difference between people; people who were there once are not thrown away. With
/// everybody there twice it is the paired t test's estimate, with nobody twice Welch's.
///
/// - Shapes: one entry per person and wave, nil where the person was not there; two people or more in each wave. With clusters, one
///   cluster for each person.
/// - Units: those of the values.
/// - Error, unrelated people: s₁²/n₁ + s₂²/n₂ − 2 r s₁ s₂ m/(n₁ n₂), m people being there twice and r their correlation (0 below three), with
///   degrees of freedom between those of the paired and of Welch's test. Derrick, Russ, Toher & White (2017), Journal of Modern
///   Applied Statistical Methods 16(1), 137–157, doi:10.22237/jmasm/1493597280 (their T_new2).
/// - Error, clusters: each person's part in the change, summed within clusters, G/(G − 1) Σ u², with G − 1 degrees of freedom; it holds
///   for people there once or twice alike. Cameron & Miller (2015), Journal of Human Resources 50(2), 317–372.
public struct ChangeEstimate: Sendable, Hashable {
  /// The mean of the second wave less that of the first.
  public let value: Double
  /// Its standard error; above 0.
  public let standardError: Double
  /// The degrees of freedom of the error.
  public let degreesOfFreedom: Double

  /// The change of people who are otherwise unrelated.
  ///
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for fewer than two people in a wave, ``SampleFault/noVariation`` when the
  ///   error is 0.
  public init(first: [Double?], second: [Double?]) throws(SampleFault) {
    precondition(first.count == second.count, "each person has an entry in both waves")
    let (before, after) = (Moments(first.compactMap(\.self)), Moments(second.compactMap(\.self)))
    guard let v1 = before.variance else { throw .tooFewValues(group: 0, needed: 2) }
    guard let v2 = after.variance else { throw .tooFewValues(group: 1, needed: 2) }
    let (n1, n2) = (Double(before.count), Double(after.count))
    let twice = zip(first, second).compactMap { pair in pair.0.flatMap { a in pair.1.map { (a, $0) } } }
    let m = Double(twice.count)
    let (a, b) = (v1 / n1, v2 / n2)
    let covariance = Self.correlation(twice) * (v1 * v2).squareRoot() * m / (n1 * n2)
    let squared = a + b - 2 * covariance
    guard squared > 1e-18 * max(1, v1, v2) else { throw .noVariation }
    value = after.mean - before.mean
    standardError = squared.squareRoot()
    let welch = (a + b) * (a + b) / (a * a / (n1 - 1) + b * b / (n2 - 1))
    let once = n1 + n2 - 2 * m
    degreesOfFreedom = once == 0 ? m - 1 : m - 1 + (welch - m + 1) / (once + 2 * m) * once
  }

  /// The change of people who belong to clusters, the clusters being unrelated.
  ///
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for a wave without people, ``SampleFault/tooFewClusters(needed:)`` below two
  ///   clusters, ``SampleFault/noVariation`` when the error is 0.
  public init(first: [Double?], second: [Double?], clusters: [Int]) throws(SampleFault) {
    precondition(first.count == second.count && clusters.count == first.count, "each person has an entry in both waves")
    let (before, after) = (Moments(first.compactMap(\.self)), Moments(second.compactMap(\.self)))
    guard before.count > 0 else { throw .tooFewValues(group: 0, needed: 1) }
    guard after.count > 0 else { throw .tooFewValues(group: 1, needed: 1) }
    var parts: [Int: Double] = [:]
    for (person, cluster) in clusters.enumerated() {
      var part: Double?
      if let score = first[person] { part = (part ?? 0) - (score - before.mean) / Double(before.count) }
      if let score = second[person] { part = (part ?? 0) + (score - after.mean) / Double(after.count) }
      if let part { parts[cluster, default: 0] += part }
    }
    guard parts.count > 1 else { throw .tooFewClusters(needed: 2) }
    let count = Double(parts.count)
    // In the clusters' order, so that the last digit does not depend on the dictionary.
    let squares = parts.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
    guard squares > 1e-18 else { throw .noVariation }
    value = after.mean - before.mean
    standardError = (count / (count - 1) * squares).squareRoot()
    degreesOfFreedom = count - 1
  }

  private init(value: Double, standardError: Double, degreesOfFreedom: Double) {
    (self.value, self.standardError, self.degreesOfFreedom) = (value, standardError, degreesOfFreedom)
  }

  /// The same change with another error: the one with which half of its interval is `half`.
  package func widened(to half: Double, level: Double) -> ChangeEstimate {
    ChangeEstimate(
      value: value,
      standardError: half / GSL.studentQuantile((1 + level) / 2, degreesOfFreedom: degreesOfFreedom),
      degreesOfFreedom: degreesOfFreedom)
  }

  /// Student's t interval of the change.
  public func interval(level: Double = 0.95) -> ConfidenceInterval {
    .mean(value, standardError: standardError, degreesOfFreedom: degreesOfFreedom, level: level)
  }

  /// The smallest change that counts as one: from it on the interval leaves out 0.
  public func smallestClear(level: Double = 0.95) -> Double {
    GSL.studentQuantile((1 + level) / 2, degreesOfFreedom: degreesOfFreedom) * standardError
  }

  /// The true change that would count as one with a given probability, by the noncentral t distribution.
  public func detectable(level: Double = 0.95, power: Double = 0.8) -> Double {
    precondition(power > 1 - level && power < 1, "a power lies between the size of the test and 1")
    let critical = GSL.studentQuantile((1 + level) / 2, degreesOfFreedom: degreesOfFreedom)
    return standardError
      * StudentDistribution.noncentrality(critical, degreesOfFreedom: degreesOfFreedom, lowerTail: 1 - power)
  }

  /// Pearson's r; 0 for fewer than three pairs and where one side does not vary.
  private static func correlation(_ pairs: [(Double, Double)]) -> Double {
    guard pairs.count > 2 else { return 0 }
    let (x, y) = (Moments(pairs.map(\.0)), Moments(pairs.map(\.1)))
    guard let dx = x.standardDeviation, let dy = y.standardDeviation, dx > 0, dy > 0 else { return 0 }
    let sum = pairs.reduce(0) { $0 + ($1.0 - x.mean) * ($1.1 - y.mean) }
    return max(-1, min(1, sum / (Double(pairs.count - 1) * dx * dy)))
  }
}
