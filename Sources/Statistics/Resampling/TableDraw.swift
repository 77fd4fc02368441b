import Foundation

/// Draws of a groups × values table with fixed margins: what permuting labels does to a table of counts.
///
/// Small tables shuffle the people themselves; large ones draw each cell from its hypergeometric distribution, so that the
/// cost grows with the number of cells and not with the number of people.
struct TableDraw: Sendable {
  private let valueTotals: [Int]
  private let groupTotals: [Int]
  private let total: Int
  private let people: [Int32]?

  init(valueTotals: [Int], groupTotals: [Int]) {
    precondition(valueTotals.reduce(0, +) == groupTotals.reduce(0, +), "margins of a table differ")
    self.valueTotals = valueTotals
    self.groupTotals = groupTotals
    total = valueTotals.reduce(0, +)
    let cells = valueTotals.count { $0 > 0 } * groupTotals.count
    people =
      total <= 16 * cells
      ? valueTotals.enumerated().flatMap { [Int32](repeating: Int32($0.offset), count: $0.element) } : nil
  }

  /// Adds to `sums` each group's sum of scores in one random table.
  func addScoreSums(_ scores: [Double], to sums: inout [Double], using stream: inout RandomStream) {
    if var people {
      var start = 0
      for (group, size) in groupTotals.enumerated() {
        let isLast = group == groupTotals.count - 1
        for place in start..<(start + size) {
          if !isLast { people.swapAt(place, place + stream.below(total - place)) }
          sums[group] += scores[Int(people[place])]
        }
        start += size
      }
    } else {
      var left = valueTotals
      var leftTotal = total
      for (group, size) in groupTotals.enumerated() {
        var wanted = size
        var pool = leftTotal
        for value in left.indices where left[value] > 0 {
          guard wanted > 0 else { break }
          let taken = stream.hypergeometric(marked: left[value], total: pool, drawn: wanted)
          sums[group] += Double(taken) * scores[value]
          pool -= left[value]
          left[value] -= taken
          wanted -= taken
        }
        leftTotal -= size
      }
    }
  }
}

extension RandomStream {
  /// How many marked ones are among `drawn` drawn without replacement from `total`: inversion outwards from the mode.
  ///
  /// - Cost: a few standard deviations of the result.
  mutating func hypergeometric(marked: Int, total: Int, drawn: Int) -> Int {
    let lowest = max(0, drawn - (total - marked))
    let highest = min(marked, drawn)
    guard lowest < highest else { return lowest }
    let (m, n, k) = (Double(marked), Double(total), Double(drawn))
    let mode = min(highest, max(lowest, Int((k + 1) * (m + 1) / (n + 2))))
    let logMode =
      GSL.logFactorial(marked) - GSL.logFactorial(mode) - GSL.logFactorial(marked - mode)
      + GSL.logFactorial(total - marked) - GSL.logFactorial(drawn - mode)
      - GSL.logFactorial(total - marked - drawn + mode)
      - GSL.logFactorial(total) + GSL.logFactorial(drawn) + GSL.logFactorial(total - drawn)
    let atMode = exp(logMode)
    var left = uniform() - atMode
    if left < 0 { return mode }
    var (down, up) = (mode, mode)
    var (downWeight, upWeight) = (atMode, atMode)
    while down > lowest || up < highest {
      if up < highest {
        let x = Double(up)
        upWeight *= (m - x) * (k - x) / ((x + 1) * (n - m - k + x + 1))
        up += 1
        left -= upWeight
        if left < 0 { return up }
      }
      if down > lowest {
        let x = Double(down)
        downWeight *= x * (n - m - k + x) / ((m - x + 1) * (k - x + 1))
        down -= 1
        left -= downWeight
        if left < 0 { return down }
      }
    }
    // Rounding left a sliver beyond the last outcome.
    return mode
  }
}
