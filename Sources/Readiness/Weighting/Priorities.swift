import Statistics

/// One row of `priorities.csv`: how much a dimension asks for attention, by its weight and its distance from a target.
public struct PriorityRow: Sendable, Hashable {
  /// The organisation; nil for the cohort.
  public let organization: String?
  /// `d01`…`d11`.
  public let dimension: String
  /// Readiness 0…100.
  public let readiness: Double?
  /// The weight as a share.
  public let weight: Double?
  /// Points of readiness below the plan's target, at least 0.
  public let gap: Double?
  /// Weight × gap as a share of their sum over the dimensions: shares add up to 1 unless nothing is below the target.
  public let priority: Double?
  /// The share of re-drawings of respondents in which the dimension is among the three highest; ties count in part.
  public let topThree: Double?
  /// Why there is a number or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(
    organization: String?, dimension: String, readiness: Double?, weight: Double?, gap: Double?, priority: Double?,
    topThree: Double?, status: Status
  ) {
    self.organization = organization
    self.dimension = dimension
    self.readiness = readiness
    self.weight = weight
    self.gap = gap
    self.priority = priority
    self.topThree = topThree
    self.status = status
  }
}

/// Weight × gap to a target, with the probability of being among the first three.
///
/// - Source: importance–performance analysis, Martilla & James (1977), Journal of Marketing 41(1), 77–79, doi:10.2307/1250495; the
///   probability says how sure the place is.
package enum Priorities {
  /// Shares of weight × gap; all 0 when nothing is below the target, nil for a dimension without a score.
  package static func shares(readiness: [Double?], weights: [Double?], target: Double) -> [Double?] {
    let products = zip(readiness, weights).map { readiness, weight in
      readiness.map { max(0, target - $0) * (weight ?? 0) }
    }
    let sum = products.reduce(0) { $0 + ($1 ?? 0) }
    return products.map { $0.map { sum > 0 ? $0 / sum : 0 } }
  }

  /// The probability of each dimension to be among the `places` highest, from joint draws `draws[dimension][draw]` of readiness.
  ///
  /// Dimensions that tie for the last of the places share it; a draw in which nothing is below the target counts for none.
  package static func topProbability(
    draws: [[Double]], weights: [Double?], target: Double, places: Int = 3
  ) -> [Double] {
    let count = draws.first?.count ?? 0
    var sums = [Double](repeating: 0, count: draws.count)
    guard count > 0 else { return sums }
    for draw in 0..<count {
      let values = draws.indices.map { dimension -> Double in
        let readiness = draws[dimension][draw]
        return readiness.isNaN ? 0 : max(0, target - readiness) * (weights[dimension] ?? 0)
      }
      let sorted = values.sorted(by: >)
      let cut = sorted[min(places, sorted.count) - 1]
      guard cut > 0 || sorted[0] > 0 else { continue }
      let above = values.count { $0 > cut }
      let tied = values.count { $0 == cut && $0 > 0 }
      for dimension in draws.indices {
        if values[dimension] > cut {
          sums[dimension] += 1
        } else if values[dimension] == cut, cut > 0 {
          sums[dimension] += Double(places - above) / Double(tied)
        }
      }
    }
    return sums.map { $0 / Double(count) }
  }
}
