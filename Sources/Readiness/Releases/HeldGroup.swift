/// A group that a run hides whatever its size, because of earlier releases.
public struct HeldGroup: Sendable, Hashable, Codable {
  /// The organisation; nil over all.
  public let organization: String?
  /// The grouping column; nil for everybody.
  public let by: String?
  /// The group; nil for everybody.
  public let group: String?
  /// The measure on which it is hidden; nil for all.
  public let measure: String?
  /// Whether it would be shown if there were no earlier release.
  public let isHeldBack: Bool

  /// Makes a value from its parts.
  public init(organization: String?, by: String?, group: String?, measure: String?, isHeldBack: Bool) {
    self.organization = organization
    self.by = by
    self.group = group
    self.measure = measure
    self.isHeldBack = isHeldBack
  }
}
