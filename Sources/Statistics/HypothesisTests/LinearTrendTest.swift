/// The linear-by-linear association test: do ordered rows and ordered columns rise together, within strata?
///
/// The Cochran–Mantel–Haenszel statistic for trend, with the scores that are given.
///
/// - Shapes: one or more strata of rows × columns counts; one score per row and per column.
/// - Units: scores matter up to a linear change.
/// - Null: labels permuted within strata; normal.
/// - Cost: the cells of all strata.
/// - Source: Mantel (1963), JASA 58(303), 690–700, doi:10.1080/01621459.1963.10500879.
public struct LinearTrendTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "linear-by-linear association test"
  /// Z: positive where rows and columns rise together.
  public let statistic: Double
  /// None: the statistic has a normal limit.
  public var degreesOfFreedom: Double? { nil }
  /// The two-sided p-value.
  public let pValue: PValue

  /// Scores are 1, 2, 3 … where none are given.
  ///
  /// - Throws: ``SampleFault/noVariation`` when no stratum varies in both rows and columns.
  public init(strata: [[[Int]]], rowScores: [Double]? = nil, columnScores: [Double]? = nil) throws(SampleFault) {
    var distance = 0.0
    var variance = 0.0
    for table in strata {
      let rows = rowScores ?? table.indices.map { Double($0 + 1) }
      let columns = columnScores ?? (table.first ?? []).indices.map { Double($0 + 1) }
      precondition(
        rows.count == table.count && table.allSatisfy { $0.count == columns.count }, "scores do not fit the table")
      let rowTotals = table.map { Double($0.reduce(0, +)) }
      let columnTotals = columns.indices.map { column in table.reduce(0) { $0 + Double($1[column]) } }
      let n = rowTotals.reduce(0, +)
      guard n > 1 else { continue }
      func mean(_ scores: [Double], _ totals: [Double]) -> Double {
        zip(scores, totals).reduce(0) { $0 + $1.0 * $1.1 } / n
      }
      let (rowMean, columnMean) = (mean(rows, rowTotals), mean(columns, columnTotals))
      func squares(_ scores: [Double], _ totals: [Double], _ mean: Double) -> Double {
        zip(scores, totals).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
      }
      for (row, counts) in table.enumerated() {
        for (column, count) in counts.enumerated() {
          distance += Double(count) * (rows[row] - rowMean) * (columns[column] - columnMean)
        }
      }
      variance += squares(rows, rowTotals, rowMean) * squares(columns, columnTotals, columnMean) / (n - 1)
    }
    guard variance > 0 else { throw .noVariation }
    statistic = distance / variance.squareRoot()
    pValue = .asymptotic(2 * GSL.normalUpperTail(abs(statistic)), smallest: 0)
  }
}
