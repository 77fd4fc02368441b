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
  /// Why there is a number or none.
  public let status: Status
}
