import Statistics
import Survey

/// The budget's weights in every draw of the bootstrap: means over organisations of the means of the people drawn there.
///
/// The people are those whose scores are drawn, so that a person who gives much money to what they rate badly does both in the same draw.
/// Organisations are not redrawn. An organisation in which nobody drawn gave an allocation is left out of that draw.
///
/// - Shapes: `vectors[draw][dimension]`, adding up to 1.
/// - Cost: that of drawing all people once; memory of draws × dimensions.
struct WeightDraws: Sendable {
  let shares: AllocationShares
  let vectors: [[Double]]

  init(_ shares: AllocationShares, scores: Scores, rows: OrganizationRows, threads: Int) {
    let count = scores.plan.draws
    let width = shares.columns.count
    let drawn = concurrentMap(rows.names.count, threads: threads) { index -> [[Double]]? in
      let people = OrganizationBootstrap.Columns(scores, rows: rows[index], shares: shares)
      let own = people.shares
      let givers = own.first?.count { !$0.isNaN } ?? 0
      guard givers > 0 else { return nil }
      let draws = people.draws(scores, name: rows.names[index]).suffix(width)
      return zip(draws, own).map { draws, own in
        BootstrapMeans.scaled(draws, about: Moments(own.filter { !$0.isNaN }).mean, count: givers).map { max($0, 0) }
      }
    }.compactMap(\.self)
    self.shares = shares
    vectors = (0..<count).map { draw in
      var sums = [Double](repeating: 0, count: width)
      for own in drawn where own.allSatisfy({ !$0[draw].isNaN }) {
        let total = shares.closesOrganizations ? own.reduce(0) { $0 + $1[draw] } : 1
        guard total > 0 else { continue }
        for place in sums.indices { sums[place] += own[place][draw] / total }
      }
      let total = sums.reduce(0, +)
      return total > 0 ? sums.map { $0 / total } : sums
    }
  }
}
