/// One row of `weights.csv`: the weight of a dimension under a scheme.
public struct WeightRow: Sendable, Hashable {
  /// `equal`, `manual`, `budget_split` (sums to 1) or `budget_overlapping` (does not).
  public let scheme: String
  /// `d01`…`d11`.
  public let dimension: String
  /// The name of the dimension.
  public let label: String
  /// The weight as a share; nil when hidden.
  public let weight: Double?
  /// Its interval.
  public let interval: ConfidenceInterval?
  /// The version of the crosswalk; nil for schemes without one.
  public let crosswalk: String?
  /// Why there is a number or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(
    scheme: String, dimension: String, label: String, weight: Double?, interval: ConfidenceInterval?,
    crosswalk: String?, status: Status
  ) {
    self.scheme = scheme
    self.dimension = dimension
    self.label = label
    self.weight = weight
    self.interval = interval
    self.crosswalk = crosswalk
    self.status = status
  }
}
