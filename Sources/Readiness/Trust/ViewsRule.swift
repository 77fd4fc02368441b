/// When the views of a group are split, so that its mean is no view that the group holds.
///
/// Views are split when a third of the people or more stand outside every stretch of 50 points that holds the median of the group.
/// Fifty points are three neighbouring answers of five, from a clear yes to the middle, say.
///
/// - Units: points of readiness; a share of people.
/// - Source: after the consensus rule of SCIROCCO (twelve stakeholders on a scale of six: agreement when fewer than four fall outside
///   a region of three points that holds the median), doi:10.5334/ijic.7747.
public struct ViewsRule: Sendable, Hashable, Codable {
  /// The width of the stretch in points, above 0 and below 100.
  public var width: Double
  /// The share of people outside from which on views are split, above 0 and at most 1.
  public var share: Double

  /// Makes a rule; by default a third outside 50 points.
  public init(width: Double = 50, share: Double = 1.0 / 3) {
    self.width = width
    self.share = share
  }

  /// Whether the views behind some scores are split; never of one person alone.
  ///
  /// - Cost: scores × their logarithm.
  public func isSplit(_ scores: some Sequence<Double>) -> Bool {
    let sorted = scores.sorted()
    guard sorted.count > 1 else { return false }
    let tolerance = 1e-9
    let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    // A stretch that holds most people can begin at a score, or as low as the median allows.
    var (most, end) = (0, 0)
    for start in sorted.indices {
      let lowest = max(sorted[start], median - width)
      guard sorted[start] >= median - width - tolerance, lowest <= median + tolerance else { continue }
      while end < sorted.count, sorted[end] <= lowest + width + tolerance { end += 1 }
      most = max(most, end - start)
    }
    return Double(sorted.count - most) >= share * Double(sorted.count) - tolerance
  }
}

/// Whether people of one group share a view, and how far they stand apart.
public struct Views: Sendable, Hashable {
  /// Whether they are split by the plan's rule.
  public let areSplit: Bool
  /// The mean distance of people from their mean, in points, whole ones save in a pilot; nil where it would tell of few answers.
  public internal(set) var averageDeviation: Double?
}
