import Foundation

/// The linear-by-linear test of Cochran, Mantel and Haenszel: do two ordered variables go together, within strata?
///
/// Adds, over the strata, row score × column score per person, less its expectation in the stratum.
///
/// - Shapes: tables with the same rows and columns, both in order, one per stratum (one table, or one per
///   organisation). A stratum whose people all share one row score or one column score is skipped and counted.
/// - Units: scores are 0, 1, 2 … unless given; a change of origin or unit leaves the result alone.
/// - Null: people are assigned to rows at random within strata. `.automatic` is exact when scores are whole numbers and
///   the walk over the tables of each stratum, and their sum, take at most 20 million additions; else 9,999 random
///   tables; the normal limit on request. Asked for exactness that cannot be had, the test answers with the normal
///   limit and says so.
/// - Cost: exact, with the walks; drawn, with draws × cells; never with people.
/// - Source: Cochran (1954), Biometrics 10(4), 417–451; Mantel (1963), JASA 58(303), 690–700,
///   doi:10.1080/01621459.1963.10500879.
public struct LinearTrendTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "linear-by-linear trend test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "Within every stratum, rows and columns are independent."

  /// Z: the score less its expectation, in standard deviations; positive when both rise together.
  public let statistic: Double
  /// None: the limit distribution is normal.
  public let degreesOfFreedom: Double? = nil
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// Strata that carry information.
  public let informativeStrata: Int
  /// Strata left out because rows or columns do not vary in them.
  public let skippedStrata: Int

  /// - Throws: ``SampleFault/noInformativeStratum`` when rows or columns vary in no stratum.
  public init(
    _ strata: [CrossCounts], rowScores: [Double]? = nil, columnScores: [Double]? = nil,
    null: NullDistribution = .automatic
  ) throws(SampleFault) {
    guard let shape = strata.first else { throw .noInformativeStratum }
    precondition(
      strata.allSatisfy { $0.rowCount == shape.rowCount && $0.columnCount == shape.columnCount },
      "strata differ in rows or columns")
    let rowScores = rowScores ?? (0..<shape.rowCount).map(Double.init)
    let columnScores = columnScores ?? (0..<shape.columnCount).map(Double.init)
    precondition(
      rowScores.count == shape.rowCount && columnScores.count == shape.columnCount, "scores do not fit the tables")
    let parts = strata.map { StratumTrend($0, rowScores, columnScores) }
    let informative = parts.filter { $0.variance > 0 }
    guard !informative.isEmpty else { throw .noInformativeStratum }
    let centre = informative.reduce(0) { $0 + $1.expectation }
    let deviation = informative.reduce(0) { $0 + $1.variance }.squareRoot()
    let observed = informative.reduce(0) { $0 + $1.score($1.table.counts) }
    statistic = (observed - centre) / deviation
    informativeStrata = informative.count
    skippedStrata = strata.count - informative.count
    pValue = Self.pValue(informative, observed: observed, centre: centre, deviation: deviation, null: null)
  }

  private static func pValue(
    _ strata: [StratumTrend], observed: Double, centre: Double, deviation: Double, null: NullDistribution
  ) -> PValue {
    let roads = null.roads(limit: OrderedTableScore.stepLimit)
    if let limit = roads.exactLimit, let law = distribution(strata, stepLimit: limit) {
      return .exact(law.twoSided(Int(observed.rounded()), around: centre), smallest: law.smallest(around: centre))
    }
    guard let permutation = roads.permutation else {
      let largest = strata.reduce(0) { $0 + $1.largestDistance }
      return .asymptotic(
        2 * GSL.normalUpperTail(abs(observed - centre) / deviation),
        smallest: 2 * GSL.normalUpperTail(largest / deviation))
    }
    let draws = strata.map { TableDraws(rows: $0.table.rowTotals, columns: $0.table.columnTotals) }
    let distance = abs(observed - centre)
    let extreme = countExtreme(count: permutation.count, seed: permutation.seed, draws) { draws, stream in
      var sum = 0.0
      for index in strata.indices {
        draws[index].rearrange(using: &stream)
        sum += strata[index].score(draws[index].table)
      }
      return isAtLeast(abs(sum - centre), distance)
    }
    return .permuted(
      extreme: extreme, count: permutation.count, seed: permutation.seed,
      designMinimum: distribution(strata, stepLimit: 100_000)?.smallest(around: centre) ?? 0)
  }

  private static func distribution(_ strata: [StratumTrend], stepLimit: Int) -> LatticeDistribution? {
    var sum = LatticeDistribution(at: 0)
    for stratum in strata {
      guard let scores = stratum.wholeScores else { return nil }
      let part = MarginWalk(rows: stratum.table.rowTotals, columns: stratum.table.columnTotals)
        .distribution(stepLimit: stepLimit) { row, cells, _ in
          scores.rows[row] * zip(cells, scores.columns).reduce(0) { $0 + $1.0 * $1.1 }
        }
      guard let part, let next = part.convolved(with: sum, stepLimit: stepLimit) else { return nil }
      sum = next
    }
    return sum
  }
}

/// One stratum of a trend test, without empty rows and columns.
private struct StratumTrend {
  let table: CrossCounts
  let rowScores: [Double]
  let columnScores: [Double]
  let expectation: Double
  let variance: Double

  init(_ full: CrossCounts, _ rowScores: [Double], _ columnScores: [Double]) {
    table = full.occupied
    self.rowScores = zip(rowScores, full.rowTotals).filter { $0.1 > 0 }.map(\.0)
    self.columnScores = zip(columnScores, full.columnTotals).filter { $0.1 > 0 }.map(\.0)
    let n = Double(table.total)
    guard n > 1 else {
      (expectation, variance) = (0, 0)
      return
    }
    func moments(_ scores: [Double], _ totals: [Int]) -> (sum: Double, spread: Double) {
      let sum = zip(scores, totals).reduce(0) { $0 + $1.0 * Double($1.1) }
      let mean = sum / n
      return (sum, zip(scores, totals).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * Double($1.1) })
    }
    let rows = moments(self.rowScores, table.rowTotals)
    let columns = moments(self.columnScores, table.columnTotals)
    expectation = rows.sum * columns.sum / n
    variance = rows.spread * columns.spread / (n - 1)
  }

  func score(_ counts: [Int]) -> Double {
    var sum = 0.0
    for row in rowScores.indices {
      var part = 0.0
      for column in columnScores.indices {
        part += columnScores[column] * Double(counts[row * columnScores.count + column])
      }
      sum += rowScores[row] * part
    }
    return sum
  }

  /// The scores as whole numbers, where they are.
  var wholeScores: (rows: [Int], columns: [Int])? {
    let all = rowScores + columnScores
    guard all.allSatisfy({ $0 == $0.rounded() && abs($0) < 1e6 }) else { return nil }
    return (rowScores.map { Int($0) }, columnScores.map { Int($0) })
  }

  /// The farthest that the score can be from its expectation.
  var largestDistance: Double {
    func people(_ scores: [Double], _ totals: [Int]) -> [Double] {
      zip(scores, totals).flatMap { [Double](repeating: $0.0, count: $0.1) }.sorted()
    }
    let rows = people(rowScores, table.rowTotals)
    let columns = people(columnScores, table.columnTotals)
    let along = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 }
    let against = zip(rows, columns.reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    return max(abs(along - expectation), abs(against - expectation))
  }
}
