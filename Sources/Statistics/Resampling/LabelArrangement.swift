import Foundation

/// Group labels of rows that may be exchanged within strata: drawn at random, or all enumerated.
///
/// - Cost: rows per arrangement.
struct LabelArrangement {
  /// The group of each row, from 0.
  private(set) var labels: [Int]
  /// The rows of each stratum that holds more than one group.
  private let strata: [[Int]]
  private let groupCount: Int

  /// Labels that may be exchanged within `strata` (one number per row), or among all rows where there are none.
  init(labels: [Int], groupCount: Int, strata: [Int]? = nil) {
    precondition(labels.allSatisfy { (0..<groupCount).contains($0) }, "a label is out of range")
    precondition(strata.map { $0.count == labels.count } ?? true, "strata differ from the labels in length")
    self.labels = labels
    self.groupCount = groupCount
    var rows: [Int: [Int]] = [:]
    for row in labels.indices { rows[strata?[row] ?? 0, default: []].append(row) }
    self.strata = rows.sorted { $0.key < $1.key }.map(\.value).filter { Set($0.map { labels[$0] }).count > 1 }
  }

  /// The natural logarithm of the number of distinct arrangements.
  var logCount: Double {
    sizes.reduce(0) { sum, sizes in
      sum + GSL.logFactorial(sizes.reduce(0, +)) - sizes.reduce(0) { $0 + GSL.logFactorial($1) }
    }
  }

  /// A lower bound of the share of arrangements with the largest value of any statistic that does not know the groups' names:
  /// groups of the same sizes in every stratum can always be swapped.
  var smallestShare: Double {
    let profiles = (0..<groupCount).map { group in sizes.map { $0[group] } }
    let swaps = Dictionary(grouping: profiles) { $0 }.values.reduce(0.0) { $0 + GSL.logFactorial($1.count) }
    return min(1, exp(swaps - logCount))
  }

  /// Draws an arrangement, each equally likely.
  mutating func shuffle(using stream: inout RandomStream) {
    for rows in strata {
      for place in rows.indices.dropLast() {
        labels.swapAt(rows[place], rows[place + stream.below(rows.count - place)])
      }
    }
  }

  /// Visits every distinct arrangement once; answers false, having visited none, when there are more than `limit`.
  func forEach(limit: Int, _ visit: ([Int]) -> Void) -> Bool {
    guard logCount <= log(Double(limit)) + 1e-9 else { return false }
    var orders = strata.map { rows in rows.map { labels[$0] }.sorted() }
    var arrangement = labels
    while true {
      for (rows, order) in zip(strata, orders) {
        for (row, label) in zip(rows, order) { arrangement[row] = label }
      }
      visit(arrangement)
      // The next order of the first stratum that has one; those before it begin again.
      var stratum = 0
      while stratum < orders.count, !Self.advance(&orders[stratum]) { stratum += 1 }
      if stratum == orders.count { return true }
    }
  }

  /// The next order in the dictionary's sense; the first one, and false, after the last.
  private static func advance(_ order: inout [Int]) -> Bool {
    guard let pivot = order.indices.dropLast().last(where: { order[$0] < order[$0 + 1] }),
      let successor = order.indices.last(where: { order[$0] > order[pivot] })
    else {
      order.sort()
      return false
    }
    order.swapAt(pivot, successor)
    order[(pivot + 1)...].reverse()
    return true
  }

  private var sizes: [[Int]] {
    strata.map { rows in
      var sizes = [Int](repeating: 0, count: groupCount)
      for row in rows { sizes[labels[row]] += 1 }
      return sizes
    }
  }
}
