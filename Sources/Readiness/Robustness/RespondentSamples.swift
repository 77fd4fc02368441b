import Statistics
import Survey

/// Means of every organisation on every dimension, as people answered and with people redrawn within organisations.
///
/// - Shapes: `samples[draw]` holds organisations × dimensions in rows, draw 0 as people answered; NaN where nobody has a score.
/// - Cost: draws × people × dimensions.
struct RespondentSamples: Sendable {
  let samples: [[Double]]

  /// Redraws under one rule for missing answers; the same people are drawn under every rule.
  init(_ scores: Scores, rows: OrganizationRows, organizations: [String], count: Int, threads: Int) {
    let dimensions = scores.layout.dimensions
    let weights = scores.responses.weights
    let places = Dictionary(uniqueKeysWithValues: rows.names.enumerated().map { ($1, $0) })
    let drawn = concurrentMap(organizations.count, threads: threads) { index -> [[Double]] in
      guard let place = places[organizations[index]] else { return [] }
      let people = rows[place].map(Int.init)
      let columns = dimensions.map { dimension in people.map { scores.columns[dimension][$0] } }
      let own = weights.isEmpty ? nil : people.map { weights[$0] }
      let observed = columns.map { OrganizationBootstrap.mean($0, weights: own) }
      let draws = OrganizationBootstrap.means(
        columns, weights: own, count: count, seed: scores.plan.seed,
        stream: StableHash.of("robustness " + organizations[index]))
      return zip(draws, observed).map { draws, mean in
        [mean]
          + BootstrapMeans.scaled(draws, about: mean, count: people.count).map {
            $0.isNaN ? mean : min(max($0, 0), 100)
          }
      }
    }
    samples = (0...count).map { draw in drawn.flatMap { own in own.map { $0[draw] } } }
  }
}
