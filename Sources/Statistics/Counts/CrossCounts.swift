/// A table of counts of two classifications of the same people: all that a test of association needs to know.
///
/// - Shapes: `counts` is row by row. Rows and columns that nobody is in may be there; tests leave them out.
public struct CrossCounts: Sendable, Hashable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// Counts, row by row.
  public let counts: [Int]
  /// Pairs left out because one of the two values is missing.
  public let incompletePairs: Int

  /// Wraps a table; `counts` must fit and none may be negative.
  public init(rowCount: Int, columnCount: Int, counts: [Int], incompletePairs: Int = 0) {
    precondition(counts.count == rowCount * columnCount, "counts do not fit rows × columns")
    precondition(counts.allSatisfy { $0 >= 0 }, "a count is negative")
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.counts = counts
    self.incompletePairs = incompletePairs
  }

  /// Wraps a table written row by row; all rows must have one length.
  public init(_ rows: [[Int]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "rows differ in length")
    self.init(rowCount: rows.count, columnCount: columns, counts: rows.flatMap { $0 })
  }

  /// The table of groups by values.
  public init(_ counts: ValueCounts) {
    self.init(rowCount: counts.groupCount, columnCount: counts.values.count, counts: counts.counts)
  }

  /// Collapses two values of the same people, in the same order, into a table whose rows and columns stand in ascending
  /// order of the values. A pair with a NaN is left out and counted.
  public init(_ first: [Double], _ second: [Double], tolerance: Double = 1e-9) {
    precondition(first.count == second.count, "the two variables differ in length")
    let complete = first.indices.filter { !first[$0].isNaN && !second[$0].isNaN }
    let rows = DoubledMidranks(complete.map { first[$0] }, tolerance: tolerance)
    let columns = DoubledMidranks(complete.map { second[$0] }, tolerance: tolerance)
    var counts = [Int](repeating: 0, count: rows.tieSizes.count * columns.tieSizes.count)
    for (row, column) in zip(rows.groups, columns.groups) { counts[row * columns.tieSizes.count + column] += 1 }
    self.init(
      rowCount: rows.tieSizes.count, columnCount: columns.tieSizes.count, counts: counts,
      incompletePairs: first.count - complete.count)
  }

  /// The count of one cell.
  public subscript(row: Int, column: Int) -> Int { counts[row * columnCount + column] }

  /// People in the table.
  public var total: Int { counts.reduce(0, +) }

  /// People per row.
  public var rowTotals: [Int] {
    (0..<rowCount).map { row in counts[(row * columnCount)..<((row + 1) * columnCount)].reduce(0, +) }
  }

  /// People per column.
  public var columnTotals: [Int] {
    (0..<columnCount).map { column in (0..<rowCount).reduce(0) { $0 + self[$1, column] } }
  }

  /// The table without rows and columns that nobody is in.
  public var occupied: CrossCounts {
    let rows = rowTotals.indices.filter { rowTotals[$0] > 0 }
    let columns = columnTotals.indices.filter { columnTotals[$0] > 0 }
    return CrossCounts(
      rowCount: rows.count, columnCount: columns.count,
      counts: rows.flatMap { row in columns.map { self[row, $0] } }, incompletePairs: incompletePairs)
  }

  /// Rows for columns and columns for rows.
  public var transposed: CrossCounts {
    CrossCounts(
      rowCount: columnCount, columnCount: rowCount,
      counts: (0..<columnCount).flatMap { column in (0..<rowCount).map { self[$0, column] } },
      incompletePairs: incompletePairs)
  }

  /// The occupied table, checked for an association: two rows and two columns at least.
  func checkedForAssociation() throws(SampleFault) -> CrossCounts {
    let table = occupied
    guard table.rowCount >= 2 else { throw .fewerThanTwoGroups }
    guard table.columnCount >= 2 else { throw .noVariation }
    return table
  }
}
