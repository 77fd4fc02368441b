import Statistics
import Survey

extension Priorities {
  /// The distance that a gap is measured from: 100, where none of the barriers gets in the way.
  static let target = 100.0

  /// The rows of `priorities.csv`: each organisation that is shown whole, by name, in the order of the dimensions.
  ///
  /// The chance of being among the first three comes from re-drawing the organisation's people, with the weights held.
  static func rows(
    _ basis: AssessmentBasis, _ matrix: OrganizationMatrix, weights: SchemeWeights, threads: Int
  ) -> [PriorityRow] {
    let scores = basis.scores
    let places = scores.layout.dimensions
    let rowsOf = Dictionary(
      basis.rows.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return concurrentMap(matrix.names.count, threads: threads) { index -> [PriorityRow] in
      let (name, means) = (matrix.names[index], matrix.means[index])
      let complete = weights.own.isEmpty ? nil : matrix.complete.firstIndex(of: index)
      let own: [Double?] =
        weights.own.isEmpty ? weights.shares : complete.map { weights.own[$0] } ?? means.map { _ in nil }
      let shares = shares(readiness: means, weights: own, target: target)
      var top: [Double] = []
      // Sampling weights would need ratios of means; people of one organisation count the same here.
      if scores.responses.weights.isEmpty, matrix.people[index] >= scores.plan.intervalMinimum, let row = rowsOf[name] {
        let people = basis.rows[row].map(Int.init).filter { person in
          places.contains { !scores.columns[$0][person].isNaN }
        }
        let draws = BootstrapMeans(
          columns: places.map { place in people.map { scores.columns[place][$0] } }, count: scores.plan.draws,
          seed: scores.plan.seed, stream: StableHash.of(name), personLimit: OrganizationBootstrap.personLimit
        ).draws
        let scaled = zip(draws, means).map { draws, mean in
          mean.map { BootstrapMeans.scaled(draws, about: $0, count: people.count) } ?? draws
        }
        top = topProbability(draws: scaled, weights: own, target: target)
      }
      return places.indices.map { dimension in
        PriorityRow(
          organization: name, dimension: scores.measures[places[dimension]].id, readiness: means[dimension],
          weight: own[dimension], gap: means[dimension].map { max(0, target - $0) }, priority: shares[dimension],
          topThree: top.isEmpty || means[dimension] == nil ? nil : top[dimension],
          status: means[dimension] == nil ? .tooFewAnswers : .ok)
      }
    }.flatMap(\.self)
  }
}
