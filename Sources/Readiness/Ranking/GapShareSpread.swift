import Statistics

/// How surely an organisation's distance from 100 lies where it does: people redrawn, all their answers together.
///
/// A share is a ratio of sums of means, each over the people with a score on one barrier. It is taken apart into one value per person by its
/// slope, ω (c − m) ÷ n for every barrier, less the share × the same of the whole distance, all over the distance; these values are redrawn.
/// So the spread is the linearised one, and the draws keep the joint scatter of the parts.
///
/// - Shapes: `intervals[part]` and `largest[part]`; `draws` in the order of the parts.
/// - Units: shares of the distance, 0…1.
/// - Cost: people × parts × draws.
/// - Source: Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, s. 5.5.
struct GapShareSpread {
  /// t intervals of the shares, cut at 0 and 1; nil where a share never varies.
  let intervals: [ConfidenceInterval?]
  private let draws: [[Double]]

  /// - Parameters:
  ///   - values: `values[part][person]`, a person's part in each share, with mean 0.
  ///   - shares: the shares.
  init(_ values: [[Double]], shares: [Double], plan: ScoringPlan, name: String) {
    let count = values.first?.count ?? 0
    let drawn = BootstrapMeans(
      columns: values, count: plan.draws, seed: plan.seed, stream: StableHash.of("gap shares " + name),
      personLimit: OrganizationBootstrap.personLimit
    ).draws
    let draws = zip(drawn, shares).map { draws, share in
      BootstrapMeans.scaled(draws.map { share + $0 }, about: share, count: count)
    }
    self.draws = draws
    intervals = zip(draws, shares).map { draws, share in
      guard let error = Moments(draws).standardDeviation, error > 1e-12 else { return nil }
      return ConfidenceInterval.mean(
        share, standardError: error, degreesOfFreedom: Double(count - 1), level: plan.level, within: 0...1)
    }
  }

  /// The share of draws in which each of some parts is the largest of them, ties sharing.
  func largest(of parts: [Int]) -> [Double] {
    var times = [Double](repeating: 0, count: parts.count)
    let count = parts.first.map { draws[$0].count } ?? 0
    for draw in 0..<count {
      let most = parts.reduce(-Double.infinity) { max($0, draws[$1][draw]) }
      let first = parts.indices.filter { most - draws[parts[$0]][draw] <= 1e-12 }
      for place in first { times[place] += 1 / Double(first.count) }
    }
    return times.map { $0 / Double(max(1, count)) }
  }
}
