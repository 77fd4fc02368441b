/// Ranks of scores: the highest score has rank 1.
///
/// Scores are ranked as they are, before any rounding for print; scores that differ by no more than `tolerance` are tied,
/// because sums of the same terms in another order may differ in the last bit. Within a run of ties the first (highest)
/// score is the measure.
public struct Ranks: Sendable {
  /// Competition ranks: tied scores share the smallest rank, and the next score skips (1, 2, 2, 4).
  public static func competition(_ scores: [Double], tolerance: Double = 1e-9) -> [Int] {
    var ranks = [Int](repeating: 0, count: scores.count)
    for run in runs(scores, tolerance: tolerance) {
      for unit in run.units { ranks[unit] = run.first }
    }
    return ranks
  }

  /// Mean ranks: tied scores share the mean of the places that they fill (1, 2.5, 2.5, 4).
  public static func fractional(_ scores: [Double], tolerance: Double = 1e-9) -> [Double] {
    var ranks = [Double](repeating: 0, count: scores.count)
    for run in runs(scores, tolerance: tolerance) {
      for unit in run.units { ranks[unit] = Double(run.first) + Double(run.units.count - 1) / 2 }
    }
    return ranks
  }

  /// Runs of tied scores, best first; `first` is the place of the first of them.
  static func runs(_ scores: [Double], tolerance: Double) -> [(first: Int, units: [Int])] {
    let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
    var runs: [(first: Int, units: [Int])] = []
    for (place, unit) in order.enumerated() {
      if let last = runs.last, scores[last.units[0]] - scores[unit] <= tolerance {
        runs[runs.count - 1].units.append(unit)
      } else {
        runs.append((place + 1, [unit]))
      }
    }
    return runs
  }
}
