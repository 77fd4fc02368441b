import Statistics

/// Whose weights would put an organisation first? The share of people's own allocations, as weights of the dimensions, under which it ranks
/// first or in the top quarter.
///
/// - Shapes: `means[organization][dimension]`, nil where there is no score; `weights[judge][dimension]`, one judge per allocation.
/// - Cost: judges × organisations × dimensions.
/// - Source: the benefit of the doubt asks for the most flattering weights; this asks whose they are.
package struct WhoseWeights: Sendable, Hashable {
  /// Per organisation, the share of judges under whose weights it is first, 0…1; ties count in part. Nil without a score.
  package let first: [Double?]
  /// Per organisation, the share of judges under whose weights it is in the top quarter (rounded up); ties count when all that tie fit.
  package let topQuarter: [Double?]
  /// Judges whose allocation reaches a dimension.
  package let judges: Int

  /// Ranks the organisations under every judge's weights, by the one rule for missing dimensions: dropped and renormalised, given with
  /// `share` of the judge's weight.
  package init(means: [[Double?]], weights: [[Double]], needing share: Double = 2.0 / 3.0) {
    var first = [Double](repeating: 0, count: means.count)
    var top = [Double](repeating: 0, count: means.count)
    let quarter = (means.count + 3) / 4
    var scored = [Bool](repeating: false, count: means.count)
    var judges = 0
    for judge in weights {
      guard let weights = try? IndicatorWeights(proportions: judge) else { continue }
      judges += 1
      let scores = means.map { Self.mean($0, weights: weights.shares, needing: share) }
      let values = scores.map { $0 ?? -.infinity }
      let best = values.max() ?? -.infinity
      guard best > -.infinity else { continue }
      let leaders = values.count { best - $0 <= 1e-9 }
      // The first that no longer fits into the quarter: whoever is above it fits, with all that tie.
      let next = values.count > quarter ? values.sorted(by: >)[quarter] : -.infinity
      for (unit, score) in scores.enumerated() {
        guard let score else { continue }
        scored[unit] = true
        if best - score <= 1e-9 { first[unit] += 1 / Double(leaders) }
        if next < score - 1e-9 { top[unit] += 1 }
      }
    }
    self.judges = judges
    self.first = zip(first, scored).map { judges > 0 && $1 ? $0 / Double(judges) : nil }
    topQuarter = zip(top, scored).map { judges > 0 && $1 ? $0 / Double(judges) : nil }
  }

  /// ``Aggregation/arithmetic`` as ``Aggregation/score(_:weights:needing:)`` has it, without lists: it is asked for every judge and unit.
  private static func mean(_ parts: [Double?], weights: [Double], needing share: Double) -> Double? {
    var total = 0.0
    for (part, weight) in zip(parts, weights) where part != nil { total += weight }
    guard total > 0, total >= share - 1e-9 else { return nil }
    var mean = 0.0
    for (part, weight) in zip(parts, weights) {
      if let part { mean += part * (weight / total) }
    }
    return mean
  }
}
