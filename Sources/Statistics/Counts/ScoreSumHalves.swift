/// The tails of a sum of scores over people drawn without replacement, by meeting in the middle: every way to draw from the
/// lower scores meets every way to draw from the higher ones through sorted sums, for each number drawn from the most
/// frequent score.
///
/// For an item of five categories with c people each this takes about 2c³ steps where there are c⁴ tables, so that 500
/// against 500 are compared exactly in a moment.
struct ScoreSumHalves {
  private let lower: [(count: Int, score: Int)]
  private let middle: (count: Int, score: Int)
  private let upper: [(count: Int, score: Int)]
  private let drawn: Int
  private let odds: Double

  /// About how many steps ``probability(atLeastAsFarFrom:as:)`` takes.
  let steps: Double
  /// How many sums are held at once, each some 64 bytes.
  let heldSums: Double

  init(counts: [Int], scores: [Int], drawn: Int) {
    let total = counts.reduce(0, +)
    precondition(drawn > 0 && drawn < total, "both groups need people")
    self.drawn = drawn
    odds = Double(drawn) / Double(total - drawn)
    var used = counts.indices.filter { counts[$0] > 0 }.map { (count: counts[$0], score: scores[$0]) }
    let largest = used.indices.max { used[$0].count < used[$1].count } ?? 0
    middle = used.remove(at: largest)
    func ways(_ categories: some Sequence<(count: Int, score: Int)>) -> Double {
      categories.reduce(1) { $0 * Double(min($1.count, drawn) + 1) }
    }
    // The cut that makes the larger half smallest.
    let cut = used.indices.min { max(ways(used[..<$0]), ways(used[$0...])) < max(ways(used[..<$1]), ways(used[$1...])) }
    lower = Array(used[..<(cut ?? 0)])
    upper = Array(used[(cut ?? 0)...])
    let both = ways(lower) + ways(upper)
    heldSums = both
    // Sorting a half costs some ten times as much as passing over it.
    steps = both * Double(min(middle.count, drawn) + 11)
  }

  /// The probability of sums at least as far from `centre` as `observed`, all in whole numbers.
  func probability(atLeastAsFarFrom centre: Int, as observed: Int) -> Double {
    let distance = abs(observed - centre)
    let lowerHalf = Half(lower, drawn: drawn, odds: odds)
    let upperHalf = Half(upper, drawn: drawn, odds: odds)
    let weights = relativeBinomialWeights(middle.count, odds: odds)
    var tails = 0.0
    var all = 0.0
    for taken in 0...min(middle.count, drawn) {
      for (number, low) in lowerHalf.rows.enumerated() where number + taken <= drawn && !low.sums.isEmpty {
        guard drawn - taken - number < upperHalf.rows.count else { continue }
        let high = upperHalf.rows[drawn - taken - number]
        guard !high.sums.isEmpty else { continue }
        let shift = taken * middle.score
        let (tail, whole) = low.meet(high, below: centre - distance - shift, above: centre + distance - shift)
        tails += weights[taken] * (distance == 0 ? whole : tail)
        all += weights[taken] * whole
      }
    }
    return min(1, tails / all)
  }
}

/// All ways to draw from some of the scores, by the number drawn.
private struct Half {
  /// The sums of one number of people, in increasing order, with their weights summed from either side.
  struct Row {
    var sums: [Int] = []
    var weights: [Double] = []
    /// upTo[i]: the weight of the first i sums; from[i]: the weight of all from the i-th on.
    var upTo: [Double] = []
    var from: [Double] = []

    /// The weight of pairs whose sum is at most `below` or at least `above`, and of all pairs.
    func meet(_ other: Row, below: Int, above: Int) -> (tail: Double, whole: Double) {
      var tail = 0.0
      var lowerEnd = other.sums.count
      var upperStart = other.sums.count
      for place in sums.indices {
        let sum = sums[place]
        while lowerEnd > 0 && other.sums[lowerEnd - 1] + sum > below { lowerEnd -= 1 }
        while upperStart > 0 && other.sums[upperStart - 1] + sum >= above { upperStart -= 1 }
        tail += weights[place] * (other.upTo[lowerEnd] + other.from[upperStart])
      }
      return (tail, from[0] * other.from[0])
    }
  }

  private(set) var rows: [Row]

  init(_ categories: [(count: Int, score: Int)], drawn: Int, odds: Double) {
    let most = min(drawn, categories.reduce(0) { $0 + $1.count })
    var ways = [[(sum: Int, weight: Double)]](repeating: [], count: most + 1)
    ways[0] = [(0, 1)]
    for category in categories {
      let weights = relativeBinomialWeights(category.count, odds: odds)
      var next = [[(sum: Int, weight: Double)]](repeating: [], count: most + 1)
      for (number, entries) in ways.enumerated() where !entries.isEmpty {
        for taken in 0...min(category.count, most - number) {
          let shift = taken * category.score
          next[number + taken].append(contentsOf: entries.lazy.map { ($0.sum + shift, $0.weight * weights[taken]) })
        }
      }
      ways = next
    }
    rows = ways.map { entries in
      // Equal sums in the order of their weights, so that the total does not depend on how the sort treats them.
      let sorted = entries.sorted { ($0.sum, $0.weight) < ($1.sum, $1.weight) }
      var row = Row(sums: sorted.map(\.sum), weights: sorted.map(\.weight))
      row.upTo = [0]
      for weight in row.weights { row.upTo.append(row.upTo[row.upTo.count - 1] + weight) }
      row.from = [Double](repeating: 0, count: sorted.count + 1)
      for place in sorted.indices.reversed() { row.from[place] = row.from[place + 1] + row.weights[place] }
      return row
    }
  }
}
