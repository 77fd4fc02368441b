import Foundation
import TestSupport
import Testing

@testable import Statistics

/// What happens to the order of twenty organisations when another joins: the case `rank-reversal`, whose rates come from numpy.
@Suite struct RankReversalTests {
  private struct Rates: Decodable {
    let minmax_share_of_panels_reordered: Double
    let minmax_mean_organisations_moved: Double
  }

  /// A gamma variable by Marsaglia and Tsang (2000), doi:10.1145/358407.358414, with their boost below shape 1.
  private func gamma(_ shape: Double, _ random: inout RandomStream) -> Double {
    guard shape >= 1 else { return gamma(shape + 1, &random) * pow(random.uniform(), 1 / shape) }
    let d = shape - 1.0 / 3
    while true {
      let x = random.normal()
      let v = pow(1 + x / (9 * d).squareRoot(), 3)
      if v > 0, log(random.uniform()) < x * x / 2 + d - d * v + d * log(v) { return d * v }
    }
  }

  /// Shares of the money: twenty draws from a Dirichlet about the means of the case.
  private func weights(_ random: inout RandomStream) -> [Double] {
    let means = [20, 16, 13, 11, 10, 8, 7, 6, 4, 3, 2].map { Double($0) / 100 }
    let parts = means.map { gamma(40 * $0, &random) }
    let whole = parts.reduce(0, +)
    var counts = [Double](repeating: 0, count: 11)
    for _ in 0..<20 {
      var left = random.uniform() * whole
      var factor = 0
      while factor < 10, left >= parts[factor] {
        left -= parts[factor]
        factor += 1
      }
      counts[factor] += 1
    }
    return counts.map { $0 / 20 }
  }

  @Test(
    "Under min–max one more organisation reorders the others in over half of the panels, on the fixed scale in none")
  func newcomer() throws {
    let data = try Data(contentsOf: Repository.url("Tests/References/composite/rank-reversal/out_rank_reversal.json"))
    let rates = try JSONDecoder().decode(Rates.self, from: data)
    let panels = Replications(150, long: 2_000)
    var random = RandomStream(seed: 12)
    var reordered = [Normalization: Int]()
    var moved = 0
    for _ in 0..<panels.count {
      var columns = (0..<11).map { _ in (0..<20).map { _ in 5 + Double(random.below(360)) / 4 } }
      for column in columns.indices { columns[column].append(min(max(50 + 30 * random.normal(), 0), 100)) }
      let weights = weights(&random)
      for rule in [Normalization.minMax, .scale] {
        func ranks(_ count: Int) -> [Int] {
          let scaled = columns.map { rule.normalized(Array($0.prefix(count))) }
          return Ranks.competition((0..<20).map { unit in zip(scaled, weights).reduce(0) { $0 + $1.0[unit] * $1.1 } })
        }
        let (alone, joined) = (ranks(20), ranks(21))
        if alone != joined { reordered[rule, default: 0] += 1 }
        if rule == .minMax { moved += zip(alone, joined).count { $0 != $1 } }
      }
    }
    let all = Double(panels.count)
    #expect(panels.band(rates.minmax_share_of_panels_reordered).contains(Double(reordered[.minMax] ?? 0) / all))
    // The number that moves has a standard deviation near 2.6 from panel to panel.
    #expect(abs(Double(moved) / all - rates.minmax_mean_organisations_moved) < 4 * 2.6 / all.squareRoot())
    #expect(reordered[.scale] == nil)
  }
}
