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
  ///   - weights: redrawn weights of the dimensions; nil where they are fixed.
  init(
    _ scores: Scores, rows: ArraySlice<Int32>, name: String, overallScore: Double, facetScores: [Double?],
    weights: WeightDraws? = nil
  ) {
    let layout = scores.layout
    let columns = Columns(scores, rows: rows, shares: weights?.shares)
    people = columns.people
    let draws = columns.draws(scores, name: name)
    let dimensionCount = layout.dimensions.count
    // Redrawn weights bring a scatter of their own, scaled by numbers of people that are not this organisation's.
    let parts =
      weights == nil
      ? Array(draws.prefix(dimensionCount))
      : (0..<dimensionCount).map { place in
        BootstrapMeans.scaled(draws[place], about: columns.mean(place), count: columns.people)
          .map { $0.isNaN ? $0 : min(max($0, 0), 100) }
      }
    let composite = Self.composite(parts, layout: layout, weights: weights?.vectors, count: scores.plan.draws)
    overall = weights == nil ? BootstrapMeans.scaled(composite, about: overallScore, count: people) : composite
    standardError = people > 1 ? Moments(overall.lazy.filter { !$0.isNaN }).standardDeviation : nil
    facets = zip(draws[dimensionCount...], facetScores).map { [people] draws, score in
      score.map { BootstrapMeans.scaled(draws, about: $0, count: people) } ?? draws
    }
  }

  /// The overall score of every draw. A draw in which nobody's money reaches a dimension keeps the weights as they were found.
  private static func composite(_ parts: [[Double]], layout: ScoringLayout, weights: [[Double]]?, count: Int)
    -> [Double]
  {
    let fixed = layout.aggregation == .arithmetic ? nil : try? IndicatorWeights(proportions: layout.dimensionWeights)
    return (0..<count).map { draw -> Double in
      let drawn = weights.flatMap { weights in weights[draw].contains { $0 > 0 } ? weights[draw] : nil }
      let shares =
        layout.aggregation == .arithmetic
        ? nil : drawn.flatMap { try? IndicatorWeights(proportions: $0) } ?? fixed
      if let shares {
        let present = parts.map { $0[draw].isNaN ? nil : $0[draw] }
        return layout.aggregation.score(present, weights: shares, needing: 0) ?? .nan
      }
      var (sum, present) = (0.0, 0.0)
      for (index, weight) in (drawn ?? layout.dimensionWeights).enumerated() where !parts[index][draw].isNaN {
        sum += weight * parts[index][draw]
        present += weight
      }
      return present > 0 ? sum / present : .nan
    }
  }

  /// The mean of the values that are there, with sampling weights the weighted one; NaN where there is none.
  static func mean(_ values: [Double], weights: [Double]?) -> Double {
    var (sum, total) = (0.0, 0.0)
    for (person, value) in values.enumerated() where !value.isNaN {
      let weight = weights?[person] ?? 1
      sum += weight * value
      total += weight
    }
    return total > 0 ? sum / total : .nan
  }

  /// Draws of each column's mean; with sampling weights, of its weighted mean, but for the last `unweighted` columns.
  static func means(
    _ columns: [[Double]], weights: [Double]?, unweighted: Int = 0, count: Int, seed: UInt64, stream: UInt64
  ) -> [[Double]] {
    guard let weights else {
      return BootstrapMeans(columns: columns, count: count, seed: seed, stream: stream, personLimit: personLimit).draws
    }
    // A weighted mean is the ratio of two means over the same people.
    let own = columns.indices.map { $0 < columns.count - unweighted ? weights : weights.map { _ in 1 } }
    let weighted = zip(columns, own).map { column, weights in zip(column, weights).map { $0 * $1 } }
    let present = zip(columns, own).map { column, weights in zip(column, weights).map { $0.isNaN ? .nan : $1 } }
    let draws = BootstrapMeans(
      columns: weighted + present, count: count, seed: seed, stream: stream, personLimit: personLimit
    ).draws
    return columns.indices.map { index in
      zip(draws[index], draws[index + columns.count]).map { $1 > 0 ? $0 / $1 : .nan }
    }
  }

  /// What is drawn of the people of one organisation: dimensions, facets, and their shares of the money where these are redrawn.
  struct Columns: Sendable {
    /// The people who have any of it; people with an allocation alone are among them only where allocations are drawn.
    let people: Int
    /// Shares of the money, by dimension; none where they are not drawn.
    let shares: [[Double]]
    private let scores: [[Double]]
    private let weights: [Double]?

    init(_ scores: Scores, rows: ArraySlice<Int32>, shares: AllocationShares?) {
      let facets = Facet.allCases.map { facet in scores.measures.firstIndex { $0.kind == .facet(facet) } }
      let places = scores.layout.dimensions.map(Optional.some) + facets
      let kept = rows.map(Int.init).filter { row in
        places.contains { place in place.map { !scores.columns[$0][row].isNaN } ?? false }
          || !(shares?.columns.first?[row].isNaN ?? true)
      }
      people = kept.count
      self.scores = places.map { place in kept.map { row in place.map { scores.columns[$0][row] } ?? .nan } }
      self.shares = (shares?.columns ?? []).map { column in kept.map { column[$0] } }
      weights = scores.responses.weights.isEmpty ? nil : kept.map { scores.responses.weights[$0] }
    }

    /// The mean of a score as people answered; NaN where nobody has it.
    func mean(_ place: Int) -> Double { OrganizationBootstrap.mean(scores[place], weights: weights) }

    /// Draws of the means of dimensions, facets and shares, in this order.
    func draws(_ scores: Scores, name: String) -> [[Double]] {
      OrganizationBootstrap.means(
        self.scores + shares, weights: weights, unweighted: shares.count, count: scores.plan.draws,
        seed: scores.plan.seed, stream: StableHash.of(name))
    }
  }
}
