import Statistics
import Survey

/// One row of `organisation-orders.csv`: the place of an organisation under one scheme.
public struct OrganizationOrder: Sendable, Hashable {
  /// The scheme's ``WeightingScheme/name``.
  public let scheme: String
  /// The aggregation, as ``AggregationRule`` prints it.
  public let aggregation: String
  /// Whether it is what the plan chose.
  public let isUsed: Bool
  /// The organisation.
  public let organization: String
  /// Its score from 0 to 100; nil where the aggregation gives an order only.
  public let score: Double?
  /// Its rank, ties sharing the smallest; for several best orders the best place among them.
  public let rank: Int?
  /// The last place among several equally good orders; else the rank.
  public let lastRank: Int?
  /// Why there is a rank or none.
  public let status: Status
}

/// Puts the organisations in order under every scheme.
struct OrganizationOrders: Sendable {
  private let matrix: OrganizationMatrix
  /// Places in the matrix of the organisations that have every dimension, for weights of their own.
  private let complete: [Int]
  private let plan: ScoringPlan
  private let weightShare: Double
  /// Places in the matrix of the organisations that are ranked.
  private let ranked: [Int]

  init(_ matrix: OrganizationMatrix, complete: [Int], plan: ScoringPlan, weightShare: Double) {
    self.matrix = matrix
    self.complete = complete
    self.plan = plan
    self.weightShare = weightShare
    ranked = matrix.ranked(minimum: plan.rankMinimum)
  }

  /// The chosen scheme's order, the order under equal weights and means beside it, then those of all other schemes that give weights.
  func orders(
    chosen: SchemeWeights, _ schemes: [WeightingScheme], _ weigher: DimensionWeigher
  ) throws(SchemeRefusal) -> [OrganizationOrder] {
    guard ranked.count > 1 else { return [] }
    var rows = try rows(chosen, plan.aggregation, isUsed: true)
    if plan.scheme != .equal || plan.aggregation != .arithmetic, let equal = try? weigher.weights(.equal) {
      rows += try self.rows(equal, .arithmetic, isUsed: false)
    }
    for scheme in schemes where scheme != plan.scheme && (scheme != .equal || plan.aggregation != .arithmetic) {
      guard let weights = try? weigher.weights(scheme),
        let more = try? self.rows(weights, plan.aggregation, isUsed: false)
      else { continue }
      if scheme == .equal, plan.aggregation == .arithmetic { continue }
      rows += more
    }
    return rows
  }

  private func rows(
    _ weights: SchemeWeights, _ rule: AggregationRule, isUsed: Bool
  ) throws(SchemeRefusal) -> [OrganizationOrder] {
    func row(_ place: Int, _ score: Double?, _ rank: Int?, _ last: Int?) -> OrganizationOrder {
      OrganizationOrder(
        scheme: weights.scheme.name, aggregation: "\(rule)", isUsed: isUsed, organization: matrix.names[place],
        score: score, rank: rank, lastRank: last, status: rank == nil ? .tooFewAnswers : .ok)
    }
    func sorted(_ rows: [OrganizationOrder]) -> [OrganizationOrder] {
      rows.sorted {
        ($0.rank ?? .max, $0.lastRank ?? .max, $0.organization) < (
          $1.rank ?? .max, $1.lastRank ?? .max, $1.organization
        )
      }
    }
    if let aggregation = rule.aggregation {
      let scores = ranked.map { place -> Double? in
        let own =
          weights.own.isEmpty ? weights.shares.map { $0 ?? 0 } : complete.firstIndex(of: place).map { weights.own[$0] }
        guard let own, let shares = try? IndicatorWeights(proportions: own) else { return nil }
        return aggregation.score(matrix.means[place], weights: shares, needing: weightShare)
      }
      let ranks = OrganizationRanking.ranks(scores)
      return sorted(ranked.indices.map { row(ranked[$0], scores[$0], ranks[$0], ranks[$0]) })
    }
    guard weights.own.isEmpty else {
      throw SchemeRefusal(
        status: .notTestable,
        reason: "weights of each organisation's own cannot be compared pair by pair; name another scheme")
    }
    let integers = Self.integers(weights.shares.map { $0 ?? 0 })
    let total = integers.reduce(0, +)
    let compared = ranked.filter { place in
      let present = zip(matrix.means[place], integers).reduce(0) { $1.0 == nil ? $0 : $0 + $1.1 }
      return Double(present) >= (weightShare - 1e-9) * Double(total)
    }
    let outranking = Outranking(values: compared.map { matrix.means[$0] }, weights: integers)
    let places = try Self.places(outranking, rule)
    let rows = zip(compared, places).map { row($0, nil, $1.lowerBound, $1.upperBound) }
    return sorted(rows + ranked.filter { !compared.contains($0) }.map { row($0, nil, nil, nil) })
  }

  /// The places of the units under a rule of pairs.
  static func places(_ outranking: Outranking, _ rule: AggregationRule) throws(SchemeRefusal) -> [ClosedRange<Int>] {
    switch rule {
    case .copeland: return Ranks.competition(outranking.copelandScores.map(Double.init)).map { $0...$0 }
    case .borda: return Ranks.competition(outranking.doubledBordaCounts.map(Double.init)).map { $0...$0 }
    case .score, .kemeny:
      guard let kemeny = KemenyOrder(outranking) else {
        throw SchemeRefusal(
          status: .notTestable,
          reason:
            "it is exact for up to \(KemenyOrder.limit) organisations, and there are \(outranking.count); use copeland")
      }
      return (0..<outranking.count).map { unit in
        let places = kemeny.orders.compactMap { order in order.firstIndex(of: unit).map { $0 + 1 } }
        return (places.min() ?? 1)...(places.max() ?? outranking.count)
      }
    }
  }

  /// Whole numbers in the proportions of the weights, so that an even split is exactly even: as written, when they have few decimals; else to
  /// the billionth of the whole.
  static func integers(_ weights: [Double]) -> [Int] {
    if Set(weights).count == 1 { return [Int](repeating: 1, count: weights.count) }
    for scale in [1.0, 10, 100, 1_000, 10_000, 100_000, 1_000_000] {
      let scaled = weights.map { $0 * scale }
      if scaled.allSatisfy({ $0 < 1e12 && abs($0 - $0.rounded()) <= 1e-9 * max(1, $0) }) {
        return scaled.map { Int($0.rounded()) }
      }
    }
    let sum = weights.reduce(0, +)
    return weights.map { sum > 0 ? Int(($0 / sum * 1e9).rounded()) : 0 }
  }
}
