/// What one group answered to one item: level, spread, and how many chose the upper and the lower end of the scale.
///
/// - Shapes: one answer or more.
/// - Units: those of the scale; shares 0…1 of the answers on the scale.
/// - Cost: the number of categories.
/// - Source: interval of a share, Wilson (1927), JASA 22(158), 209–212; of the mean, Student (1908), Biometrika 6(1), 1–25.
public struct OrdinalDescription: Sendable, Hashable {
  /// The answers in some adjacent categories.
  public struct Box: Sendable, Hashable {
    /// Answers in them.
    public let count: Int
    /// Their share of all answers on the scale.
    public let share: Double
    /// Wilson's interval of the share.
    public let interval: ConfidenceInterval
  }

  /// Answers on the scale.
  public let count: Int
  /// The median; halfway between the two middle answers when these differ.
  public let median: Double
  /// The mean.
  public let mean: Double
  /// The standard deviation with divisor n − 1; nil for one answer.
  public let standardDeviation: Double?
  /// Student's t interval of the mean, cut at the ends of the scale; nil below five answers, or without variation.
  public let meanInterval: ConfidenceInterval?
  /// The highest categories.
  public let top: Box
  /// The lowest categories.
  public let bottom: Box

  /// Describes one group; `boxes` is how many categories make the top and the bottom.
  ///
  /// - Throws: ``SampleFault/emptyGroup(_:)`` for a group without an answer on the scale.
  public init(
    _ counts: OrdinalCounts, group: Int, boxes: Int = 2, level: Double = 0.95
  ) throws(SampleFault) {
    precondition(
      boxes > 0 && boxes <= counts.scale.count, "a box has at least one category and at most the whole scale")
    let scale = counts.scale
    let answers = scale.indices.map { counts[group, $0] }
    let total = answers.reduce(0, +)
    guard total > 0, let low = scale.first, let high = scale.last else { throw .emptyGroup(group) }
    let moments = counts.moments(ofGroup: group)
    count = total
    mean = moments.mean
    standardDeviation = moments.standardDeviation
    median = ValueCounts(values: scale, groupCount: counts.groupCount, counts: counts.counts).median(ofGroup: group)
    let hasInterval = total >= 5 && moments.squares > 0
    meanInterval = hasInterval ? try ConfidenceInterval.mean(moments, level: level, within: low...high) : nil
    top = try Self.box(answers.suffix(boxes).reduce(0, +), of: total, level)
    bottom = try Self.box(answers.prefix(boxes).reduce(0, +), of: total, level)
  }

  private static func box(_ count: Int, of total: Int, _ level: Double) throws(SampleFault) -> Box {
    Box(
      count: count, share: Double(count) / Double(total),
      interval: try ConfidenceInterval.wilson(count: count, of: total, level: level))
  }
}
