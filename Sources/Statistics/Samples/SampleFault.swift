/// Why a statistic cannot be computed from a sample: the mathematics closes the list.
public enum SampleFault: Error, Sendable, Hashable {
  /// Fewer than two groups.
  case fewerThanTwoGroups
  /// A group without a value, by index.
  case emptyGroup(Int)
  /// A group with fewer values than the method needs, by index.
  case tooFewValues(group: Int, needed: Int)
  /// All values are equal.
  case noVariation
  /// No stratum or organisation holds at least two of the groups.
  case noInformativeStratum
  /// Fewer clusters than the method needs.
  case tooFewClusters(needed: Int)
}
