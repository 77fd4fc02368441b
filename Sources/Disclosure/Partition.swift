/// A group and the groups that it falls apart into: what a reader can add up or subtract.
///
/// Groups are named by their index in the list of counts. Parts need not add up to the whole: people who belong to no listed
/// part (a blank cell) count as a further part that is never shown.
public struct Partition: Sendable, Hashable {
  /// The group that is divided.
  public let whole: Int
  /// The groups that it falls apart into; none twice.
  public let parts: [Int]
  /// Whether the hidden parts taken together must be enough people to show, because subtraction yields their union.
  public let guardsUnion: Bool

  /// Makes a partition.
  public init(whole: Int, parts: [Int], guardsUnion: Bool = true) {
    self.whole = whole
    self.parts = parts
    self.guardsUnion = guardsUnion
  }
}
