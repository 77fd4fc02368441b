import Foundation

/// All groups × values tables with fixed margins, each with its probability when labels are permuted.
struct TableEnumeration {
  /// A possible outcome: the groups' sums of scores, and its probability.
  struct Outcome {
    var sums: [Double]
    var probability: Double
  }

  private let valueTotals: [Int]
  private let groupTotals: [Int]
  private let scores: [Double]
  private let logMultinomial: Double

  /// - Parameters:
  ///   - valueTotals: people per value; zeros are left out.
  ///   - groupTotals: people per group.
  ///   - scores: one per value.
  init(valueTotals: [Int], groupTotals: [Int], scores: [Double]) {
    let used = valueTotals.indices.filter { valueTotals[$0] > 0 }
    self.valueTotals = used.map { valueTotals[$0] }
    self.scores = used.map { scores[$0] }
    self.groupTotals = groupTotals
    logMultinomial =
      GSL.logFactorial(groupTotals.reduce(0, +)) - groupTotals.reduce(0) { $0 + GSL.logFactorial($1) }
  }

  /// Calls `visit` with the score sums and the probability of every table.
  ///
  /// - Returns: false when there are more than `limit` tables; then not all were visited.
  func forEach(limit: Int, _ visit: ([Double], Double) -> Void) -> Bool {
    var room = groupTotals
    var sums = [Double](repeating: 0, count: groupTotals.count)
    var visited = 0

    /// Gives `left` people of `value` to the groups from `group` on.
    func place(value: Int, group: Int, left: Int, logWeight: Double) -> Bool {
      if value == valueTotals.count {
        visited += 1
        guard visited <= limit else { return false }
        visit(sums, exp(logWeight - logMultinomial))
        return true
      }
      if group == groupTotals.count - 1 {
        guard left <= room[group] else { return true }
        room[group] -= left
        let before = sums[group]
        sums[group] += Double(left) * scores[value]
        defer {
          room[group] += left
          sums[group] = before
        }
        let weight = logWeight - GSL.logFactorial(left)
        guard value + 1 < valueTotals.count else {
          return place(value: value + 1, group: 0, left: 0, logWeight: weight)
        }
        return place(
          value: value + 1, group: 0, left: valueTotals[value + 1],
          logWeight: weight + GSL.logFactorial(valueTotals[value + 1]))
      }
      let beyond = room[(group + 1)...].reduce(0, +)
      let fewest = max(0, left - beyond)
      guard fewest <= min(left, room[group]) else { return true }
      for take in fewest...min(left, room[group]) {
        room[group] -= take
        let before = sums[group]
        sums[group] += Double(take) * scores[value]
        defer {
          room[group] += take
          sums[group] = before
        }
        let weight = logWeight - GSL.logFactorial(take)
        guard place(value: value, group: group + 1, left: left - take, logWeight: weight) else { return false }
      }
      return true
    }

    guard let first = valueTotals.first else { return true }
    return place(value: 0, group: 0, left: first, logWeight: GSL.logFactorial(first))
  }

  /// The distinct outcomes in order of their sums, equal ones merged; nil when there are more than `limit` tables.
  func outcomes(limit: Int) -> [Outcome]? {
    var all: [Outcome] = []
    guard forEach(limit: limit, { all.append(Outcome(sums: $0, probability: $1)) }) else { return nil }
    return Self.merged(all)
  }

  /// Sorts outcomes and adds up the probabilities of equal sums.
  static func merged(_ outcomes: [Outcome]) -> [Outcome] {
    let sorted = outcomes.sorted { left, right in
      left.sums == right.sums
        ? left.probability < right.probability : left.sums.lexicographicallyPrecedes(right.sums)
    }
    var merged: [Outcome] = []
    for outcome in sorted {
      if merged.last?.sums == outcome.sums {
        merged[merged.count - 1].probability += outcome.probability
      } else {
        merged.append(outcome)
      }
    }
    return merged
  }

  /// The table that gives the lowest values to the first group of `order`, the next to the second, and so on: groups ×
  /// values, row by row.
  static func consecutive(valueTotals: [Int], groupTotals: [Int], order: [Int]) -> [Int] {
    var table = [Int](repeating: 0, count: groupTotals.count * valueTotals.count)
    var left = valueTotals
    var value = 0
    for group in order {
      var wanted = groupTotals[group]
      while wanted > 0 {
        let taken = min(wanted, left[value])
        table[group * valueTotals.count + value] += taken
        left[value] -= taken
        wanted -= taken
        if left[value] == 0 { value += 1 }
      }
    }
    return table
  }

  /// ln of a table's probability when labels are permuted.
  static func logProbability(of table: [Int], valueTotals: [Int], groupTotals: [Int]) -> Double {
    let margins = (valueTotals + groupTotals).reduce(0) { $0 + GSL.logFactorial($1) }
    return margins - GSL.logFactorial(groupTotals.reduce(0, +)) - table.reduce(0) { $0 + GSL.logFactorial($1) }
  }
}
