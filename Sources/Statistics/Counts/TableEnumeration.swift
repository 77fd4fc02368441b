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
  /// ln n! for n from 0 to the number of people.
  private let logFactorials: [Double]

  /// - Parameters:
  ///   - valueTotals: people per value; zeros are left out.
  ///   - groupTotals: people per group.
  ///   - scores: one per value.
  init(valueTotals: [Int], groupTotals: [Int], scores: [Double]) {
    let used = valueTotals.indices.filter { valueTotals[$0] > 0 }
    self.valueTotals = used.map { valueTotals[$0] }
    self.scores = used.map { scores[$0] }
    self.groupTotals = groupTotals
    logFactorials = (0...groupTotals.reduce(0, +)).map { GSL.logFactorial($0) }
  }

  private var logMultinomial: Double {
    logFactorials[logFactorials.count - 1] - groupTotals.reduce(0) { $0 + logFactorials[$1] }
  }

  /// ln of a number of tables that there are at least: arrangements of the people, divided by the most arrangements that
  /// one table can stand for.
  private var logLeastCount: Double {
    logMultinomial
      - valueTotals.reduce(0) { sum, total in
        let (share, rest) = total.quotientAndRemainder(dividingBy: groupTotals.count)
        let most =
          logFactorials[total] - Double(rest) * logFactorials[min(share + 1, total)]
          - Double(groupTotals.count - rest) * logFactorials[share]
        return sum + most
      }
  }

  /// Calls `visit` with the score sums and the probability of every table.
  ///
  /// - Returns: false when there are more than `limit` tables; then not all were visited, and none where that could be
  ///   foreseen.
  func forEach(limit: Int, _ visit: ([Double], Double) -> Void) -> Bool {
    forEachTable(limit: limit) { sums, _, probability in visit(sums, probability) }
  }

  /// The same, with the table itself: groups × used values, row by row.
  func forEachTable(limit: Int, _ visit: ([Double], [Int], Double) -> Void) -> Bool {
    guard logLeastCount <= log(Double(limit)) + 1e-9 else { return false }
    guard let first = valueTotals.first else { return true }
    var walk = TableWalk(
      valueTotals: valueTotals, scores: scores, logFactorials: logFactorials, logMultinomial: logMultinomial,
      limit: limit, room: groupTotals)
    return walk.place(
      value: 0, group: 0, left: first, beyond: groupTotals.reduce(0, +), logWeight: logFactorials[first], visit)
  }

  /// The distinct outcomes in order of their sums, equal ones merged; nil when there are more than `limit` tables.
  func outcomes(limit: Int) -> [Outcome]? {
    var all: [Outcome] = []
    guard forEach(limit: limit, { all.append(Outcome(sums: $0, probability: $1)) }) else { return nil }
    return Self.merged(all)
  }

  /// By sums in turn, then by probability. A plain loop: enumerations spend their time here.
  private static func precedes(_ left: Outcome, _ right: Outcome) -> Bool {
    var place = 0
    while place < left.sums.count {
      let (a, b) = (left.sums[place], right.sums[place])
      if a != b { return a < b }
      place += 1
    }
    return left.probability < right.probability
  }

  /// Sorts outcomes and adds up the probabilities of equal sums.
  static func merged(_ outcomes: [Outcome]) -> [Outcome] {
    let sorted = outcomes.sorted(by: precedes)
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

/// The state of a walk over all tables.
private struct TableWalk {
  let valueTotals: [Int]
  let scores: [Double]
  let logFactorials: [Double]
  let logMultinomial: Double
  let limit: Int
  /// The room left in each group.
  var room: [Int]
  var sums: [Double]
  /// Groups × values, row by row.
  var table: [Int]
  var visited = 0

  init(
    valueTotals: [Int], scores: [Double], logFactorials: [Double], logMultinomial: Double, limit: Int, room: [Int]
  ) {
    self.valueTotals = valueTotals
    self.scores = scores
    self.logFactorials = logFactorials
    self.logMultinomial = logMultinomial
    self.limit = limit
    self.room = room
    sums = [Double](repeating: 0, count: room.count)
    table = [Int](repeating: 0, count: room.count * valueTotals.count)
  }

  /// Gives `left` people of `value` to the groups from `group` on, which have room for `beyond` people.
  mutating func place(
    value: Int, group: Int, left: Int, beyond: Int, logWeight: Double, _ visit: ([Double], [Int], Double) -> Void
  ) -> Bool {
    let isLast = group == room.count - 1
    let after = beyond - room[group]
    let most = min(left, room[group])
    let fewest = isLast ? left : max(0, left - after)
    guard fewest <= most else { return true }
    let before = sums[group]
    let free = room[group]
    for take in fewest...most {
      room[group] = free - take
      sums[group] = before + Double(take) * scores[value]
      table[group * valueTotals.count + value] = take
      let weight = logWeight - logFactorials[take]
      let isComplete: Bool
      if !isLast {
        isComplete = place(value: value, group: group + 1, left: left - take, beyond: after, logWeight: weight, visit)
      } else if value + 1 < valueTotals.count {
        let next = valueTotals[value + 1]
        isComplete = place(
          value: value + 1, group: 0, left: next, beyond: room.reduce(0, +),
          logWeight: weight + logFactorials[next], visit)
      } else {
        visited += 1
        isComplete = visited <= limit
        if isComplete { visit(sums, table, exp(weight - logMultinomial)) }
      }
      guard isComplete else { return false }
    }
    room[group] = free
    sums[group] = before
    return true
  }
}
