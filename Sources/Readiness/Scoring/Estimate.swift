/// A number with its interval, or the reason why there is none.
public struct Estimate: Sendable, Hashable {
  /// The number; nil unless `status` is ok.
  public let value: Double?
  /// The interval; nil where none can be had.
  public let interval: ConfidenceInterval?
  /// The number of people behind it; nil when hidden.
  public let n: Int?
  /// Why there is a number or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(value: Double?, interval: ConfidenceInterval?, n: Int?, status: Status) {
    self.value = value
    self.interval = interval
    self.n = n
    self.status = status
  }

  /// A number that is not published, for the reason given.
  public static func withheld(_ status: Status) -> Estimate {
    Estimate(value: nil, interval: nil, n: nil, status: status)
  }
}
