/// Weights changed so that groups of respondents stand for groups of the population whose sizes are known: post-stratification to one
/// grouping, raking to several in turn.
///
/// - Shapes: one group number per person and one population size per group, for each grouping. All groupings must have one total.
/// - Units: those of the population sizes.
/// - Cost: people × groupings for each round.
/// - Source: post-stratification, Holt & Smith (1979), Journal of the Royal Statistical Society A 142(1), 33–46; raking, Deming & Stephan
///   (1940), Annals of Mathematical Statistics 11(4), 427–444; variances, Deville & Särndal (1992), JASA 87(418), 376–382.
public struct Calibration: Sendable, Hashable {
  /// A grouping with its known sizes.
  public struct Margin: Sendable, Hashable {
    /// The group of each person, from 0.
    public let groups: [Int]
    /// The population of each group.
    public let sizes: [Double]

    /// Wraps a grouping; every group number must have a size, and sizes must not be negative.
    public init(groups: [Int], sizes: [Double]) {
      precondition(groups.allSatisfy(sizes.indices.contains), "a group has no size")
      precondition(sizes.allSatisfy { $0 >= 0 && $0.isFinite }, "a size is negative or no number")
      self.groups = groups
      self.sizes = sizes
    }
  }

  /// Why weights cannot be changed.
  public enum Fault: Error, Sendable, Hashable {
    /// A group that exists in the population has no respondent with a weight, by grouping and group.
    case emptyGroup(margin: Int, group: Int)
    /// Groupings differ in their totals, by grouping.
    case differentTotals(margin: Int)
    /// Sizes cannot all be met with these respondents, or not in the rounds allowed.
    case notConverged
  }

  /// The changed weights.
  public let weights: SamplingWeights
  /// The weights before.
  public let base: SamplingWeights
  /// The groupings.
  public let margins: [Margin]
  /// Rounds that it took.
  public let rounds: Int

  /// - Throws: ``Fault``.
  public init(_ weights: SamplingWeights, to margins: [Margin], mostRounds: Int = 1_000) throws(Fault) {
    precondition(
      !margins.isEmpty && margins.allSatisfy { $0.groups.count == weights.values.count }, "a grouping does not fit")
    let total = margins[0].sizes.reduce(0, +)
    precondition(total > 0, "the population is empty")
    for (place, margin) in margins.enumerated() {
      guard abs(margin.sizes.reduce(0, +) - total) <= 1e-9 * total else { throw .differentTotals(margin: place) }
      let sums = Self.sums(weights.values, margin)
      if let empty = margin.sizes.indices.first(where: { margin.sizes[$0] > 0 && sums[$0] <= 0 }) {
        throw .emptyGroup(margin: place, group: empty)
      }
    }
    var values = weights.values
    for round in 1...max(1, mostRounds) {
      for margin in margins {
        let sums = Self.sums(values, margin)
        for person in values.indices {
          let group = margin.groups[person]
          values[person] *= sums[group] > 0 ? margin.sizes[group] / sums[group] : 0
        }
      }
      let isMet = margins.allSatisfy { margin in
        zip(Self.sums(values, margin), margin.sizes).allSatisfy { abs($0 - $1) <= 1e-10 * total }
      }
      guard isMet else { continue }
      self.weights = SamplingWeights(values)
      base = weights
      self.margins = margins
      rounds = round
      return
    }
    throw .notConverged
  }

  private static func sums(_ values: [Double], _ margin: Margin) -> [Double] {
    var sums = [Double](repeating: 0, count: margin.sizes.count)
    for (person, value) in values.enumerated() { sums[margin.groups[person]] += value }
    return sums
  }

  /// What is left of a variable when the means of all groups are taken out: known sizes leave no doubt about those.
  func residuals(_ variable: [Double], _ centring: SamplingDesign.Centring) -> [Double] {
    var left = variable
    let scale = variable.reduce(0) { max($0, abs($1)) }
    for _ in 0..<500 {
      var change = 0.0
      for margin in margins {
        var sums = [Double](repeating: 0, count: margin.sizes.count)
        var masses = sums
        for (person, group) in margin.groups.enumerated() {
          let mass = centring == .weighted ? base.values[person] : 1
          sums[group] += mass * left[person]
          masses[group] += mass
        }
        let means = zip(sums, masses).map { $1 > 0 ? $0 / $1 : 0 }
        for (person, group) in margin.groups.enumerated() { left[person] -= means[group] }
        change = means.reduce(change) { max($0, abs($1)) }
      }
      if change <= 1e-13 * scale { break }
    }
    return left
  }
}
