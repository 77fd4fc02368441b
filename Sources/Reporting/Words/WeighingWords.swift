import Readiness
import Statistics
import Tabular

/// How barriers are weighted and put together, in plain words.
enum WeighingWords {
  /// “the overall score is the … of the barrier scores”.
  static func mean(_ rule: AggregationRule) -> Phrase {
    switch rule {
    case .score(.arithmetic), .copeland, .borda, .kemeny: "mean"
    case .score(.geometric): "geometric mean, on a scale from 1 to 100,"
    case .score(.harmonic): "harmonic mean, on a scale from 1 to 100,"
    case .score(.power(let exponent)): "power mean (exponent \(Words.weight(exponent)))"
    case .score(.minimum): "lowest"
    case .score(.mazziottaPareto): "mean less a penalty for unevenness (Mazziotta–Pareto)"
    case .score(.ordered): "mean in the order from the worst (weights belong to places, not to barriers)"
    }
  }

  /// “where …”.
  static func weights(_ plan: ScoringPlan, _ instrument: Instrument) -> Phrase {
    switch plan.scheme {
    case .equal: return "all barriers count the same"
    case .manual:
      let weights = plan.dimensionWeights.sorted { $0.key < $1.key }.map { id, weight -> Phrase in
        "\(verbatim: id) \(Words.weight(weight))"
      }
      return "barriers are weighted by the plan: \(weights.joined(separator: ", "))"
    case .budget, .budgetOverlapping:
      let way: Phrase =
        plan.scheme == .budget
        ? "split equally over the barriers that it eases" : "counted for every barrier that it eases"
      return """
        barriers are weighted by how people shared out the budget, each choice \(way) (crosswalk version \
        \(verbatim: instrument.budget?.crosswalkVersion ?? "–")); barriers that nothing on the list eases do not count. \
        weights.csv has the weights
        """
    case .ahp(let table):
      let judged = try? table.weighed(instrument.dimensions.map(\.id))
      let source = Phrase.verbatim(PairwiseJudgements.randomIndexSource)
      return judged?.consistencyRatio.map {
        """
        barriers are weighted by judgements of every two of them, consistency ratio \(NumberWords.twoDecimals($0)) \
        (random indices of \(source)); weights.csv has the weights
        """
      }
        ?? """
        barriers are weighted by judgements of every two of them (random indices of \(source)); weights.csv has the \
        weights
        """
    case .entropy: return "barriers are weighted by how unevenly the organisations score on them (entropy, exploratory)"
    case .critic: return "barriers are weighted by how far the organisations differ on them alone (CRITIC)"
    case .principalComponents: return "barriers are weighted by principal components of the organisations' scores"
    case .benefitOfTheDoubt: return "every organisation has the weights that flatter it most, within limits"
    }
  }
}
