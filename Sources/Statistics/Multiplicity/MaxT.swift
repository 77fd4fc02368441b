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
  /// - Returns: adjusted p-values in the order of the measures; 1 for a measure that never varies. Each is at least the p of the
  ///   measure alone, ``maxTTests(columns:isFirst:strata:null:)``.
  /// - Cost: draws × people × measures.
  /// - Source: Westfall & Young (1993), Resampling-Based Multiple Testing, algorithm 4.1.
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for a group of fewer than two people,
  ///   ``SampleFault/noInformativeStratum`` when no stratum holds both groups.
  public static func maxT(
    columns: [[Double]], isFirst: [Bool], strata: [Int]? = nil, count: Int = 9_999, seed: UInt64 = 1
  ) throws(SampleFault) -> [Double] {
    try maxTTests(columns: columns, isFirst: isFirst, strata: strata, null: .permutation(count: count, seed: seed))
      .map(\.adjusted)
  }

  /// One measure of a family that is compared by max-T.
  public struct MaxTTest: Sendable, Hashable {
    /// The absolute Welch t of the measure.
    public let statistic: Double
    /// The p of the measure alone.
    public let p: PValue
    /// The p adjusted over the family; at least that of the measure alone.
    public let adjusted: Double
  }

  /// As ``maxT(columns:isFirst:strata:count:seed:)``, with each measure's own t and p; exact up to 20,000 arrangements where `null` asks
  /// for it, and by random permutations otherwise.
  ///
  /// - Throws: as ``maxT(columns:isFirst:strata:count:seed:)``.
  public static func maxTTests(
    columns: [[Double]], isFirst: [Bool], strata: [Int]? = nil, null: NullDistribution = .automatic
  ) throws(SampleFault) -> [MaxTTest] {
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
    let welch = WelchOfSums(sizes: [size, people.count - size], wholes: wholes)
    @Sendable func distances(_ labels: [Int]) -> [Double] {
      measures.indices.map { measure in
        let column = measures[measure]
        var (sum, squares) = (0.0, 0.0)
        for (person, label) in labels.enumerated() where label == 0 {
          sum += column[person]
          squares += column[person] * column[person]
        }
        return welch.distance(measure, sum: sum, squares: squares)
      }
    }
    let arrangement = LabelArrangement(
      labels: people.map { isFirst[$0] ? 0 : 1 }, groupCount: 2,
      strata: strata.map { strata in people.map { strata[$0] } })
    let observed = distances(arrangement.labels)
    let tally = MaxTTally(observed: observed)
    let roads = (null == .asymptotic ? NullDistribution.automatic : null).roads(limit: 20_000)
    if let limit = roads.exactLimit {
      var extreme = tally
      let isComplete = arrangement.forEach(limit: limit) { extreme.count(distances($0)) }
      if isComplete { return extreme.exact() }
    }
    let (count, seed) = roads.permutation ?? (9_999, 1)
    let blocks = RandomBlocks.map(count, by: 1000, seed: seed) { draws, stream in
      var (arrangement, extreme) = (arrangement, tally)
      for _ in draws {
        arrangement.shuffle(using: &stream)
        extreme.count(distances(arrangement.labels))
      }
      return extreme
    }
    return blocks.reduce(tally) { $0.adding($1) }.permuted(
      count: count, seed: seed, designMinimum: arrangement.smallestShare)
  }
}
