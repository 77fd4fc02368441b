extension Multiplicity {
  /// Westfall and Young's step-down max-T: two groups compared on several measures at once, labels permuted for all together, so
  /// that correlated measures cost less than Holm takes.
  ///
  /// The statistic of each measure is Welch's t. It does not hold its size when the groups differ in spread; read it behind a test of
  /// the whole.
  ///
  /// - Shapes: `columns[measure][person]`, complete; `isFirst` says who is in the first group; two or more people in each.
  /// - Null: `count` random permutations of the labels from `seed`, in blocks of 1,000; with `strata`, within each stratum, values
  ///   taken about the stratum's mean.
  /// - Returns: adjusted p-values in the order of the measures; 1 for a measure that never varies.
  /// - Cost: draws × people × measures.
  /// - Source: Westfall & Young (1993), Resampling-Based Multiple Testing, algorithm 4.1.
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for a group of fewer than two people,
  ///   ``SampleFault/noInformativeStratum`` when no stratum holds both groups.
  public static func maxT(
    columns: [[Double]], isFirst: [Bool], strata: [Int]? = nil, count: Int = 9_999, seed: UInt64 = 1
  ) throws(SampleFault) -> [Double] {
    precondition(columns.allSatisfy { $0.count == isFirst.count }, "columns differ from the labels in length")
    precondition(strata.map { $0.count == isFirst.count } ?? true, "strata differ from the labels in length")
    // People of strata that hold one group only have nothing to exchange.
    var members: [Int: [Int]] = [:]
    for person in isFirst.indices { members[strata?[person] ?? 0, default: []].append(person) }
    if strata != nil { members = members.filter { Set($0.value.map { isFirst[$0] }).count > 1 } }
    let people = members.values.flatMap(\.self).sorted()
    if strata != nil, people.isEmpty { throw .noInformativeStratum }
    let size = people.count { isFirst[$0] }
    for (group, size) in [size, people.count - size].enumerated() where size < 2 {
      throw .tooFewValues(group: group, needed: 2)
    }
    // About the mean, or each stratum's mean, so that the other group's sum is the negative of ours.
    let measures = columns.map { column in
      var centred = column
      for rows in members.values {
        let centre = Moments(rows.map { column[$0] }).mean
        for row in rows { centred[row] = column[row] - centre }
      }
      return people.map { centred[$0] }
    }
    let wholes = measures.map { $0.reduce(0) { $0 + $1 * $1 } }
    let (n, m) = (Double(size), Double(people.count - size))
    @Sendable func distances(_ labels: [Int]) -> [Double] {
      zip(measures, wholes).map { column, whole in
        var (sum, squares) = (0.0, 0.0)
        for (person, label) in labels.enumerated() where label == 0 {
          sum += column[person]
          squares += column[person] * column[person]
        }
        let variance =
          max(0, squares - sum * sum / n) / (n * (n - 1)) + max(0, whole - squares - sum * sum / m) / (m * (m - 1))
        return whole > 0 ? abs(sum / n + sum / m) / max(variance, 1e-12 * whole).squareRoot() : 0
      }
    }
    let arrangement = LabelArrangement(
      labels: people.map { isFirst[$0] ? 0 : 1 }, groupCount: 2,
      strata: strata.map { strata in people.map { strata[$0] } })
    let observed = distances(arrangement.labels)
    let order = observed.indices.sorted { (observed[$0], $1) > (observed[$1], $0) }
    let blocks = RandomBlocks.map(count, by: 1000, seed: seed) { draws, stream in
      var arrangement = arrangement
      var extreme = [Int](repeating: 0, count: measures.count)
      for _ in draws {
        arrangement.shuffle(using: &stream)
        let drawn = distances(arrangement.labels)
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
