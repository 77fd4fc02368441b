extension Multiplicity {
  /// Westfall and Young's step-down max-T: two groups compared on several measures at once, labels permuted for all together, so
  /// that correlated measures cost less than Holm takes.
  ///
  /// The statistic of each measure is Welch's t. It does not hold its size when the groups differ in spread; read it behind a test of
  /// the whole.
  ///
  /// - Shapes: `columns[measure][person]`, complete; `isFirst` says who is in the first group; two or more people in each.
  /// - Null: `count` random permutations of the labels from `seed`, in blocks of 1,000.
  /// - Returns: adjusted p-values in the order of the measures; 1 for a measure that never varies.
  /// - Cost: draws × people × measures.
  /// - Source: Westfall & Young (1993), Resampling-Based Multiple Testing, algorithm 4.1.
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for a group of fewer than two people.
  public static func maxT(
    columns: [[Double]], isFirst: [Bool], count: Int = 9_999, seed: UInt64 = 1
  ) throws(SampleFault) -> [Double] {
    precondition(columns.allSatisfy { $0.count == isFirst.count }, "columns differ from the labels in length")
    let size = isFirst.count { $0 }
    for (group, size) in [size, isFirst.count - size].enumerated() where size < 2 {
      throw .tooFewValues(group: group, needed: 2)
    }
    let measures = columns.map { column in
      let centre = Moments(column).mean
      return column.map { $0 - centre }
    }
    @Sendable func distances(_ first: ArraySlice<Int>) -> [Double] {
      measures.map { column in
        var (sum, squares) = (0.0, 0.0)
        for person in first {
          sum += column[person]
          squares += column[person] * column[person]
        }
        let whole = column.reduce(0) { $0 + $1 * $1 }
        let (n, m) = (Double(first.count), Double(column.count - first.count))
        // The other group's sum is the negative of ours.
        let variance =
          max(0, squares - sum * sum / n) / (n * (n - 1)) + max(0, whole - squares - sum * sum / m) / (m * (m - 1))
        return whole > 0 ? abs(sum / n + sum / m) / max(variance, 1e-12 * whole).squareRoot() : 0
      }
    }
    let people = isFirst.indices.filter { isFirst[$0] } + isFirst.indices.filter { !isFirst[$0] }
    let observed = distances(people[..<size])
    let order = observed.indices.sorted { (observed[$0], $1) > (observed[$1], $0) }
    let blocks = RandomBlocks.map(count, by: 1000, seed: seed) { draws, stream in
      var people = people
      var extreme = [Int](repeating: 0, count: measures.count)
      for _ in draws {
        for place in 0..<size { people.swapAt(place, place + stream.below(people.count - place)) }
        let drawn = distances(people[..<size])
        // From the least extreme measure up: the largest among it and those below it.
        var largest = 0.0
        for (step, measure) in order.enumerated().reversed() {
          largest = max(largest, drawn[measure])
          if isAtLeast(largest, observed[measure]) { extreme[step] += 1 }
        }
      }
      return extreme
    }
    let extreme = blocks.reduce([Int](repeating: 0, count: columns.count)) { zip($0, $1).map(+) }
    var adjusted = [Double](repeating: 1, count: columns.count)
    var running = 0.0
    for (step, measure) in order.enumerated() {
      running = max(running, Double(extreme[step] + 1) / Double(count + 1))
      adjusted[measure] = observed[measure] > 0 ? running : 1
    }
    return adjusted
  }
}
