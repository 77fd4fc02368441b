/// One row of `weights.csv`: the weight of a dimension under a scheme.
public struct WeightRow: Sendable, Hashable {
  /// The scheme's ``WeightingScheme/name``; all but `budget_overlapping` sum to 1.
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
  /// Whether the overall score uses the scheme.
  public let isUsed: Bool
  /// The measured importance: the share of the overall score's variance over organisations that the dimension alone accounts for.
  public let importance: Double?
  /// The squared linear correlation beside it.
  public let linearImportance: Double?
  /// Why there is a number or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(
    scheme: String, dimension: String, label: String, weight: Double?, interval: ConfidenceInterval?,
    crosswalk: String?, isUsed: Bool = false, importance: Double? = nil, linearImportance: Double? = nil, status: Status
  ) {
    self.scheme = scheme
    self.dimension = dimension
    self.label = label
    self.weight = weight
    self.interval = interval
    self.crosswalk = crosswalk
    self.isUsed = isUsed
    self.importance = importance
    self.linearImportance = linearImportance
    self.status = status
  }
}
