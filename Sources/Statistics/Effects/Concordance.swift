/// How many pairs of people two orderings agree and disagree on, and the coefficients made from them.
///
/// - Units: only order matters in either variable.
/// - Cost: from a table, with rows × columns; from values, with n log n.
/// - Source: Kendall (1938), Biometrika 30(1–2), 81–93; Goodman & Kruskal (1954), JASA 49(268), 732–764; Somers (1962),
///   American Sociological Review 27(6), 799–811; counting by merging after Knight (1966), JASA 61(314), 436–439,
///   doi:10.1080/01621459.1966.10480879.
public struct Concordance: Sendable, Hashable {
  /// Pairs of people that both variables order alike.
  public let concordant: Int
  /// Pairs that they order oppositely.
  public let discordant: Int
  /// Pairs tied on the first variable alone.
  public let tiedOnFirst: Int
  /// Pairs tied on the second variable alone.
  public let tiedOnSecond: Int
  /// Pairs tied on both.
  public let tiedOnBoth: Int
  /// The sizes of the groups of equal values of the first variable, ascending by value.
  public let firstTies: [Int]
  /// The sizes of the groups of equal values of the second variable, ascending by value.
  public let secondTies: [Int]

  /// Concordant less discordant pairs.
  public var score: Int { concordant - discordant }
  /// People.
  public var count: Int { firstTies.reduce(0, +) }

  /// Counts the pairs of a table whose rows and columns stand in order.
  public init(_ table: CrossCounts) {
    let table = table.occupied
    var (concordant, discordant, tiedOnFirst, tiedOnSecond, tiedOnBoth) = (0, 0, 0, 0, 0)
    var left = table.columnTotals
    for row in 0..<table.rowCount {
      for column in 0..<table.columnCount { left[column] -= table[row, column] }
      for column in 0..<table.columnCount {
        let cell = table[row, column]
        guard cell > 0 else { continue }
        concordant += cell * left[(column + 1)...].reduce(0, +)
        discordant += cell * left[..<column].reduce(0, +)
        tiedOnSecond += cell * left[column]
        tiedOnBoth += cell * (cell - 1) / 2
        for other in (column + 1)..<max(table.columnCount, column + 1) { tiedOnFirst += cell * table[row, other] }
      }
    }
    self.concordant = concordant
    self.discordant = discordant
    self.tiedOnFirst = tiedOnFirst
    self.tiedOnSecond = tiedOnSecond
    self.tiedOnBoth = tiedOnBoth
    firstTies = table.rowTotals
    secondTies = table.columnTotals
  }

  /// Counts the pairs of two values of the same people, in the same order; a pair of values with a NaN is left out.
  public init(_ first: [Double], _ second: [Double], tolerance: Double = 1e-9) {
    precondition(first.count == second.count, "the two variables differ in length")
    let complete = first.indices.filter { !first[$0].isNaN && !second[$0].isNaN }
    self.init(
      DoubledMidranks(complete.map { first[$0] }, tolerance: tolerance),
      DoubledMidranks(complete.map { second[$0] }, tolerance: tolerance))
  }

  /// Counts the pairs of two rankings.
  init(_ first: DoubledMidranks, _ second: DoubledMidranks) {
    let order = first.groups.indices.sorted {
      (first.groups[$0], second.groups[$0]) < (first.groups[$1], second.groups[$1])
    }
    func pairs(_ sizes: [Int]) -> Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    var runs: [Int] = []
    for place in order.indices {
      let isRepeat =
        place > 0 && first.groups[order[place]] == first.groups[order[place - 1]]
        && second.groups[order[place]] == second.groups[order[place - 1]]
      if isRepeat { runs[runs.count - 1] += 1 } else { runs.append(1) }
    }
    let n = order.count
    let both = pairs(runs)
    let swaps = Self.inversions(order.map { second.groups[$0] })
    let (onFirst, onSecond) = (pairs(first.tieSizes), pairs(second.tieSizes))
    discordant = swaps
    tiedOnBoth = both
    tiedOnFirst = onFirst - both
    tiedOnSecond = onSecond - both
    concordant = n * (n - 1) / 2 - onFirst - onSecond + both - swaps
    firstTies = first.tieSizes
    secondTies = second.tieSizes
  }

  /// (C − D) / √((C + D + T₁)(C + D + T₂)); nil when a variable does not vary.
  public var tauB: Double? {
    let untied = Double(concordant + discordant)
    let product = (untied + Double(tiedOnFirst)) * (untied + Double(tiedOnSecond))
    return product > 0 ? Double(score) / product.squareRoot() : nil
  }

  /// Goodman and Kruskal's (C − D) / (C + D); nil when every pair is tied.
  public var gamma: Double? {
    concordant + discordant > 0 ? Double(score) / Double(concordant + discordant) : nil
  }

  /// Somers' d of the second variable given the first, (C − D) / (C + D + pairs tied on the second alone).
  public var somersSecondGivenFirst: Double? {
    let pairs = concordant + discordant + tiedOnSecond
    return pairs > 0 ? Double(score) / Double(pairs) : nil
  }

  /// Somers' d of the first variable given the second, (C − D) / (C + D + pairs tied on the first alone).
  public var somersFirstGivenSecond: Double? {
    let pairs = concordant + discordant + tiedOnFirst
    return pairs > 0 ? Double(score) / Double(pairs) : nil
  }

  /// Stuart's 2m (C − D) / (n² (m − 1)), m the smaller number of distinct values.
  public var tauC: Double? {
    let m = Double(min(firstTies.count, secondTies.count))
    let n = Double(count)
    return m > 1 ? 2 * m * Double(score) / (n * n * (m - 1)) : nil
  }

  /// The variance of concordant less discordant pairs when the variables are independent, given the ties.
  public var nullVariance: Double {
    let n = Double(count)
    guard firstTies.count > 1, secondTies.count > 1 else { return 0 }
    func sum(_ totals: [Int], _ term: (Double) -> Double) -> Double { totals.reduce(0) { $0 + term(Double($1)) } }
    let pairs: (Double) -> Double = { $0 * ($0 - 1) }
    let triples: (Double) -> Double = { $0 * ($0 - 1) * ($0 - 2) }
    let weighted: (Double) -> Double = { $0 * ($0 - 1) * (2 * $0 + 5) }
    let main = (weighted(n) - sum(firstTies, weighted) - sum(secondTies, weighted)) / 18
    let third = n > 2 ? sum(firstTies, triples) * sum(secondTies, triples) / (9 * triples(n)) : 0
    return main + sum(firstTies, pairs) * sum(secondTies, pairs) / (2 * pairs(n)) + third
  }

  /// Pairs that stand in descending order, by merging.
  private static func inversions(_ sequence: [Int]) -> Int {
    var values = sequence
    var merged = sequence
    var count = 0
    var width = 1
    while width < values.count {
      var start = 0
      while start < values.count {
        let middle = min(start + width, values.count)
        let end = min(start + 2 * width, values.count)
        var (left, right) = (start, middle)
        for place in start..<end {
          if right == end || (left < middle && values[left] <= values[right]) {
            merged[place] = values[left]
            left += 1
          } else {
            merged[place] = values[right]
            count += middle - left
            right += 1
          }
        }
        start = end
      }
      swap(&values, &merged)
      width *= 2
    }
    return count
  }
}
