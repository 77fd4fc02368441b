/// The null distribution of any statistic of a groups × values table when labels are permuted: exact, by enumeration of the
/// tables, or by random tables.
struct TablePermutation {
  let valueTotals: [Int]
  let groupTotals: [Int]
  private let counts: ValueCounts

  /// Values that nobody has are left out, so that tables have one column per value that occurs.
  init(_ counts: ValueCounts) {
    let used = counts.selecting(groups: Array(0..<counts.groupCount))
    self.counts = used
    valueTotals = used.valueTotals
    groupTotals = used.groupTotals
  }

  /// The values that occur.
  var values: [Double] { counts.values }

  /// The observed table, groups × values.
  var observed: [Int] { counts.counts }

  /// The p-value of a statistic that is larger the more extreme a table is; nil when `null` asks for the limit distribution.
  func pValue(_ null: NullDistribution, limit: Int, _ extremity: ([Int]) -> Double) -> PValue? {
    let roads = null.roads(limit: limit)
    let target = extremity(observed)
    if let limit = roads.exactLimit {
      let zeros = [Double](repeating: 0, count: valueTotals.count)
      let tables = TableEnumeration(valueTotals: valueTotals, groupTotals: groupTotals, scores: zeros)
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
      if isComplete { return .exact(p, smallest: atLargest) }
    }
    guard let (count, seed) = roads.permutation else { return nil }
    let draws = TableDraws(valueTotals: valueTotals, groupTotals: groupTotals)
    let extreme = countExtreme(count: count, seed: seed, draws) { draws, stream in
      draws.rearrange(using: &stream)
      return isAtLeast(extremity(draws.table), target)
    }
    return .permuted(extreme: extreme, count: count, seed: seed, designMinimum: 0)
  }
}

/// Random tables with fixed margins.
private struct TableDraws {
  private let valueTotals: [Int]
  private let groupTotals: [Int]
  private let total: Int
  private var people: [Int]
  /// Groups × values, row by row.
  private(set) var table: [Int]

  init(valueTotals: [Int], groupTotals: [Int]) {
    self.valueTotals = valueTotals
    self.groupTotals = groupTotals
    total = valueTotals.reduce(0, +)
    table = [Int](repeating: 0, count: valueTotals.count * groupTotals.count)
    people =
      total <= 16 * table.count
      ? valueTotals.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) } : []
  }

  mutating func rearrange(using stream: inout RandomStream) {
    let width = valueTotals.count
    if people.isEmpty {
      var left = valueTotals
      var leftTotal = total
      for (group, size) in groupTotals.enumerated() {
        var wanted = size
        var pool = leftTotal
        for value in 0..<width {
          let taken = stream.hypergeometric(marked: left[value], total: pool, drawn: wanted)
          table[group * width + value] = taken
          pool -= left[value]
          left[value] -= taken
          wanted -= taken
        }
        leftTotal -= size
      }
      return
    }
    for cell in table.indices { table[cell] = 0 }
    var place = 0
    for (group, size) in groupTotals.enumerated() {
      for _ in 0..<size {
        if group < groupTotals.count - 1 { people.swapAt(place, place + stream.below(total - place)) }
        table[group * width + people[place]] += 1
        place += 1
      }
    }
  }
}
