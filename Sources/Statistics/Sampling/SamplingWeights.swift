/// How many people of the population each respondent stands for.
///
/// Not how often a row was counted, and not the precision of a value.
///
/// - Shapes: one weight per person, from 0, not all 0.
/// - Units: people; only the ratios of weights matter for means.
/// - Source: Kish (1965), Survey Sampling, 11.7; Kish (1992), Journal of Official Statistics 8(2), 183–200.
public struct SamplingWeights: Sendable, Hashable {
  /// One weight per person.
  public let values: [Double]

  /// Wraps weights; they must be finite, from 0, and not all 0.
  public init(_ values: [Double]) {
    precondition(values.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight is negative or no number")
    precondition(values.contains { $0 > 0 }, "all weights are 0")
    self.values = values
  }

  /// The sum of the weights: the size of the population, where weights are people.
  public var total: Double { values.reduce(0, +) }

  /// Kish's effective number of people, (Σw)² ÷ Σw²: as many with equal weights would know as much.
  public var effectiveCount: Double { total * total / values.reduce(0) { $0 + $1 * $1 } }

  /// How many times larger unequal weights make the variance of a mean that has nothing to do with them: n Σw² ÷ (Σw)².
  public var designEffect: Double { Double(values.count) / effectiveCount }
}
