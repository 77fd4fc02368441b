/// How a dimension's scores of all units are brought to a common scale of 0 to 100 before they are put together.
///
/// Only the fixed scale leaves a unit's score alone when another joins; the others are relative to those present and serve as
/// alternatives in an uncertainty analysis.
///
/// - Shapes: one value per unit, NaN where it is missing, which it stays.
/// - Units: points from 0 to 100.
/// - Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, s. 5.
public enum Normalization: String, Sendable, Hashable, Codable, CaseIterable {
  /// As it is, from the ends of the answer scale.
  case scale
  /// The lowest unit at 0 and the highest at 100; all at 50 where they are equal.
  case minMax = "min_max"
  /// Mean 50 and standard deviation 20, cut at 0 and 100; all at 50 where they are equal.
  case standard
  /// The share of the other units that lie below, ties counting one half; 50 for a unit alone.
  case percentileRank = "percentile_rank"

  /// The values on the common scale.
  public func normalized(_ values: [Double]) -> [Double] {
    let present = values.filter { !$0.isNaN }
    guard self != .scale, let low = present.min(), let high = present.max() else { return values }
    switch self {
    case .scale: return values
    case .minMax:
      return values.map { $0.isNaN ? $0 : high > low ? 100 * ($0 - low) / (high - low) : 50 }
    case .standard:
      let moments = Moments(present)
      guard let deviation = moments.standardDeviation, high > low else { return values.map { $0.isNaN ? $0 : 50 } }
      return values.map { $0.isNaN ? $0 : min(max(50 + 20 * ($0 - moments.mean) / deviation, 0), 100) }
    case .percentileRank:
      guard present.count > 1 else { return values.map { $0.isNaN ? $0 : 50 } }
      let places = values.indices.filter { !values[$0].isNaN }
      var result = values
      for (place, rank) in zip(places, Ranks.fractional(present)) {
        result[place] = 100 * (Double(present.count) - rank) / Double(present.count - 1)
      }
      return result
    }
  }
}
