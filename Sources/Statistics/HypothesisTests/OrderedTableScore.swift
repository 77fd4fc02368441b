/// What tests of a whole-number score over tables with fixed margins share: the roads to a p-value.
struct OrderedTableScore: Sendable {
  /// The occupied table.
  let table: CrossCounts
  /// A row's part of the score, as the walk over margins asks for it.
  let rowScore: @Sendable (_ row: Int, _ cells: [Int], _ left: [Int]) -> Int
  /// The score's expectation under the null.
  let centre: Double
  /// The score's standard deviation under the null; zero when the score cannot vary.
  let deviation: Double

  /// The most additions for the exact road, unless it is asked for outright.
  static let stepLimit = 20_000_000

  /// The score of a table with these margins.
  func score(_ counts: [Int]) -> Int {
    let width = table.columnCount
    var left = table.columnTotals
    return (0..<table.rowCount).reduce(0) { sum, row in
      let cells = Array(counts[(row * width)..<((row + 1) * width)])
      for column in 0..<width { left[column] -= cells[column] }
      return sum + rowScore(row, cells, left)
    }
  }

  /// The observed score.
  var observed: Int { score(table.counts) }

  /// The observed score less its expectation, in standard deviations.
  var standardized: Double { (Double(observed) - centre) / deviation }

  /// Exact where the walk over margins is short enough, else by random tables, else by the normal limit.
  func pValue(_ null: NullDistribution, limit: (Double) -> Double = { 2 * GSL.normalUpperTail(abs($0)) }) -> PValue {
    let roads = null.roads(limit: Self.stepLimit)
    let walk = MarginWalk(rows: table.rowTotals, columns: table.columnTotals)
    let observed = observed
    if let bound = roads.exactLimit, let law = walk.distribution(stepLimit: bound, score: rowScore) {
      return .exact(law.twoSided(observed, around: centre), smallest: law.smallest(around: centre))
    }
    guard let permutation = roads.permutation else {
      return .asymptotic(limit(standardized), smallest: min(limit(standardized), limit(mostExtreme)))
    }
    let distance = abs(Double(observed) - centre)
    let extreme = TablePermutation(table).countExtreme(
      count: permutation.count, seed: permutation.seed, observed: distance
    ) {
      abs(Double(score($0)) - centre)
    }
    let smallest = walk.distribution(stepLimit: 100_000, score: rowScore)?.smallest(around: centre) ?? 0
    return .permuted(
      extreme: extreme, count: permutation.count, seed: permutation.seed, designMinimum: smallest)
  }

  /// The standardised score of the table in which the two orders agree, or disagree, as far as the margins allow.
  private var mostExtreme: Double {
    let tables = [false, true].map { isReversed in
      var left = table.columnTotals
      var cells = [Int](repeating: 0, count: table.counts.count)
      var column = isReversed ? table.columnCount - 1 : 0
      for (row, total) in table.rowTotals.enumerated() {
        var wanted = total
        while wanted > 0 {
          let taken = min(wanted, left[column])
          cells[row * table.columnCount + column] += taken
          left[column] -= taken
          wanted -= taken
          if left[column] == 0 { column += isReversed ? -1 : 1 }
        }
      }
      return abs(Double(score(cells)) - centre) / deviation
    }
    return tables.max() ?? 0
  }
}
