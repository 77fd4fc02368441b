import Statistics

/// What re-drawing the respondents of one organisation says about its overall score and its components.
///
/// People are drawn with replacement, all their scores together, so that the overall score and the components keep their
/// joint scatter. Distances from the estimates are stretched by √(n ÷ (n − 1)). The stream is numbered by the organisation's
/// name: another organisation, joining or leaving, changes nothing here.
struct OrganizationBootstrap: Sendable {
  /// Above this many people the normal limit of the bootstrap is drawn; bounded scores have long reached it.
  static let personLimit = 500

  /// The people who have any of the scores that are drawn.
  let people: Int
  /// Draws of the overall score.
  let overall: [Double]
  /// The standard deviation of ``overall``; nil below two people.
  let standardError: Double?
  /// Draws of each facet, in the order of `Facet.allCases`.
  let facets: [[Double]]

  /// Draws for one organisation.
  ///
  /// - Parameters:
  ///   - rows: the organisation's respondents.
  ///   - name: the organisation, which numbers the random stream.
  ///   - overallScore: its overall score.
  ///   - facetScores: its facet scores in the order of `Facet.allCases`; nil where it has none.
  init(_ scores: Scores, rows: ArraySlice<Int32>, name: String, overallScore: Double, facetScores: [Double?]) {
    let layout = scores.layout
    let facetPlaces = Facet.allCases.map { facet in scores.measures.firstIndex { $0.kind == .facet(facet) } }
    let places = layout.dimensions.map(Optional.some) + facetPlaces
    let kept = rows.map(Int.init).filter { row in
      places.contains { place in place.map { !scores.columns[$0][row].isNaN } ?? false }
    }
    let columns = places.map { place in
      kept.map { row in place.map { scores.columns[$0][row] } ?? .nan }
    }
    let draws = Self.means(
      columns, weights: scores.responses.weights.isEmpty ? nil : kept.map { scores.responses.weights[$0] },
      count: scores.plan.draws, seed: scores.plan.seed, stream: StableHash.of(name))
    let dimensionCount = layout.dimensions.count
    let shares = layout.aggregation == .arithmetic ? nil : try? IndicatorWeights(proportions: layout.dimensionWeights)
    let composite = (0..<scores.plan.draws).map { draw -> Double in
      if let shares {
        let parts = (0..<dimensionCount).map { draws[$0][draw].isNaN ? nil : draws[$0][draw] }
        return layout.aggregation.score(parts, weights: shares, needing: 0) ?? .nan
      }
      var (sum, present) = (0.0, 0.0)
      for (index, weight) in layout.dimensionWeights.enumerated() where !draws[index][draw].isNaN {
        sum += weight * draws[index][draw]
        present += weight
      }
      return present > 0 ? sum / present : .nan
    }
    people = kept.count
    overall = BootstrapMeans.scaled(composite, about: overallScore, count: kept.count)
    standardError = kept.count > 1 ? Moments(overall.lazy.filter { !$0.isNaN }).standardDeviation : nil
    facets = zip(draws[dimensionCount...], facetScores).map { draws, score in
      score.map { BootstrapMeans.scaled(draws, about: $0, count: kept.count) } ?? draws
    }
  }

  /// Draws of each column's mean; with sampling weights, of its weighted mean.
  static func means(
    _ columns: [[Double]], weights: [Double]?, count: Int, seed: UInt64, stream: UInt64
  ) -> [[Double]] {
    guard let weights else {
      return BootstrapMeans(columns: columns, count: count, seed: seed, stream: stream, personLimit: personLimit).draws
    }
    // A weighted mean is the ratio of two means over the same people.
    let weighted = columns.map { column in zip(column, weights).map { $0 * $1 } }
    let present = columns.map { column in zip(column, weights).map { $0.isNaN ? .nan : $1 } }
    let draws = BootstrapMeans(
      columns: weighted + present, count: count, seed: seed, stream: stream, personLimit: personLimit
    ).draws
    return columns.indices.map { index in
      zip(draws[index], draws[index + columns.count]).map { $1 > 0 ? $0 / $1 : .nan }
    }
  }
}
