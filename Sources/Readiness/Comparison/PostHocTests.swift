import Statistics

/// The pairwise rows that look at all groups of a measure at once: Games–Howell, Dunn, Conover–Iman.
///
/// They rank or pool over all shown groups, so a pair's row depends on the other groups too. Each forgets organisations.
struct PostHocTests: Sendable {
  private let counts: ValueCounts
  private let moments: [Moments]
  private let shown: [Int]
  private let level: Double

  /// Prepares the rows of the groups that are shown, by index into the grouping.
  init(_ scores: CollapsedScores, shown: [Int], level: Double) {
    counts = scores.pooled(shown)
    moments = counts.moments
    self.shown = shown
    self.level = level
  }

  /// The rows of every pair, by the pair's groups.
  ///
  /// - Parameter base: a pair's names and what is known of it.
  func rows(base: (_ pair: [Int]) -> ComparisonDraft) -> [[Int]: [ComparisonDraft]] {
    var rows: [[Int]: [ComparisonDraft]] = [:]
    let methods: [(String, () throws(SampleFault) -> [PairwiseComparison])] = [
      ("games_howell", { () throws(SampleFault) in try PairwiseComparisons.gamesHowell(moments, level: level) }),
      ("dunn", { () throws(SampleFault) in try PairwiseComparisons.dunn(counts) }),
      ("conover", { () throws(SampleFault) in try PairwiseComparisons.conoverIman(counts) }),
    ]
    let pairs = MeasureGaps.pairs(shown.count)
    for (method, compare) in methods {
      do throws(SampleFault) {
        for comparison in try compare() {
          let pair = [shown[comparison.first], shown[comparison.second]]
          rows[pair, default: []].append(row(method, comparison, base(pair)))
        }
      } catch {
        for pair in pairs.map({ $0.map { shown[$0] } }) {
          var failed = base(pair).failed(error)
          failed.method = method
          rows[pair, default: []].append(failed)
        }
      }
    }
    return rows
  }

  private func row(_ method: String, _ comparison: PairwiseComparison, _ base: ComparisonDraft) -> ComparisonDraft {
    var row = base
    row.method = method
    row.statistic = comparison.statistic
    row.degreesOfFreedom = comparison.degreesOfFreedom
    let p = max(comparison.p, .leastNonzeroMagnitude)
    row.p = PValue(value: p, method: .asymptotic, smallestAttainable: .leastNonzeroMagnitude)
    row.evidence.sidedness = Sidedness.distanceFromExpectation.rawValue
    if method == "games_howell" {
      row.evidence.null = "Answers of both groups have one mean."
      row.isAdjustedByMethod = false
      row.pAdjustedItself = p
      row.evidence.adjustment = "studentized_range"
      row.effect = EffectSize(
        name: "mean_difference", value: comparison.difference, interval: comparison.interval,
        intervalMethod: comparison.interval == nil ? "" : "studentised range, simultaneous over all pairs")
    } else {
      row.evidence.null = "Answers of both groups have one mean rank."
      row.effect = EffectSize(
        name: "mean_rank_difference", value: comparison.difference, interval: nil, intervalMethod: "")
    }
    return row
  }
}
