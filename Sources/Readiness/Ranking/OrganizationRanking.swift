import Statistics

/// The ranks of the organisations that are ranked, with their confidence sets.
///
/// Ranks are taken from unrounded scores, the readiest first, ties sharing the smallest rank.
struct OrganizationRanking: Sendable {
  /// Ranks by readiness.
  let ranks: [Int]
  /// The confidence sets of the ranks.
  let sets: RankConfidenceSets

  /// The marginal confidence set of each rank.
  var rankSets: [ClosedRange<Int>] { sets.marginal }
  /// The simultaneous confidence sets.
  var bands: [ClosedRange<Int>] { sets.simultaneous }

  /// Ranks two organisations or more.
  ///
  /// - Shapes: one score, one number of people and one array of scaled draws per organisation.
  init(scores: [Double], people: [Int], draws: [[Double]], level: Double) {
    sets = RankConfidenceSets(
      scores: scores, draws: draws, level: level, degreesOfFreedom: people.map { Double($0 - 1) })
    ranks = Ranks.competition(scores)
  }

  /// Competition ranks of the scores that exist; nil where there is none.
  static func ranks(_ scores: [Double?]) -> [Int?] {
    let present = scores.indices.filter { scores[$0] != nil }
    var ranks = [Int?](repeating: nil, count: scores.count)
    for (index, rank) in zip(present, Ranks.competition(present.compactMap { scores[$0] })) { ranks[index] = rank }
    return ranks
  }

  /// The ids of the three lowest scores, lowest first; scores tied with the third are all listed, ties in the order given.
  static func threeLowest(_ scores: [(id: String, score: Double)]) -> [String] {
    let order = scores.indices.sorted { (scores[$0].score, $0) < (scores[$1].score, $1) }
    guard order.count > 3 else { return order.map { scores[$0].id } }
    let third = scores[order[2]].score
    return order.filter { scores[$0].score <= third + 1e-9 }.map { scores[$0].id }
  }
}
