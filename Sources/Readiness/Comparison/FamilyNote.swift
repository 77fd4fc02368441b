/// What a family of comparisons can show at all.
public struct FamilyNote: Sendable, Hashable {
  /// The family's name.
  public let family: String
  /// The grouping column.
  public let by: String
  /// The number of primary tests with a p-value.
  public let size: Int
  /// The smallest Holm-adjusted p that any answers could give; nil when hidden or without tests.
  public let smallestAdjusted: Double?
  /// One plain sentence.
  public let sentence: Phrase

  /// Makes a value from its parts.
  public init(family: String, by: String, size: Int, smallestAdjusted: Double?, sentence: Phrase) {
    self.family = family
    self.by = by
    self.size = size
    self.smallestAdjusted = smallestAdjusted
    self.sentence = sentence
  }
}
