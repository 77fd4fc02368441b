/// How many people stand at the lowest and at the highest score that a scale allows: those it cannot tell apart, and whose change
/// it cannot show in one direction.
///
/// - Shapes: one score or more; a NaN is left out and counted.
/// - Units: shares 0…1. Above 0.15 is customarily called a floor or a ceiling.
/// - Source: McHorney & Tarlov (1995), Quality of Life Research 4(4), 293–307, doi:10.1007/BF01593882; intervals, Wilson (1927).
public struct ScaleEnds: Sendable, Hashable {
  /// One end of the scale.
  public struct End: Sendable, Hashable {
    /// People there.
    public let count: Int
    /// Their share.
    public let share: Double
    /// Wilson's interval of the share.
    public let interval: ConfidenceInterval
  }

  /// People at the lowest score.
  public let floor: End
  /// People at the highest score.
  public let ceiling: End
  /// People with a score.
  public let count: Int
  /// People without a score.
  public let missing: Int

  /// - Throws: ``SampleFault/emptyGroup(_:)`` without a score.
  public init(_ scores: [Double], range: ClosedRange<Double>, level: Double = 0.95) throws(SampleFault) {
    let tolerance = 1e-9 * max(1, abs(range.lowerBound), abs(range.upperBound))
    let valid = scores.count { !$0.isNaN }
    try self.init(
      floor: scores.count { $0 <= range.lowerBound + tolerance },
      ceiling: scores.count { $0 >= range.upperBound - tolerance }, count: valid, missing: scores.count - valid,
      level: level)
  }

  /// From counts: the first category is the floor, the last one the ceiling.
  ///
  /// - Throws: ``SampleFault/emptyGroup(_:)`` for a group without an answer.
  public init(_ counts: OrdinalCounts, group: Int, level: Double = 0.95) throws(SampleFault) {
    try self.init(
      floor: counts[group, 0], ceiling: counts[group, counts.scale.count - 1], count: counts.groupTotals[group],
      missing: counts.otherCounts[group], level: level)
  }

  private init(floor: Int, ceiling: Int, count: Int, missing: Int, level: Double) throws(SampleFault) {
    guard count > 0 else { throw .emptyGroup(0) }
    func end(_ people: Int) throws(SampleFault) -> End {
      End(
        count: people, share: Double(people) / Double(count),
        interval: try .wilson(count: people, of: count, level: level))
    }
    self.floor = try end(floor)
    self.ceiling = try end(ceiling)
    self.count = count
    self.missing = missing
  }
}
