import Statistics
import Survey

/// Makes the rows of `priorities.csv`: the cohort, then each organisation that is shown whole, by name, in the order of the dimensions.
///
/// The chance of being among the first three comes from re-drawing people: whole organisations for the cohort, where everybody belongs to one
/// of several; the organisation's own people for an organisation. Weights are held.
struct PriorityTable: Sendable {
  private let basis: AssessmentBasis
  private let matrix: OrganizationMatrix
  private let weights: SchemeWeights
  private let target: Double
  private let scores: Scores
  private let places: [Int]

  init(_ basis: AssessmentBasis, _ matrix: OrganizationMatrix, weights: SchemeWeights) {
    self.basis = basis
    self.matrix = matrix
    self.weights = weights
    scores = basis.scores
    target = basis.scores.plan.target
    places = basis.scores.layout.dimensions
  }

  func rows(threads: Int) -> [PriorityRow] {
    let rowsOf = Dictionary(
      basis.rows.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return cohort
      + concurrentMap(matrix.names.count, threads: threads) { index -> [PriorityRow] in
        let (name, means) = (matrix.names[index], matrix.means[index])
        let complete = weights.own.isEmpty ? nil : matrix.complete.firstIndex(of: index)
        let own: [Double?] =
          weights.own.isEmpty ? weights.shares : complete.map { weights.own[$0] } ?? means.map { _ in nil }
        var draws: [[Double]] = []
        if isDrawn(people: matrix.people[index]), let row = rowsOf[name] {
          draws = peopleDraws(basis.rows[row].map(Int.init), means: means, stream: StableHash.of(name))
        }
        return rows(name, means, own, draws: draws, status: .tooFewAnswers)
      }.flatMap(\.self)
  }

  /// The rows of everybody together; a dimension that is hidden for the cohort has none of its numbers, and takes the others' shares with
  /// it, which rest on it.
  private var cohort: [PriorityRow] {
    let estimates = places.map { basis.raw.raw(.cohort, measure: $0)?.estimate }
    guard estimates.contains(where: { $0?.value != nil }) else { return [] }
    let hidden = places.contains { basis.suppression.isHidden(.cohort, measure: $0) }
    let means = estimates.map { hidden ? nil : $0?.value }
    let people = estimates.compactMap { $0?.n }.max() ?? 0
    let draws = hidden || !isDrawn(people: people) ? [] : cohortDraws(means)
    return rows(nil, means, weights.shares, draws: draws, status: hidden ? .suppressed : .tooFewAnswers)
  }

  private func rows(
    _ name: String?, _ means: [Double?], _ weights: [Double?], draws: [[Double]], status: Status
  ) -> [PriorityRow] {
    let shares = Priorities.shares(readiness: means, weights: weights, target: target)
    let top = draws.isEmpty ? [] : Priorities.topProbability(draws: draws, weights: weights, target: target)
    return places.indices.map { dimension in
      PriorityRow(
        organization: name, dimension: scores.measures[places[dimension]].id, readiness: means[dimension],
        weight: weights[dimension], gap: means[dimension].map { max(0, target - $0) }, priority: shares[dimension],
        topThree: top.isEmpty || means[dimension] == nil ? nil : top[dimension],
        status: means[dimension] == nil ? status : .ok)
    }
  }

  // Sampling weights would need ratios of means; people of one group count the same here.
  private func isDrawn(people: Int) -> Bool {
    scores.responses.weights.isEmpty && people >= scores.plan.intervalMinimum
  }

  /// Draws of the run; fewer where people × draws would take longer than everything else.
  private var count: Int { min(scores.plan.draws, max(200, 200_000_000 / max(1, scores.responses.count))) }

  private func peopleDraws(_ people: [Int], means: [Double?], stream: UInt64) -> [[Double]] {
    let people = people.filter { person in places.contains { !scores.columns[$0][person].isNaN } }
    let draws = BootstrapMeans(
      columns: places.map { place in people.map { scores.columns[place][$0] } }, count: count, seed: scores.plan.seed,
      stream: stream, personLimit: OrganizationBootstrap.personLimit
    ).draws
    return zip(draws, means).map { draws, mean in
      mean.map { BootstrapMeans.scaled(draws, about: $0, count: people.count) } ?? draws
    }
  }

  private func cohortDraws(_ means: [Double?]) -> [[Double]] {
    let codes = scores.responses.organization.codes
    let clusters = basis.rows.names.count
    guard clusters > 1, !codes.contains(where: { $0 < 0 }) else {
      return peopleDraws(Array(0..<scores.responses.count), means: means, stream: StableHash.of("priorities"))
    }
    let sums = (0..<clusters).map { cluster in
      places.map { place in
        basis.rows[cluster].reduce(into: (sum: 0.0, count: 0.0)) { total, person in
          let value = scores.columns[place][Int(person)]
          if !value.isNaN { (total.sum, total.count) = (total.sum + value, total.count + 1) }
        }
      }
    }
    let blocks = RandomBlocks.map(
      count, by: 64, seed: scores.plan.seed, stream: StableHash.of("priorities")
    ) { draws, random in
      draws.map { _ -> [Double] in
        var total = places.map { _ in (sum: 0.0, count: 0.0) }
        for _ in 0..<clusters {
          let drawn = sums[random.below(clusters)]
          for place in total.indices {
            total[place] = (total[place].sum + drawn[place].sum, total[place].count + drawn[place].count)
          }
        }
        return total.map { $0.count > 0 ? $0.sum / $0.count : .nan }
      }
    }.flatMap(\.self)
    return places.indices.map { place in
      let draws = blocks.map { $0[place] }
      return means[place].map { BootstrapMeans.scaled(draws, about: $0, count: clusters) } ?? draws
    }
  }
}
