/// Why the structure of several items cannot be described.
public enum FactorFault: Error, Sendable, Hashable {
  /// Fewer items than the method needs.
  case tooFewItems(needed: Int)
  /// Fewer people than the method needs.
  case tooFewPeople(needed: Int)
  /// An item does not vary.
  case noVariation(item: Int)
  /// The correlations are no correlations of anything, or items explain each other wholly; see ``CorrelationMatrix/smoothed(floor:)``.
  case notPositiveDefinite
  /// The search for the best fit did not end.
  case notConverged
}
