import Foundation

/// The null of any statistic of a table with fixed margins, when people are assigned to rows at random: exact, by
/// enumeration of the tables, or by random tables.
///
/// - Cost: exact, the number of tables; drawn, draws × that of ``TableDraws``.
struct TablePermutation: Sendable {
  let rowTotals: [Int]
  let columnTotals: [Int]

  /// The exact or drawn p that `null` allows, of a statistic that is larger the more extreme a table is; nil
  /// when `null` asks for the limit distribution.
  ///
  /// - Parameters:
  ///   - observed: the observed table, row by row.
  ///   - limit: the most tables that are enumerated unasked.
  func pValue(
    _ null: NullDistribution, observed: [Int], limit: Int, _ extremity: @Sendable ([Int]) -> Double
  ) -> PValue? {
    let roads = null.roads(limit: limit)
    let target = extremity(observed)
    if let limit = roads.exactLimit, let p = exact(target, limit: limit, extremity) { return p }
    guard let (count, seed) = roads.permutation else { return nil }
    let extreme = countExtreme(count: count, seed: seed, observed: target, extremity)
    return .permuted(extreme: extreme, count: count, seed: seed, designMinimum: leastProbability)
  }

  /// What no table with these margins can be less probable than: one of the ways to assign people to rows, or to columns,
  /// whichever are fewer.
  ///
  /// A table's probability is Π rows! Π columns! ÷ (N! Π cells!), and Π cells! is at most Π rows! and at most Π columns!.
  var leastProbability: Double {
    let all = GSL.logFactorial(rowTotals.reduce(0, +))
    func ways(_ totals: [Int]) -> Double { all - totals.reduce(0) { $0 + GSL.logFactorial($1) } }
    return min(1, exp(-min(ways(rowTotals), ways(columnTotals))))
  }

  /// Counts random tables whose statistic is at least the observed one.
  func countExtreme(count: Int, seed: UInt64, observed: Double, _ extremity: @Sendable ([Int]) -> Double) -> Int {
    let draws = TableDraws(rows: rowTotals, columns: columnTotals)
    return Statistics.countExtreme(count: count, seed: seed, draws) { draws, stream in
      draws.rearrange(using: &stream)
      return isAtLeast(extremity(draws.table), observed)
    }
  }

  private func exact(_ target: Double, limit: Int, _ extremity: ([Int]) -> Double) -> PValue? {
    let zeros = [Double](repeating: 0, count: columnTotals.count)
    let tables = TableEnumeration(valueTotals: columnTotals, groupTotals: rowTotals, scores: zeros)
    var p = 0.0
    var largest = -Double.infinity
    var atLargest = 0.0
    let isComplete = tables.forEachTable(limit: limit) { _, table, probability in
      let value = extremity(table)
      if isAtLeast(value, target) { p += probability }
      if !isAtLeast(largest, value) { atLargest = 0 }
      if isAtLeast(value, largest) { atLargest += probability }
      largest = max(largest, value)
    }
    return isComplete ? .exact(p, smallest: atLargest) : nil
  }
}

extension TablePermutation {
  /// A table's own margins.
  init(_ table: CrossCounts) { self.init(rowTotals: table.rowTotals, columnTotals: table.columnTotals) }
}
