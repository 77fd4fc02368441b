import Disclosure
import Survey

/// The budget part of an assessment, as it is published.
struct AssessmentBudget: Sendable {
  let allocations: [AllocationRow]
  let findings: [String]
  let weights: [WeightRow]
  let moneyAndNeed: [MoneyAndNeedRow]
  /// The weight of each dimension, in the instrument's order; nil where there are none or they are hidden.
  private let dimensionWeights: [Double]?
  private let status: Status
  private let dimensions: [Int]
  private let weightShare: Double

  init(_ scores: Scores, suppression: AssessmentSuppression) {
    allocations = []
    findings = []
    weights = []
    moneyAndNeed = []
    dimensionWeights = nil
    status = .notAsked
    dimensions = scores.layout.dimensions
    weightShare = scores.layout.weightShare
  }

  /// Overall readiness under the budget's weights, from an organisation's published dimension scores: the weights are published
  /// too, so a hidden dimension would come out.
  func readiness(_ name: String, overall: Estimate?, dimension: (Int) -> Estimate) -> Estimate {
    guard let overall, overall.value != nil else { return .withheld(overall?.status ?? .notAsked) }
    guard let weights = dimensionWeights else { return .withheld(status) }
    var (sum, present, total) = (0.0, 0.0, 0.0)
    for (place, weight) in zip(dimensions, weights) {
      let estimate = dimension(place)
      if estimate.status == .suppressed { return .withheld(.suppressed) }
      total += weight
      guard let value = estimate.value else { continue }
      sum += weight * value
      present += weight
    }
    guard present > 0, present >= (weightShare - 1e-9) * total else { return .withheld(.tooFewAnswers) }
    return Estimate(value: sum / present, interval: nil, n: overall.n, status: .ok)
  }
}
