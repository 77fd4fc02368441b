import Foundation
import Statistics

/// What a person should know before using weights, in plain sentences.
struct WeighingNotes: Sendable {
  let plan: ScoringPlan
  let weigher: DimensionWeigher
  let chosen: SchemeWeights
  let organizations: Int

  /// The sentences; `concordance` says how far people's points follow their own severity.
  func notes(_ concordance: SeverityConcordance?, minimum: Int) -> [String] {
    [consistency, unserved, exploratory].compactMap(\.self) + entanglement(concordance, minimum: minimum) + refusals
  }

  private func text(_ number: Double) -> String { String(format: "%.2f", number) }

  private var consistency: String? {
    guard let judged = chosen.judgements, let ratio = judged.consistencyRatio else { return nil }
    let verdict =
      ratio > 0.1
      ? "above 0.10, so the judgements contradict one another: look at them again" : "0.10 or less, as it should be"
    return "The consistency ratio of the judgements is \(text(ratio)) (random indices of "
      + "\(PairwiseJudgements.randomIndexSource)), \(verdict)."
  }

  private var unserved: String? {
    guard chosen.scheme == .budget || chosen.scheme == .budgetOverlapping else { return nil }
    let left = zip(weigher.dimensions, chosen.shares).filter { $0.1 == nil }.map(\.0)
    return left.isEmpty
      ? nil
      : "Nothing on the budget's list eases \(left.joined(separator: ", ")): under budget weights they count nothing."
  }

  private var exploratory: String? {
    switch chosen.scheme {
    case .entropy: "Entropy weights are exploratory: one organisation with a score near 0 moves them far."
    case .benefitOfTheDoubt:
      "Every organisation has the weights that flatter it most, each between four and six fifths of an equal share."
    default: nil
    }
  }

  /// In a barrier survey points say how urgent a barrier feels, so weighing severity by points counts it twice.
  private func entanglement(_ concordance: SeverityConcordance?, minimum: Int) -> [String] {
    let values = concordance?.people.compactMap(\.self) ?? []
    guard values.count >= minimum else { return [] }
    let moments = Moments(values)
    var range = ""
    if let error = moments.standardError, error > 0 {
      let interval = ConfidenceInterval.mean(
        moments.mean, standardError: error, degreesOfFreedom: Double(values.count - 1), level: plan.level,
        within: -1...1)
      range = ", \(text(interval.lower)) to \(text(interval.upper))"
    }
    let link =
      "Within one person, points for a barrier and its severity go together by a mean rank correlation (tau-b) of "
      + "\(text(moments.mean))\(range), over \(values.count) people."
    return moments.mean >= SeverityConcordance.warning
      ? [link + " Budget weights repeat what the scores already say; read the equal-weight order first."]
      : [link]
  }

  private var refusals: [String] {
    let schemes: [WeightingScheme] = [.budget, .entropy, .critic, .principalComponents, .benefitOfTheDoubt]
    return schemes.compactMap { scheme in
      do throws(SchemeRefusal) {
        _ = try weigher.weights(scheme)
        return nil
      } catch {
        return "No weights by \(scheme.tableName): \(error.reason)."
      }
    }
  }
}
