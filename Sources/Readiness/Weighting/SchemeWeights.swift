import Statistics
import Survey

/// The weights that a scheme gives the dimensions.
package struct SchemeWeights: Sendable, Hashable {
  /// Where they come from.
  package let scheme: WeightingScheme
  /// One per dimension, 0…1; nil where the scheme cannot reach a dimension.
  package let shares: [Double?]
  /// Their intervals; nil where none can be had.
  package let intervals: [ConfidenceInterval?]
  /// How consistent the judgements behind them are; nil for schemes without judgements.
  package var judgements: PairwiseJudgements?
  /// Each organisation's own weights, where it has some: `own[organization][dimension]`, adding up to 1.
  package var own: [[Double]] = []
}

/// Why a scheme gives no weights: as a status for tables and as the end of a sentence.
package struct SchemeRefusal: Error, Sendable, Hashable {
  /// For tables.
  package let status: Status
  /// “… cannot be used: ” and this.
  package let reason: Phrase
}

/// Finds the weights of the dimensions under every scheme.
///
/// Schemes that rest on scores use what is published about organisations and nothing else, so that weights can give nothing away that the
/// scores do not.
package struct DimensionWeigher: Sendable {
  /// The choices of the run.
  let plan: ScoringPlan
  /// Ids of the dimensions.
  let dimensions: [String]
  /// What the budget says; nil when it was not asked or nobody answered.
  let budget: BudgetWeights?
  /// Why the budget gives no weights; nil when it does.
  let budgetRefusal: SchemeRefusal?
  /// Published scores of the organisations that have every dimension, `matrix[organization][dimension]`, by name.
  let matrix: [[Double]]

  /// The weights of a scheme.
  package func weights(_ scheme: WeightingScheme) throws(SchemeRefusal) -> SchemeWeights {
    switch scheme {
    case .equal:
      return .init(scheme: scheme, shares: dimensions.map { _ in 1 / Double(dimensions.count) }, intervals: none)
    case .manual:
      let weights = plan.dimensionWeights.isEmpty ? [] : dimensions.map { plan.dimensionWeights[$0] ?? 0 }
      guard let shares = try? IndicatorWeights(proportions: weights).shares else {
        throw SchemeRefusal(status: .notTestable, reason: "no weights are given")
      }
      return .init(scheme: scheme, shares: shares, intervals: none)
    case .ahp(let table):
      guard let judged = try? table.weighed(dimensions) else {
        throw SchemeRefusal(status: .notTestable, reason: "the judgements do not cover the dimensions")
      }
      return .init(scheme: scheme, shares: judged.weights.shares, intervals: none, judgements: judged)
    case .budget, .budgetOverlapping:
      if let budgetRefusal { throw budgetRefusal }
      guard let budget else { throw SchemeRefusal(status: .notAsked, reason: "the budget was not asked") }
      return scheme == .budget
        ? .init(scheme: scheme, shares: budget.split, intervals: budget.splitIntervals)
        : .init(scheme: scheme, shares: budget.overlapping, intervals: budget.overlappingIntervals)
    case .entropy: return try measured(scheme, least: 3) { try IndicatorWeights(entropyOf: $0) }
    case .critic: return try measured(scheme, least: 3) { try IndicatorWeights(criticOf: $0) }
    case .principalComponents:
      return try measured(scheme, least: 3 * dimensions.count) { try IndicatorWeights(principalComponentsOf: $0) }
    case .benefitOfTheDoubt: return try flattering()
    }
  }

  private var none: [ConfidenceInterval?] { dimensions.map { _ in nil } }

  private func needing(_ count: Int) -> SchemeRefusal {
    SchemeRefusal(
      status: .tooFewAnswers,
      reason: "it needs \(count) organisations with a published score on every dimension, and there are \(matrix.count)"
    )
  }

  /// Weights from the organisations' scores, with logit-t intervals from leaving out organisations in turn.
  ///
  /// - Source: Efron (1982), The Jackknife, the Bootstrap and Other Resampling Plans, s. 3; groups of organisations where there are more than
  ///   fifty.
  private func measured(
    _ scheme: WeightingScheme, least: Int, _ find: ([[Double]]) throws -> IndicatorWeights
  ) throws(SchemeRefusal) -> SchemeWeights {
    guard matrix.count >= least else { throw needing(least) }
    func columns(_ rows: [[Double]]) -> [[Double]] { dimensions.indices.map { place in rows.map { $0[place] } } }
    guard let found = try? find(columns(matrix)) else {
      throw SchemeRefusal(status: .noVariation, reason: "the organisations' scores do not vary on some dimension")
    }
    let shares = found.shares
    let groups = min(matrix.count, 50)
    let left = (0..<groups).compactMap { group in
      try? find(columns(matrix.indices.filter { $0 % groups != group }.map { matrix[$0] })).shares
    }
    // Weights that cannot be found without some of the organisations rest on these alone.
    guard left.count == groups, groups > 3 else { return .init(scheme: scheme, shares: shares, intervals: none) }
    let intervals = dimensions.indices.map { place -> ConfidenceInterval? in
      let moments = Moments(left.map { $0[place] })
      let deviation = (moments.squares * Double(groups - 1)).squareRoot()
      guard shares[place] > 0, deviation > 0 else { return nil }
      return try? .logitT(
        meanShare: shares[place], standardDeviation: deviation, count: groups, floorUnit: 1e-6, level: plan.level)
    }
    return .init(scheme: scheme, shares: shares, intervals: intervals)
  }

  /// The mean of the organisations' own most flattering weights.
  private func flattering() throws(SchemeRefusal) -> SchemeWeights {
    guard matrix.count >= 3 else { throw needing(3) }
    guard let doubt = try? BenefitOfTheDoubt(matrix, limits: .ofWeights(Self.limits(dimensions.count))) else {
      throw SchemeRefusal(status: .noVariation, reason: "every score is 0")
    }
    let own = doubt.weights.map { weights -> [Double] in
      let sum = weights.reduce(0, +)
      return weights.map { sum > 0 ? $0 / sum : 1 / Double(weights.count) }
    }
    let shares = dimensions.indices.map { place in own.reduce(0) { $0 + $1[place] } / Double(own.count) }
    return SchemeWeights(scheme: .benefitOfTheDoubt, shares: shares, intervals: none, own: own)
  }

  /// Limits of a weight under the benefit of the doubt: four to six fifths of an equal share, which are the 10% and 15% of the OECD's eight
  /// indicators.
  ///
  /// - Source: OECD/JRC Handbook, s. 6.4 and table 19.
  package static func limits(_ count: Int) -> ClosedRange<Double> { (0.8 / Double(count))...(1.2 / Double(count)) }
}
