/// The benefit of the doubt: each unit is scored with the weights that flatter it most, within limits on their shares.
///
/// A score of 1 says that some allowed weights put the unit first. Without limits most units reach 1, so limits are always asked for.
///
/// - Shapes: `values[unit][part]`, each at least 0, of parts on one scale.
/// - Cost: one linear program per unit, of units + 2 × parts constraints.
/// - Source: Cherchye et al. (2007), Social Indicators Research 82(1), 111–145, doi:10.1007/s11205-006-9029-7.
public struct BenefitOfTheDoubt: Sendable, Hashable {
  /// What the limits on shares are shares of.
  public enum Limits: Sendable, Hashable {
    /// Each weight as a share of the sum of the weights.
    case ofWeights(ClosedRange<Double>)
    /// Each part's contribution as a share of the unit's own score.
    case ofScore(ClosedRange<Double>)
    /// None: for comparison only.
    case none
  }

  /// Why there are no scores.
  public enum Fault: Error, Sendable, Hashable {
    /// A value below zero or not finite, by unit and part.
    case invalidValue(unit: Int, part: Int)
    /// No weights keep the limits: the lower ends sum past 1, or the upper ends do not reach it.
    case impossibleLimits
    /// Every value is zero.
    case allZero
  }

  /// The score of each unit, 0…1.
  public let scores: [Double]
  /// The weights that gave it, `weights[unit][part]`.
  public let weights: [[Double]]

  /// Scores the units.
  ///
  /// - Throws: ``Fault``.
  public init(_ values: [[Double]], limits: Limits) throws(Fault) {
    let parts = values.first?.count ?? 0
    for (unit, row) in values.enumerated() {
      precondition(row.count == parts, "units differ in their number of parts")
      if let part = row.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) { throw .invalidValue(unit: unit, part: part) }
    }
    guard values.contains(where: { $0.contains { $0 > 0 } }) else { throw .allZero }
    switch limits {
    case .ofWeights(let range), .ofScore(let range):
      let (low, high) = (Double(parts) * range.lowerBound, Double(parts) * range.upperBound)
      guard range.lowerBound >= 0, low <= 1 + 1e-12, high >= 1 - 1e-12 else { throw .impossibleLimits }
    case .none: break
    }
    var scores: [Double] = []
    var weights: [[Double]] = []
    for own in values {
      let bounds = Self.rows(limits, own: own)
      let program = LinearProgram(
        maximizing: own, rows: values + bounds,
        bounds: [Double](repeating: 1, count: values.count) + [Double](repeating: 0, count: bounds.count))
      guard let best = program.solution, let value = program.value else { throw .impossibleLimits }
      scores.append(min(1, max(0, value)))
      weights.append(best)
    }
    self.scores = scores
    self.weights = weights
  }

  /// L Σ w ≤ w_q ≤ U Σ w, or the same with every weight times the unit's own value, as rows of A x ≤ 0.
  private static func rows(_ limits: Limits, own: [Double]) -> [[Double]] {
    let (range, scale): (ClosedRange<Double>, [Double])
    switch limits {
    case .none: return []
    case .ofWeights(let limits): (range, scale) = (limits, own.map { _ in 1 })
    case .ofScore(let limits): (range, scale) = (limits, own)
    }
    return own.indices.flatMap { part -> [[Double]] in
      let low = scale.indices.map { range.lowerBound * scale[$0] - ($0 == part ? scale[$0] : 0) }
      let high = scale.indices.map { ($0 == part ? scale[$0] : 0) - range.upperBound * scale[$0] }
      return [low, high]
    }
  }
}
