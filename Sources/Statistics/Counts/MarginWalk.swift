import Foundation

/// The exact distribution of a whole-number score over all tables with given margins, when people are assigned to rows
/// at random: row by row, keeping for each rest of the columns the distribution of the score so far.
///
/// Serves every score that a row adds knowing its own cells and what is left for later rows: rank correlations,
/// concordance, trends.
///
/// Cost grows with the rests of the columns (at most the product of column totals + 1) × the ways to fill a row × the
/// width of the score.
struct MarginWalk {
  /// A row's part of the score, from its index, its cells and what is left of the columns after it.
  typealias Score = (_ row: Int, _ cells: [Int], _ left: [Int]) -> Int

  private let rows: [Int]
  private let columns: [Int]

  /// The widest distribution that is kept, so that scores far apart do not fill the memory.
  private static let widestSpan = 1 << 24

  init(rows: [Int], columns: [Int]) {
    precondition(rows.reduce(0, +) == columns.reduce(0, +), "margins of a table differ")
    self.rows = rows
    self.columns = columns
  }

  /// The distribution; nil when it would take more than `stepLimit` additions, or more rests than can be numbered.
  func distribution(stepLimit: Int, score: Score) -> LatticeDistribution? {
    guard columns.reduce(0.0, { $0 + log2(Double($1 + 1)) }) < 62 else { return nil }
    var states: [Int: (left: [Int], scores: LatticeDistribution)] = [0: (columns, LatticeDistribution(at: 0))]
    var steps = 0
    for (index, row) in rows.enumerated() {
      var next: [Int: (left: [Int], scores: LatticeDistribution)] = [:]
      for key in states.keys.sorted() {
        guard let state = states[key] else { continue }
        let isWithin = fillings(of: row, from: state.left) { cells, left, chance in
          // A filling costs as much as some fifty additions, and a distribution's new places as much as its weights.
          let added = score(index, cells, left)
          let place = number(left)
          let span = state.scores.span(with: next[place]?.scores, movedBy: added)
          steps += 50 + max(state.scores.weights.count, span.grown)
          guard steps <= stepLimit, span.width <= Self.widestSpan else { return false }
          next[place, default: (left, LatticeDistribution())].scores
            .add(state.scores, times: chance, movedBy: added)
          return true
        }
        guard isWithin else { return nil }
      }
      states = next
    }
    return states.values.first?.scores
  }

  /// Numbers a rest of the columns.
  private func number(_ left: [Int]) -> Int {
    zip(left, columns).reduce(0) { $0 * ($1.1 + 1) + $1.0 }
  }

  /// Every way to take `count` people from `columns`, with what is left and its chance; stops when told to.
  private func fillings(of count: Int, from columns: [Int], _ visit: ([Int], [Int], Double) -> Bool) -> Bool {
    let total = columns.reduce(0, +)
    let ways = GSL.logFactorial(total) - GSL.logFactorial(count) - GSL.logFactorial(total - count)
    var cells = [Int](repeating: 0, count: columns.count)
    var left = columns
    func fill(_ column: Int, _ wanted: Int, _ room: Int, _ logWeight: Double) -> Bool {
      if column == columns.count { return visit(cells, left, exp(logWeight - ways)) }
      let beyond = room - columns[column]
      let least = max(0, wanted - beyond)
      guard least <= min(wanted, columns[column]) else { return true }
      for taken in least...min(wanted, columns[column]) {
        cells[column] = taken
        left[column] = columns[column] - taken
        let weight =
          GSL.logFactorial(columns[column]) - GSL.logFactorial(taken) - GSL.logFactorial(columns[column] - taken)
        guard fill(column + 1, wanted - taken, beyond, logWeight + weight) else { return false }
      }
      return true
    }
    return fill(0, count, total, 0)
  }
}

/// Weights on whole numbers, dense between the lowest and the highest.
struct LatticeDistribution: Sendable {
  /// The whole number of the first weight.
  private(set) var lowest: Int
  /// Weights of `lowest` and of the whole numbers after it.
  private(set) var weights: [Double]

  /// No weight anywhere.
  init() {
    lowest = 0
    weights = []
  }

  /// All weight at one number.
  init(at position: Int) {
    lowest = position
    weights = [1]
  }

  /// How wide another distribution would become by adding this one, moved, and how many places it would gain.
  func span(with other: LatticeDistribution?, movedBy shift: Int) -> (width: Int, grown: Int) {
    guard let other, !other.weights.isEmpty else { return (weights.count, weights.count) }
    let low = min(other.lowest, lowest + shift)
    let high = max(other.lowest + other.weights.count, lowest + shift + weights.count)
    return (high - low, high - low - other.weights.count)
  }

  /// Adds another distribution's weights, multiplied and moved.
  mutating func add(_ other: LatticeDistribution, times factor: Double, movedBy shift: Int) {
    guard !other.weights.isEmpty else { return }
    let start = other.lowest + shift
    if weights.isEmpty {
      lowest = start
      weights = [Double](repeating: 0, count: other.weights.count)
    }
    if start < lowest {
      weights.insert(contentsOf: repeatElement(0, count: lowest - start), at: 0)
      lowest = start
    }
    let excess = start + other.weights.count - (lowest + weights.count)
    if excess > 0 { weights.append(contentsOf: repeatElement(0, count: excess)) }
    let offset = start - lowest
    other.weights.withUnsafeBufferPointer { source in
      weights.withUnsafeMutableBufferPointer { target in
        for index in 0..<source.count { target[offset + index] += factor * source[index] }
      }
    }
  }

  /// The distribution of the sum with an independent other one; nil beyond `stepLimit` additions.
  func convolved(with other: LatticeDistribution, stepLimit: Int) -> LatticeDistribution? {
    let (steps, overflow) = weights.count.multipliedReportingOverflow(by: other.weights.count)
    guard !overflow, steps <= stepLimit else { return nil }
    var sum = LatticeDistribution()
    for (index, weight) in weights.enumerated() where weight > 0 {
      sum.add(other, times: weight, movedBy: lowest + index)
    }
    return sum
  }

  /// The chance of a number at least as far from `centre` as `observed`; equal up to rounding counts.
  func twoSided(_ observed: Int, around centre: Double) -> Double {
    tail(from: abs(Double(observed) - centre), around: centre)
  }

  /// The smallest two-sided p that any outcome can have.
  func smallest(around centre: Double) -> Double {
    var most = 0.0
    for (index, weight) in weights.enumerated() where weight > 0 {
      most = max(most, abs(Double(lowest + index) - centre))
    }
    return tail(from: most, around: centre)
  }

  private func tail(from distance: Double, around centre: Double) -> Double {
    let bound = distance - 1e-9 * max(1, distance)
    var sum = 0.0
    for (index, weight) in weights.enumerated() where abs(Double(lowest + index) - centre) >= bound { sum += weight }
    return sum / weights.reduce(0, +)
  }
}
