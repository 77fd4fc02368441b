/// One row of `money-and-need.csv`: how serious a barrier is against the money that could relieve it.
public struct MoneyAndNeedRow: Sendable, Hashable {
  /// What the two together say.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// The money matches the need.
    case funded
    /// A serious barrier that draws less than its even share.
    case underFunded = "under_funded"
    /// “Serious barrier, nothing on the list to buy.”
    case nothingToBuy = "nothing_on_the_list_to_buy"
    /// “Paid for, not a barrier”: its severity lies below the median with the whole of its range.
    case paidForNotABarrier = "paid_for_not_a_barrier"
    /// Paid for, while whether it is a serious barrier cannot be told.
    case cannotTell = "cannot_be_told"
    /// Neither serious nor paid for.
    case notABarrier = "not_a_barrier"
  }

  /// `d01`…`d11`.
  public let dimension: String
  /// Severity 0…100 over respondents; nil when hidden.
  public let severity: Double?
  /// Share of the money, split equally over the dimensions that a factor serves, 0…1.
  public let share: Double?
  /// Share of the money on factors that could relieve it, overlapping, 0…1.
  public let overlappingShare: Double?
  /// What the two together say; nil when hidden.
  public let verdict: Verdict?
  /// The name of the dimension.
  public let label: String
  /// Why there is a verdict or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(
    dimension: String, severity: Double?, share: Double?, overlappingShare: Double?, verdict: Verdict?,
    label: String = "", status: Status = .ok
  ) {
    self.dimension = dimension
    self.severity = severity
    self.share = share
    self.overlappingShare = overlappingShare
    self.verdict = verdict
    self.label = label
    self.status = status
  }
}
