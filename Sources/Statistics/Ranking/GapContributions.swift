/// What each part of a composite score adds to its distance from the top of the scale.
///
/// The contributions add up to 100 − score. Under the mean a part's is its weight × its own distance. Under any other aggregation it is the
/// Shapley value: what raising the part to 100 adds to the score, averaged over all orders in which the parts can be raised.
///
/// - Shapes: one contribution per part; a missing part has none, and its weight goes to the others.
/// - Units: points of the score, 0…100.
/// - Cost: parts × 2^parts where the aggregation is not the mean, and so up to ``partLimit`` parts.
/// - Source: Shapley (1953), A value for n-person games, doi:10.1515/9781400881970-018; Shorrocks (2013), Journal of Economic Inequality
///   11(1), 99–126, doi:10.1007/s10888-011-9214-z.
public struct GapContributions: Sendable, Hashable {
  /// The most parts whose orders are gone through.
  public static let partLimit = 16

  /// Points by part; nil for a missing part.
  public let points: [Double?]

  /// Shares out 100 − score; nil where no part with weight is there, or an aggregation other than the mean has more than ``partLimit`` parts.
  public init?(_ parts: [Double?], weights: IndicatorWeights, aggregation: Aggregation) {
    precondition(parts.count == weights.shares.count, "parts differ from the weights in number")
    let present = parts.indices.filter { parts[$0] != nil }
    let whole = present.reduce(0) { $0 + weights.shares[$1] }
    guard whole > 0 else { return nil }
    guard aggregation != .arithmetic else {
      points = parts.indices.map { place in parts[place].map { weights.shares[place] / whole * (100 - $0) } }
      return
    }
    let count = present.count
    guard count <= Self.partLimit else { return nil }
    // The score with each set of parts raised to 100, by the bits of the set.
    let scores = (0..<(1 << count)).map { raised in
      var values = parts
      for (bit, place) in present.enumerated() where raised >> bit & 1 == 1 { values[place] = 100 }
      return aggregation.score(values, weights: weights, needing: 0) ?? 0
    }
    // Orders in which `size` parts come before one: size! (n − size − 1)! of n!.
    var shareOfOrders = [Double](repeating: 1 / Double(count), count: count)
    for size in shareOfOrders.indices.dropFirst() {
      shareOfOrders[size] = shareOfOrders[size - 1] * Double(size) / Double(count - size)
    }
    var points = [Double?](repeating: nil, count: parts.count)
    for (bit, place) in present.enumerated() {
      points[place] = scores.indices.reduce(0.0) { sum, raised in
        raised >> bit & 1 == 1
          ? sum : sum + shareOfOrders[raised.nonzeroBitCount] * (scores[raised | 1 << bit] - scores[raised])
      }
    }
    self.points = points
  }
}
