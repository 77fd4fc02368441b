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
    guard let budget else { return nil }
    let allocations = budget.allocations
    let totals = BudgetAnswers.totals(allocations)
    let rows = allocations.given.indices.filter { allocations.given[$0] && organizationOf[$0] >= 0 }
    let known = Set(dimensions)
    let served = budget.question.factors.map { $0.dimensions.filter(known.contains) }
    guard !rows.isEmpty, served.contains(where: { !$0.isEmpty }) else { return nil }

    // A person's share of the money per dimension.
    var columns: [[Int32: [[Double]]]] = [[:]]
    for row in rows {
      let shares = dimensions.map { dimension in
        served.indices.filter { served[$0].contains(dimension) }.reduce(0.0) { sum, factor in
          sum + Double(allocations.hundredths[factor][row]) / Double(totals[row])
            / (overlapping ? 1 : Double(served[factor].count))
        }
      }
      columns[0][organizationOf[row], default: []].append(shares)
    }
    let organizations = columns[0].sorted { $0.key < $1.key }.map(\.value)
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
