import Statistics
import Survey

/// The rows of `weights.csv`: what each dimension weighs under each scheme, and how much it matters to the outcome.
struct WeightTable: Sendable {
  let instrument: Instrument
  let weigher: DimensionWeigher
  /// How dimensions are put together.
  let aggregation: Aggregation

  /// Schemes of every run: equal, the plan's own weights, the budget when it was asked, and the scheme that was chosen.
  var usual: [WeightingScheme] {
    let plan = weigher.plan
    let schemes: [WeightingScheme] =
      [.equal] + (plan.dimensionWeights.isEmpty ? [] : [.manual])
      + (instrument.budget == nil || weigher.budgetRefusal?.status == .notAsked ? [] : [.budget, .budgetOverlapping])
    return schemes.contains(plan.scheme) ? schemes : schemes + [plan.scheme]
  }

  /// The usual schemes and those that rest on the organisations' scores.
  var all: [WeightingScheme] {
    usual
      + [.entropy, .critic, .principalComponents, .benefitOfTheDoubt].filter { !usual.contains($0) }
  }

  /// The rows of some schemes, in the order of the dimensions.
  ///
  /// A dimension that no factor serves is `not_asked` under the budget schemes: there was nothing on the list to buy.
  func rows(_ schemes: [WeightingScheme], threads: Int) -> [WeightRow] {
    schemes.flatMap { scheme -> [WeightRow] in
      let isBudget = scheme == .budget || scheme == .budgetOverlapping
      let crosswalk = isBudget ? instrument.budget?.crosswalkVersion : nil
      do throws(SchemeRefusal) {
        let weights = try weigher.weights(scheme)
        let importance = importance(weights, threads: threads)
        return instrument.dimensions.indices.map { place in
          row(
            scheme, place, weights.shares[place], interval: weights.intervals[place], importance: importance[place],
            crosswalk: crosswalk, status: weights.shares[place] == nil ? .notAsked : .ok)
        }
      } catch {
        let served = (scheme == .budget ? weigher.budget?.split : weigher.budget?.overlapping) ?? []
        return instrument.dimensions.indices.map { place in
          let isReached = !isBudget || served.isEmpty || served[place] != nil
          return row(scheme, place, nil, crosswalk: crosswalk, status: isReached ? error.status : .notAsked)
        }
      }
    }
  }

  private func row(
    _ scheme: WeightingScheme, _ place: Int, _ weight: Double?, interval: ConfidenceInterval? = nil,
    importance: CorrelationRatio? = nil, crosswalk: String?, status: Status
  ) -> WeightRow {
    WeightRow(
      scheme: scheme.name, dimension: instrument.dimensions[place].id,
      label: instrument.dimensions[place].label.english, weight: weight, interval: interval, crosswalk: crosswalk,
      isUsed: scheme == weigher.plan.scheme, importance: importance?.value, linearImportance: importance?.linear,
      status: status)
  }

  /// More organisations than this are thinned out evenly, by name, before importance is measured.
  static let importanceLimit = 400

  /// The share of the score's variance over organisations that each dimension alone accounts for; nil below eight organisations with every
  /// dimension.
  private func importance(_ weights: SchemeWeights, threads: Int) -> [CorrelationRatio?] {
    let every = (weigher.matrix.count + Self.importanceLimit - 1) / Self.importanceLimit
    let places = weigher.matrix.indices.filter { $0 % max(1, every) == 0 }
    guard places.count >= 8 else { return weights.shares.map { _ in nil } }
    let scores = places.compactMap { place -> Double? in
      let shares = weights.own.isEmpty ? weights.shares.map { $0 ?? 0 } : weights.own[place]
      guard let shares = try? IndicatorWeights(proportions: shares) else { return nil }
      return aggregation.score(weigher.matrix[place], weights: shares)
    }
    guard scores.count == places.count else { return weights.shares.map { _ in nil } }
    return concurrentMap(weights.shares.count, threads: threads) { dimension in
      try? CorrelationRatio(of: scores, given: places.map { weigher.matrix[$0][dimension] })
    }
  }
}
