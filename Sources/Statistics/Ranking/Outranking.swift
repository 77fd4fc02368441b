/// How much of the weight puts one unit above another, for every pair, in whole numbers.
///
/// Weights are whole numbers (hundredths, say) so that an even split is exactly even. A part on which two units tie, or on which one of
/// them is missing, gives half its weight to each.
///
/// - Shapes: `values[unit][part]`, higher is better, nil where missing; one weight from 0 per part.
/// - Cost: units² × parts.
/// - Source: Munda & Nardo (2009), Applied Economics 41(12), 1513–1523, doi:10.1080/00036840601019364; OECD/JRC Handbook, s. 6.6.
public struct Outranking: Sendable, Hashable {
  /// Twice the weight on which the first unit is above the second: `doubled[first][second]`. A pair adds up to twice the total weight.
  public let doubled: [[Int]]
  /// The number of units.
  public var count: Int { doubled.count }

  /// From scores of units on parts.
  public init(values: [[Double?]], weights: [Int]) {
    precondition(weights.allSatisfy { $0 >= 0 }, "a weight is negative")
    var doubled = [[Int]](repeating: [Int](repeating: 0, count: values.count), count: values.count)
    for first in values.indices {
      precondition(values[first].count == weights.count, "units differ from the weights in their number of parts")
      for second in values.indices where second != first {
        doubled[first][second] = weights.indices.reduce(0) { sum, part in
          guard let a = values[first][part], let b = values[second][part], a != b else { return sum + weights[part] }
          return a > b ? sum + 2 * weights[part] : sum
        }
      }
    }
    self.doubled = doubled
  }

  /// From ballots: orders of the units, best first, with how often each was given.
  public init(ballots: [(count: Int, order: [Int])], units: Int) {
    var doubled = [[Int]](repeating: [Int](repeating: 0, count: units), count: units)
    for ballot in ballots {
      precondition(ballot.order.sorted() == Array(0..<units), "a ballot does not name every unit once")
      for (place, winner) in ballot.order.enumerated() {
        for loser in ballot.order[(place + 1)...] { doubled[winner][loser] += 2 * ballot.count }
      }
    }
    self.doubled = doubled
  }

  /// Borda's counts, doubled so that ties stay whole: the sum of each unit's row, which is its points from 0 for the last place.
  public var doubledBordaCounts: [Int] { doubled.map { $0.reduce(0, +) } }

  /// Copeland's scores: units beaten by a majority of the weight, less units that beat it.
  public var copelandScores: [Int] {
    doubled.indices.map { first in
      doubled.indices.reduce(0) { $0 + (doubled[first][$1] - doubled[$1][first]).signum() }
    }
  }
}

/// Kemeny's order: the one that keeps the most of the pairwise weight.
///
/// - Shapes: up to 16 units; beyond, Copeland's scores are the way.
/// - Cost: 2ⁿ × n² for n units, in memory of 2ⁿ.
/// - Source: Kemeny (1959), Daedalus 88(4), 577–591; Young & Levenglick (1978), SIAM Journal on Applied Mathematics 35(2), 285–300.
public struct KemenyOrder: Sendable, Hashable {
  /// The largest number of units.
  public static let limit = 16
  /// Twice the pairwise weight that the best orders keep.
  public let doubledScore: Int
  /// The number of orders that keep as much.
  public let orderCount: Int
  /// The best orders, best unit first, in the order of their units; the first hundred of them.
  public let orders: [[Int]]

  /// Nil for no units, or for more than ``limit``.
  public init?(_ outranking: Outranking) {
    let n = outranking.count
    guard (1...Self.limit).contains(n) else { return nil }
    // What is best for each set of units, put behind all others.
    var best = [Int](repeating: 0, count: 1 << n)
    var ways = [Int](repeating: 1, count: 1 << n)
    func gain(_ unit: Int, over set: Int) -> Int {
      (0..<n).reduce(0) { set >> $1 & 1 == 1 ? $0 + outranking.doubled[unit][$1] : $0 }
    }
    for set in 1..<(1 << n) {
      var (most, count) = (-1, 0)
      for unit in 0..<n where set >> unit & 1 == 1 {
        let rest = set & ~(1 << unit)
        let score = gain(unit, over: rest) + best[rest]
        if score > most { (most, count) = (score, ways[rest]) } else if score == most { count += ways[rest] }
      }
      (best[set], ways[set]) = (most, count)
    }
    doubledScore = best[(1 << n) - 1]
    orderCount = ways[(1 << n) - 1]
    var orders: [[Int]] = []
    func extend(_ order: [Int], _ set: Int) {
      guard orders.count < 100 else { return }
      guard set > 0 else {
        orders.append(order)
        return
      }
      for unit in 0..<n where set >> unit & 1 == 1 {
        let rest = set & ~(1 << unit)
        if gain(unit, over: rest) + best[rest] == best[set] { extend(order + [unit], rest) }
      }
    }
    extend([], (1 << n) - 1)
    self.orders = orders
  }
}
