/// Groupings of people as rows of a model: people who are alike in all of them share a row.
///
/// Each grouping has one level that the others are held against; every other level is a column of noughts and ones.
///
/// - Shapes: one code per person and grouping, from 0, −1 where it is not known; such a person has no row.
/// - Units: columns are 0 or 1.
/// - Cost: people × groupings.
public struct TreatmentPatterns: Sendable, Hashable {
  /// One grouping.
  public struct Factor: Sendable, Hashable {
    /// The level of each person, from 0; −1 where it is not known.
    public let codes: [Int32]
    /// The number of levels.
    public let levelCount: Int
    /// The level that the others are held against.
    public let reference: Int

    /// Wraps codes; every code must be below `levelCount`.
    public init(codes: [Int32], levelCount: Int, reference: Int) {
      precondition((0..<levelCount).contains(reference), "the reference is no level")
      self.codes = codes
      self.levelCount = levelCount
      self.reference = reference
    }
  }

  /// A column: a level of a grouping, by place.
  public struct Column: Sendable, Hashable {
    /// The grouping.
    public let factor: Int
    /// Its level.
    public let level: Int
  }

  /// The columns, grouping by grouping, levels in order without the reference.
  public let columns: [Column]
  /// The rows that occur, without a column of ones.
  public let rows: [[Double]]
  /// The row of each person; −1 for none.
  public let rowOf: [Int32]
  /// People per row.
  public let counts: [Int]

  /// Finds the rows; `isUsed` leaves people out.
  public init(_ factors: [Factor], count: Int, isUsed: [Bool]? = nil) {
    precondition(factors.allSatisfy { $0.codes.count == count }, "codes do not fit the people")
    columns = factors.enumerated().flatMap { place, factor in
      (0..<factor.levelCount).filter { $0 != factor.reference }.map { Column(factor: place, level: $0) }
    }
    let size = factors.reduce(1) { $0.multipliedReportingOverflow(by: $1.levelCount).partialValue }
    precondition((1...50_000_000).contains(size), "too many combinations of levels")
    // The mixed number of each combination, then its place in order of first appearance.
    var numbers = [Int32](repeating: 0, count: count)
    for factor in factors {
      let width = Int32(factor.levelCount)
      for person in 0..<count {
        let code = factor.codes[person]
        precondition(code < width, "a code is no level")
        numbers[person] = code < 0 || numbers[person] < 0 ? -1 : numbers[person] &* width &+ code
      }
    }
    var places = [Int32](repeating: -1, count: size)
    var (found, sizes): ([Int32], [Int]) = ([], [])
    for person in 0..<count {
      let number = numbers[person]
      guard number >= 0, isUsed?[person] ?? true else {
        numbers[person] = -1
        continue
      }
      if places[Int(number)] < 0 {
        places[Int(number)] = Int32(found.count)
        found.append(number)
        sizes.append(0)
      }
      numbers[person] = places[Int(number)]
      sizes[Int(numbers[person])] += 1
    }
    rowOf = numbers
    counts = sizes
    let columns = columns
    rows = found.map { number in
      var (rest, levels) = (Int(number), [Int](repeating: 0, count: factors.count))
      for place in factors.indices.reversed() {
        levels[place] = rest % factors[place].levelCount
        rest /= factors[place].levelCount
      }
      return columns.map { levels[$0.factor] == $0.level ? 1 : 0 }
    }
  }

  /// The columns of one grouping, by place.
  public func columns(of factor: Int) -> [Int] { columns.indices.filter { columns[$0].factor == factor } }

  /// The first grouping that those before it, and a column of ones, explain; nil when all columns stand for themselves.
  public var dependentFactor: Int? {
    Set(columns.map(\.factor)).sorted().first { factor in
      product(columns.indices.filter { columns[$0].factor <= factor }).inverse == nil
    }
  }

  /// The weight of a single person of each row in the person's own fitted value, in least squares; nil where columns explain each other.
  public var leverages: [Double]? {
    let all = Array(columns.indices)
    return product(all).inverse.map { inverse in rows.map { inverse.matrix.form([1] + $0, [1] + $0) } }
  }

  private func product(_ places: [Int]) -> SymmetricMatrix {
    var product = SymmetricMatrix(dimension: places.count + 1)
    for (row, count) in zip(rows, counts) { product.add([1] + places.map { row[$0] }, weight: Double(count)) }
    return product
  }
}

extension OrdinalRegression {
  /// From groupings of people: one pass counts the answers of each row, and of each row in each cluster.
  ///
  /// - Shapes: `responses` numbers each person's category from 0; another number leaves the person out. A cluster number from 0 per person;
  ///   a number below 0 leaves the person out.
  /// - Cost: people once, and as many counts as rows and clusters occur together; then as the model of the rows.
  /// - Throws: ``Fault``.
  public init(
    _ patterns: TreatmentPatterns, responses: [UInt8], categoryCount: Int, clusters: [Int32]? = nil,
    clusterCount: Int = 1, link: Link = .logit, fewestClusters: Int = 6, level: Double = 0.95
  ) throws(Fault) {
    precondition(responses.count == patterns.rowOf.count, "responses do not fit the people")
    precondition(clusters.map { $0.count == responses.count } ?? true, "clusters do not fit the people")
    // Row by row: of all rows and clusters most never occur together.
    let width = patterns.rows.count
    var people = [Int](repeating: 0, count: width + 1)
    let isUsed = responses.indices.map { person in
      patterns.rowOf[person] >= 0 && responses[person] < categoryCount && clusters.map { $0[person] >= 0 } ?? true
    }
    for person in responses.indices where isUsed[person] { people[Int(patterns.rowOf[person]) + 1] += 1 }
    for row in 0..<width { people[row + 1] += people[row] }
    var (next, order) = (people, [Int32](repeating: 0, count: people[width]))
    for person in responses.indices where isUsed[person] {
      let row = Int(patterns.rowOf[person])
      order[next[row]] = Int32(person)
      next[row] += 1
    }
    var (rows, counts, numbers): ([[Double]], [[Int]], [Int]) = ([], [], [])
    var placeOf = [Int](repeating: -1, count: max(1, clusterCount))
    for row in 0..<width {
      let start = counts.count
      for index in people[row]..<people[row + 1] {
        let person = Int(order[index])
        let cluster = clusters.map { Int($0[person]) } ?? 0
        if placeOf[cluster] < start {
          placeOf[cluster] = counts.count
          rows.append(patterns.rows[row])
          counts.append([Int](repeating: 0, count: categoryCount))
          numbers.append(cluster)
        }
        counts[placeOf[cluster]][Int(responses[person])] += 1
      }
    }
    try self.init(
      rows: rows, counts: counts, clusters: clusters == nil ? nil : numbers, link: link,
      fewestClusters: fewestClusters, level: level)
  }
}
