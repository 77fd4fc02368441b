/// Midranks times two: whole numbers, so that sums of ranks are compared exactly.
///
/// The smallest value has rank 1; values that differ by no more than the tolerance share the mean of their ranks.
/// Cost grows with n log n.
struct DoubledMidranks: Sendable, Hashable {
  /// Twice the midrank of each value, in the order given.
  let ranks: [Int]
  /// The sizes of the groups of equal values, from the smallest value up.
  let tieSizes: [Int]
  /// The index of the group of equal values that each value belongs to.
  let groups: [Int]

  /// Ranks values; none may be NaN.
  init(_ values: [Double], tolerance: Double = 1e-9) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Int](repeating: 0, count: values.count)
    var groups = ranks
    var sizes: [Int] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] - values[order[start]] <= tolerance { end += 1 }
      for place in start..<end {
        ranks[order[place]] = start + end + 1
        groups[order[place]] = sizes.count
      }
      sizes.append(end - start)
      start = end
    }
    self.ranks = ranks
    self.groups = groups
    tieSizes = sizes
  }

  /// Twice the midrank of each category, from how often each occurs, lowest category first; an empty category gets the
  /// midrank a value there would share with nobody below it, and weighs nothing.
  static func ofCounts(_ counts: [Int]) -> [Int] {
    var below = 0
    return counts.map { count in
      defer { below += count }
      return 2 * below + count + 1
    }
  }

  /// Σ (t³ − t) over groups of equal values.
  static func tieSum(_ sizes: some Sequence<Int>) -> Double {
    sizes.reduce(0) { $0 + Double($1) * Double($1 - 1) * Double($1 + 1) }
  }
}
