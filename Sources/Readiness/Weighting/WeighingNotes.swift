import Statistics
import Tabular

/// What a person should know before using weights, in plain sentences.
struct WeighingNotes: Sendable {
  let plan: ScoringPlan
  let weigher: DimensionWeigher
  let chosen: SchemeWeights
  let organizations: Int

  /// The sentences; `concordance` says how far people's points follow their own severity.
  func notes(_ concordance: Estimate?) -> [Phrase] {
    [consistency, unserved, exploratory].compactMap(\.self) + entanglement(concordance) + refusals
  }

  private func text(_ number: Double) -> Phrase { .decimal(number, decimals: 2) }

  private var consistency: Phrase? {
    guard let judged = chosen.judgements, let ratio = judged.consistencyRatio else { return nil }
    let source = Phrase.verbatim(PairwiseJudgements.randomIndexSource)
    return ratio > 0.1
      ? """
      The consistency ratio of the judgements is \(text(ratio)) (random indices of \(source)), above 0.10, so the \
      judgements contradict one another: look at them again.
      """
      : """
      The consistency ratio of the judgements is \(text(ratio)) (random indices of \(source)), 0.10 or less, as it \
      should be.
      """
  }

  private var unserved: Phrase? {
    guard chosen.scheme == .budget || chosen.scheme == .budgetOverlapping else { return nil }
    let left = zip(weigher.dimensions, chosen.shares).filter { $0.1 == nil }.map(\.0)
    return left.isEmpty
      ? nil
      : "Nothing on the budget's list eases \(verbatim: left.joined(separator: ", ")): under budget weights they count nothing."
  }

  private var exploratory: Phrase? {
    switch chosen.scheme {
    case .entropy: "Entropy weights are exploratory: one organisation with a score near 0 moves them far."
    case .benefitOfTheDoubt:
      "Every organisation has the weights that flatter it most, each between four and six fifths of an equal share."
    default: nil
    }
  }

  /// In a barrier survey points say how urgent a barrier feels, so weighing severity by points counts it twice.
  private func entanglement(_ concordance: Estimate?) -> [Phrase] {
    guard let concordance, let mean = concordance.value else { return [] }
    let ranged: Phrase =
      concordance.interval.map { "\(text(mean)), \(text($0.lower)) to \(text($0.upper))" } ?? text(mean)
    let counted: Phrase =
      concordance.n.map { number in
        .plural(number, one: "\(ranged), over \(number) person", other: "\(ranged), over \(number) people")
      } ?? ranged
    let link: Phrase = """
      Within one person, points for a barrier and its severity go together by a mean rank correlation (tau-b) of \
      \(counted).
      """
    return mean >= SeverityConcordance.warning
      ? [.spaced([link, "Budget weights repeat what the scores already say; read the equal-weight order first."])]
      : [link]
  }

  private var refusals: [Phrase] {
    let schemes: [WeightingScheme] = [.budget, .entropy, .critic, .principalComponents, .benefitOfTheDoubt]
    return schemes.compactMap { scheme in
      do throws(SchemeRefusal) {
        _ = try weigher.weights(scheme)
        return nil
      } catch {
        return "No weights by \(verbatim: scheme.name): \(error.reason)."
      }
    }
  }
}
