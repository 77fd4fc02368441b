/// A confidence interval.
public struct ConfidenceInterval: Sendable, Hashable, Codable {
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double
  /// The level, such as 0.95.
  public let level: Double

  /// Makes an interval; `lower` must not exceed `upper` and neither may be NaN.
  public init(lower: Double, upper: Double, level: Double = 0.95) {
    precondition(lower <= upper, "an interval's lower limit exceeds its upper limit")
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  /// The same interval cut at the ends of a scale.
  public func clipped(to range: ClosedRange<Double>) -> ConfidenceInterval {
    ConfidenceInterval(
      lower: min(max(lower, range.lowerBound), range.upperBound),
      upper: max(min(upper, range.upperBound), range.lowerBound), level: level)
  }
}
