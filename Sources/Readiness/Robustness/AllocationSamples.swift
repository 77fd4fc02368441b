import Statistics
import Survey

/// Weights of the dimensions from allocations with people redrawn within organisations: means over organisations of their means.
///
/// - Shapes: `vectors[draw][dimension]`, adding up to 1, draw 0 as people answered.
/// - Cost: draws × people × dimensions.
struct AllocationSamples: Sendable {
  let vectors: [[Double]]

  /// Nil where the budget was not asked, nobody in an organisation answered, or no factor serves a dimension.
  init?(
    _ budget: BudgetAnswers?, dimensions: [String], organizationOf: [Int32], overlapping: Bool, count: Int, seed: UInt64
  ) {
    guard let budget, let shares = AllocationShares(budget, dimensions: dimensions, overlapping: overlapping) else {
      return nil
    }
    var peopleOf: [Int32: [[Double]]] = [:]
    for row in budget.allocations.given.indices where budget.allocations.given[row] && organizationOf[row] >= 0 {
      peopleOf[organizationOf[row], default: []].append(shares.columns.map { $0[row] })
    }
    guard !peopleOf.isEmpty else { return nil }
    let organizations = peopleOf.sorted { $0.key < $1.key }.map(\.value)
    func closed(_ people: (Int, [[Double]]) -> [[Double]]) -> [Double] {
      var sums = [Double](repeating: 0, count: dimensions.count)
      for (index, own) in organizations.enumerated() {
        let drawn = people(index, own)
        for shares in drawn { for place in sums.indices { sums[place] += shares[place] / Double(drawn.count) } }
      }
      let total = sums.reduce(0, +)
      return total > 0 ? sums.map { $0 / total } : sums.map { _ in 1 / Double(sums.count) }
    }
    vectors =
      [closed { $1 }]
      + (0..<count).map { draw in
        var random = RandomStream(seed: seed, stream: StableHash.of("robustness allocations"), block: UInt64(draw))
        return closed { _, own in own.map { _ in own[random.below(own.count)] } }
      }
  }
}
