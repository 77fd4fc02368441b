public import Statistics

/// One row of `gap-shares.csv`: what one barrier, Co or Step has in an organisation's distance from 100.
public struct GapShareRow: Sendable, Hashable {
  /// One of three ways to break the same distance down.
  public enum Breakdown: String, Sendable, Hashable, CaseIterable {
    /// By barrier dimension.
    case barrier
    /// By Co.
    case co
    /// By Step.
    case step
  }

  /// The name as in the data.
  public let organization: String
  /// Which breakdown the row belongs to.
  public let breakdown: Breakdown
  /// `d01`…`d11`, `co_commission`…, `map_it`…; nil for answers to items that belong to no Co, or to no Step.
  public let part: String?
  /// 100 less overall readiness.
  public let gap: Double
  /// Points of ``gap`` that the part holds; they add up to it within each breakdown. Nil where they are withheld.
  public let points: Double?
  /// ``points`` as a share of ``gap``; nil where they are withheld, or there is no gap.
  public let share: Double?
  /// The interval of ``share``; nil for fewer people than an interval needs, and where barriers are not put together by the mean.
  public let interval: ConfidenceInterval?
  /// The share of redrawn surveys in which the part is the largest of its breakdown, ties sharing; nil as ``interval``.
  public let largest: Double?
  /// Why there is a number or none.
  public let status: Status
}
