import Foundation

/// How far each cell of a table is from what independence expects, and the likelihood ratio made of it.
///
/// - Shapes: a table; rows and columns that nobody is in are left out.
/// - Cost: the table's cells.
/// - Source: Haberman (1973), Biometrics 29(1), 205–220, doi:10.2307/2529686.
public struct TableResiduals: Sendable, Hashable {
  /// The table without empty rows and columns.
  public let table: CrossCounts
  /// Expected counts, row by row.
  public let expected: [Double]
  /// (o − e) / √(e (1 − row share)(1 − column share)) per cell, row by row: standard normal under independence, to be
  /// read as a family (Holm).
  public let adjusted: [Double]
  /// G = 2 Σ o ln(o/e), on (rows − 1)(columns − 1) degrees of freedom.
  public let likelihoodRatio: Double

  /// - Throws: ``SampleFault`` when fewer than two rows or two columns are occupied.
  public init(_ counts: CrossCounts) throws(SampleFault) {
    let table = try counts.checkedForAssociation()
    let n = Double(table.total)
    let rows = table.rowTotals.map { Double($0) }
    let columns = table.columnTotals.map { Double($0) }
    let expected = rows.flatMap { row in columns.map { row * $0 / n } }
    self.table = table
    self.expected = expected
    adjusted = expected.indices.map { place in
      let (row, column) = (rows[place / columns.count], columns[place % columns.count])
      let variance = expected[place] * (1 - row / n) * (1 - column / n)
      return (Double(table.counts[place]) - expected[place]) / variance.squareRoot()
    }
    likelihoodRatio =
      2 * zip(table.counts, expected).reduce(0) { $1.0 == 0 ? $0 : $0 + Double($1.0) * log(Double($1.0) / $1.1) }
  }
}

extension ChiSquareTest {
  /// Takes a table of counts.
  ///
  /// - Throws: ``SampleFault`` when fewer than two rows or two columns are occupied.
  public init(_ table: CrossCounts, null: NullDistribution = .automatic) throws(SampleFault) {
    try self.init(
      (0..<table.rowCount).map { row in (0..<table.columnCount).map { table[row, $0] } }, null: null)
  }
}

extension EffectSize {
  /// Cramér's V freed of its bias, with the interval that putting the limits of the noncentrality in place of χ² gives.
  ///
  /// - Units: none; 0 for independence, 1 for full dependence.
  /// - Cost: two bracketed roots of the noncentral χ² distribution.
  /// - Source: Bergsma (2013), Journal of the Korean Statistical Society 42(3), 323–328,
  ///   doi:10.1016/j.jkss.2012.10.002.
  /// - Throws: ``SampleFault`` when fewer than two rows or two columns are occupied.
  public static func unbiasedCramersV(_ counts: CrossCounts, level: Double = 0.95) throws(SampleFault) -> EffectSize {
    let test = try ChiSquareTest(counts, null: .asymptotic)
    let table = counts.occupied
    let (n, rows, columns) = (Double(table.total), Double(table.rowCount), Double(table.columnCount))
    let freedom = (rows - 1) * (columns - 1)
    let adjustedRows = rows - (rows - 1) * (rows - 1) / (n - 1)
    let adjustedColumns = columns - (columns - 1) * (columns - 1) / (n - 1)
    let room = min(adjustedRows, adjustedColumns) - 1
    func unbiased(_ chiSquared: Double) -> Double {
      room > 0 ? min(1, (max(0, chiSquared / n - freedom / (n - 1)) / room).squareRoot()) : 0
    }
    // The test's interval of V is that of √(λ / (n (min − 1))).
    let scale = n * Double(min(table.rowCount, table.columnCount) - 1)
    let interval = test.cramersV(level: level).interval.map {
      ConfidenceInterval(
        lower: unbiased($0.lower * $0.lower * scale), upper: unbiased($0.upper * $0.upper * scale), level: level)
    }
    return EffectSize(
      name: "unbiased_cramers_v", value: unbiased(test.statistic), interval: interval,
      intervalMethod: "inverted noncentral χ²")
  }
}
