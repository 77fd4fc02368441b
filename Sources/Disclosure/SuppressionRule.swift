/// When a group is too small to show.
public struct SuppressionRule: Sendable, Hashable {
  /// Groups with fewer people are hidden; 0 hides nothing.
  public let minimum: Int

  /// Makes a rule; `minimum` must not be negative.
  public init(minimum: Int) {
    precondition(minimum >= 0, "a negative minimum")
    self.minimum = minimum
  }
}
