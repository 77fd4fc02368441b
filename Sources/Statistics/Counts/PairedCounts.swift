/// How many people moved from each answer to each other: a square table of two occasions, or of two items, on one
/// scale.
///
/// All that a paired test needs to know. It is made in one pass over the people; after that nothing costs more for a
/// million people than for ten.
///
/// - Shapes: `counts` is row by row, first occasion × second occasion.
public struct PairedCounts: Sendable, Hashable {
  /// The scale's values, strictly increasing.
  public let values: [Double]
  /// People by first (row) and second (column) answer, row by row.
  public let counts: [Int]
  /// Pairs left out because one of the two answers is missing.
  public let incompletePairs: Int

  /// Wraps a table; `values` must be strictly increasing and `counts` square.
  public init(values: [Double], counts: [Int], incompletePairs: Int = 0) {
    precondition(counts.count == values.count * values.count, "counts do not fit values × values")
    precondition(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "values are not strictly increasing")
    precondition(counts.allSatisfy { $0 >= 0 }, "a count is negative")
    self.values = values
    self.counts = counts
    self.incompletePairs = incompletePairs
  }

  /// Wraps a square table written row by row; the scale is 1, 2, 3 …
  public init(_ rows: [[Int]]) {
    precondition(rows.allSatisfy { $0.count == rows.count }, "a table of two occasions is square")
    self.init(values: rows.indices.map { Double($0 + 1) }, counts: rows.flatMap { $0 })
  }

  /// Collapses pairs of values of the same people, in the same order. A pair with a NaN is left out and counted.
  public init(first: [Double], second: [Double], tolerance: Double = 1e-9) {
    precondition(first.count == second.count, "the two occasions differ in length")
    let complete = first.indices.filter { !first[$0].isNaN && !second[$0].isNaN }
    let pairs = complete.map { first[$0] } + complete.map { second[$0] }
    let ranked = DoubledMidranks(pairs, tolerance: tolerance)
    var values = [Double](repeating: .infinity, count: ranked.tieSizes.count)
    for (value, group) in zip(pairs, ranked.groups) { values[group] = min(values[group], value) }
    var counts = [Int](repeating: 0, count: values.count * values.count)
    for person in complete.indices {
      counts[ranked.groups[person] * values.count + ranked.groups[complete.count + person]] += 1
    }
    self.init(values: values, counts: counts, incompletePairs: first.count - complete.count)
  }

  /// People who gave one answer first and another second.
  public subscript(first: Int, second: Int) -> Int { counts[first * values.count + second] }

  /// Complete pairs.
  public var total: Int { counts.reduce(0, +) }

  /// How often each value was given on the first occasion.
  public var firstTotals: [Int] {
    values.indices.map { row in values.indices.reduce(0) { $0 + self[row, $1] } }
  }

  /// How often each value was given on the second occasion.
  public var secondTotals: [Int] {
    values.indices.map { column in values.indices.reduce(0) { $0 + self[$1, column] } }
  }
}
