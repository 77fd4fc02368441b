/// How often each distinct value occurs in each group: all that a rank test needs to know.
///
/// - Shapes: `counts` is row by row, groups × distinct values.
public struct ValueCounts: Sendable, Hashable {
  /// Distinct values, strictly increasing.
  public let values: [Double]
  /// The number of groups.
  public let groupCount: Int
  /// Counts, groups × values, row by row.
  public let counts: [Int]

  /// Wraps a table of counts; `values` must be strictly increasing, `counts` must be `groupCount` rows.
  public init(values: [Double], groupCount: Int, counts: [Int]) {
    precondition(counts.count == groupCount * values.count, "counts do not fit groups × values")
    precondition(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "values are not strictly increasing")
    self.values = values
    self.groupCount = groupCount
    self.counts = counts
  }

  /// Collapses samples. Values that differ by no more than `tolerance` count as one, because sums of the same ratios in
  /// another order may differ in the last bit.
  public init(groups: [[Double]], tolerance: Double = 1e-9) {
    var distinct: [Double] = []
    for value in groups.joined().sorted() where distinct.last.map({ value - $0 > tolerance }) ?? true {
      distinct.append(value)
    }
    var counts = [Int](repeating: 0, count: groups.count * distinct.count)
    for (group, sample) in groups.enumerated() {
      for value in sample {
        // The last distinct value that does not exceed the value.
        var low = 0
        var high = distinct.count
        while high - low > 1 {
          let middle = (low + high) / 2
          if distinct[middle] <= value { low = middle } else { high = middle }
        }
        counts[group * distinct.count + low] += 1
      }
    }
    self.init(values: distinct, groupCount: groups.count, counts: counts)
  }

  /// The count of one value in one group.
  public subscript(group: Int, value: Int) -> Int { counts[group * values.count + value] }

  /// The number of values in each group.
  public var groupTotals: [Int] {
    (0..<groupCount).map { group in (0..<values.count).reduce(0) { $0 + self[group, $1] } }
  }

  /// The number of occurrences of each value over all groups.
  public var valueTotals: [Int] {
    (0..<values.count).map { value in (0..<groupCount).reduce(0) { $0 + self[$1, value] } }
  }

  /// The table of some of the groups, in the order given, without values that none of them has.
  public func selecting(groups: [Int]) -> ValueCounts {
    let kept = (0..<values.count).filter { value in groups.contains { self[$0, value] > 0 } }
    return ValueCounts(
      values: kept.map { values[$0] }, groupCount: groups.count,
      counts: groups.flatMap { group in kept.map { self[group, $0] } })
  }
}
