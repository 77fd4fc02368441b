extension Bootstrap {
  /// Bootstraps a statistic of coded answers: each draw is a table of counts, one multinomial per stratum.
  ///
  /// - Shapes: `strata[stratum][cell]`, people per cell; each stratum (a respondent type) is resampled to its own size.
  ///   One table is one stratum.
  /// - Cost: draws × cells, and one evaluation per occupied cell for the jackknife; never people.
  /// - Throws: ``SampleFault/emptyGroup(_:)`` for an empty stratum, ``SampleFault/noVariation`` when the statistic is
  ///   undefined for the sample itself.
  public init(
    strata: [[Int]], count: Int = 2_000, seed: UInt64 = 1, stream: UInt64 = 0, statistic: @Sendable ([[Int]]) -> Double?
  ) throws(SampleFault) {
    guard !strata.isEmpty else { throw .emptyGroup(0) }
    let sizes = strata.map { $0.reduce(0, +) }
    if let empty = sizes.firstIndex(of: 0) { throw .emptyGroup(empty) }
    guard let estimate = statistic(strata), estimate.isFinite else { throw .noVariation }
    let weights = strata.map { $0.map { Double($0) } }
    let drawn = Self.drawing(count, seed: seed, stream: stream, strata) { table, stream in
      for index in sizes.indices {
        stream.multinomial(
          sizes[index], weights: weights[index], weightSum: Double(sizes[index]), into: &table[index])
      }
      return statistic(table)
    }
    var influence: [(pull: Double, count: Int)] = []
    var table = strata
    for (index, stratum) in strata.enumerated() where sizes[index] > 1 {
      let without = stratum.indices.filter { stratum[$0] > 0 }.map { cell in
        table[index][cell] -= 1
        defer { table[index][cell] += 1 }
        return (value: statistic(table), count: stratum[cell])
      }
      influence += Self.influence(without)
    }
    try self.init(
      estimate: estimate, draws: drawn.draws, undefinedDraws: drawn.undefined, influence: influence)
  }

  /// Bootstraps a statistic of values: each draw resamples every stratum with replacement to its own size.
  ///
  /// - Shapes: `strata[stratum]`, one value per person.
  /// - Cost: draws × people, and one evaluation per person for the jackknife, at most 2,000 per stratum: larger strata
  ///   are deleted in that many equal parts, every 2,000th person in one.
  /// - Throws: ``SampleFault/emptyGroup(_:)`` for an empty stratum, ``SampleFault/noVariation`` when the statistic is
  ///   undefined for the sample itself.
  public init(
    values strata: [[Double]], count: Int = 2_000, seed: UInt64 = 1, stream: UInt64 = 0,
    statistic: @Sendable ([[Double]]) -> Double?
  ) throws(SampleFault) {
    guard !strata.isEmpty else { throw .emptyGroup(0) }
    if let empty = strata.firstIndex(where: \.isEmpty) { throw .emptyGroup(empty) }
    guard let estimate = statistic(strata), estimate.isFinite else { throw .noVariation }
    let drawn = Self.drawing(count, seed: seed, stream: stream, strata) { sample, stream in
      for index in strata.indices {
        stream.resample(strata[index], into: &sample[index])
      }
      return statistic(sample)
    }
    var influence: [(pull: Double, count: Int)] = []
    var sample = strata
    for (index, people) in strata.enumerated() where people.count > 1 {
      let parts = min(people.count, 2_000)
      let without = (0..<parts).map { part in
        // Everybody but the part, block by block of its stride.
        var rest: [Double] = []
        rest.reserveCapacity(people.count)
        var start = 0
        for left in stride(from: part, to: people.count, by: parts) {
          rest += people[start..<left]
          start = left + 1
        }
        sample[index] = rest + people[start...]
        return (value: statistic(sample), count: 1)
      }
      sample[index] = people
      influence += Self.influence(without)
    }
    try self.init(
      estimate: estimate, draws: drawn.draws, undefinedDraws: drawn.undefined, influence: influence)
  }

  /// Bootstraps the mean of one sample of values.
  ///
  /// Where values repeat, as those of coded answers do, ``init(strata:count:seed:stream:statistic:)`` costs less.
  ///
  /// - Shapes: one value per person.
  /// - Cost: draws × people; the jackknife of a mean is had from its values.
  /// - Throws: ``SampleFault/emptyGroup(_:)`` for no values.
  public init(meanOf values: [Double], count: Int = 2_000, seed: UInt64 = 1, stream: UInt64 = 0) throws(SampleFault) {
    guard !values.isEmpty else { throw .emptyGroup(0) }
    let (people, mean) = (Double(values.count), Moments(values).mean)
    let drawn = Self.drawing(count, seed: seed, stream: stream, ()) { _, stream in
      values.withUnsafeBufferPointer { stream.resampledSum($0) } / people
    }
    try self.init(
      estimate: mean, draws: drawn.draws, undefinedDraws: drawn.undefined,
      influence: values.map { (pull: ($0 - mean) / people, count: 1) })
  }

  /// Bootstraps a statistic of coded answers by organisation: each draw takes whole organisations with replacement and
  /// adds up their tables, so that people of one organisation stay together.
  ///
  /// - Shapes: `organizations[organization][cell]`, people per cell; `strata` numbers the stratum of each organisation,
  ///   each of which is resampled to its own number of organisations.
  /// - Cost: draws × organisations × cells, and one evaluation per organisation for the jackknife; never people.
  /// - Throws: ``SampleFault/tooFewClusters(needed:)`` for fewer than eight organisations, ``SampleFault/noVariation``
  ///   when the statistic is undefined for the sample itself.
  public init(
    organizations: [[Int]], strata: [Int]? = nil, count: Int = 2_000, seed: UInt64 = 1, stream: UInt64 = 0,
    statistic: @Sendable ([Int]) -> Double?
  ) throws(SampleFault) {
    let cells = organizations.first?.count ?? 0
    precondition(organizations.allSatisfy { $0.count == cells }, "organisations differ in cells")
    let strata = strata ?? [Int](repeating: 0, count: organizations.count)
    precondition(strata.count == organizations.count, "strata do not fit the organisations")
    guard organizations.count >= 8 else { throw .tooFewClusters(needed: 8) }
    let members = Dictionary(grouping: organizations.indices) { strata[$0] }.sorted { $0.key < $1.key }.map(\.value)
    @Sendable func table(_ chosen: [Int]) -> [Int] {
      var sum = [Int](repeating: 0, count: cells)
      for organization in chosen {
        for cell in 0..<cells { sum[cell] += organizations[organization][cell] }
      }
      return sum
    }
    let everybody = Array(organizations.indices)
    let whole = table(everybody)
    guard let estimate = statistic(whole), estimate.isFinite else { throw .noVariation }
    let drawn = Self.drawing(count, seed: seed, stream: stream, everybody) { chosen, stream in
      var place = 0
      for group in members {
        for _ in group {
          chosen[place] = group[stream.below(group.count)]
          place += 1
        }
      }
      return statistic(table(chosen))
    }
    let influence = members.filter { $0.count > 1 }.flatMap { group in
      Self.influence(
        group.map { left in
          (value: statistic(zip(whole, organizations[left]).map { $0 - $1 }), count: 1)
        })
    }
    try self.init(
      estimate: estimate, draws: drawn.draws, undefinedDraws: drawn.undefined, influence: influence)
  }

  /// Bootstraps a statistic of values by organisation: each draw takes whole organisations with replacement.
  ///
  /// - Shapes: `organizations[organization]`, one value per person.
  /// - Cost: draws × people, and one evaluation per organisation for the jackknife.
  /// - Throws: as ``init(organizations:strata:count:seed:stream:statistic:)``.
  public init(
    organizationValues organizations: [[Double]], count: Int = 2_000, seed: UInt64 = 1, stream: UInt64 = 0,
    statistic: @Sendable ([Double]) -> Double?
  ) throws(SampleFault) {
    guard organizations.count >= 8 else { throw .tooFewClusters(needed: 8) }
    guard let estimate = statistic(organizations.flatMap { $0 }), estimate.isFinite else { throw .noVariation }
    let drawn = Self.drawing(count, seed: seed, stream: stream, [Double]()) { values, stream in
      values.removeAll(keepingCapacity: true)
      for _ in organizations { values += organizations[stream.below(organizations.count)] }
      return statistic(values)
    }
    let without = organizations.indices.map { left in
      (value: statistic(organizations.enumerated().filter { $0.offset != left }.flatMap(\.element)), count: 1)
    }
    try self.init(
      estimate: estimate, draws: drawn.draws, undefinedDraws: drawn.undefined, influence: Self.influence(without))
  }

  /// A stratum's jackknife: each unit's pull, divided by the number of units so that strata of different size add up.
  /// Empty when the statistic is undefined without some unit.
  private static func influence(_ without: [(value: Double?, count: Int)]) -> [(pull: Double, count: Int)] {
    let units = Double(without.reduce(0) { $0 + $1.count })
    var defined: [(value: Double, count: Int)] = []
    for unit in without {
      guard let value = unit.value, value.isFinite else { return [] }
      defined.append((value, unit.count))
    }
    let mean = defined.reduce(0) { $0 + $1.value * Double($1.count) } / units
    return defined.map { (pull: (units - 1) * (mean - $0.value) / units, count: $0.count) }
  }
}
