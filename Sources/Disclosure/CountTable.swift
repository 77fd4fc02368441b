/// A two-way table of counts with its margins.
///
/// - Shapes: rows of one length, at least one row and one column.
/// - Units: people; no count is negative.
public struct CountTable: Sendable, Hashable {
  /// The counts, row by row, without margins.
  public let cells: [[Int]]
  /// The table as counts that are tied by sums: cells row by row, then the totals of the rows, of the columns, and of all.
  public let network: CountNetwork

  /// Makes a table of rows of one length.
  public init(_ cells: [[Int]]) {
    let width = cells.first?.count ?? 0
    precondition(width > 0 && cells.allSatisfy { $0.count == width }, "rows of different lengths, or none")
    self.cells = cells
    let (rows, columns) = (cells.count, width)
    // Nodes: rows, all rows, columns, all columns.
    var network = CountNetwork(nodeCount: rows + columns + 2)
    let (allRows, firstColumn) = (rows, rows + 1)
    let allColumns = firstColumn + columns
    for row in 0..<rows {
      for column in 0..<columns {
        _ = network.add(from: row, to: firstColumn + column, count: cells[row][column])
      }
    }
    let rowTotals = cells.map { $0.reduce(0, +) }
    for row in 0..<rows { _ = network.add(from: allColumns, to: row, count: rowTotals[row]) }
    for column in 0..<columns {
      _ = network.add(from: firstColumn + column, to: allRows, count: cells.reduce(0) { $0 + $1[column] })
    }
    _ = network.add(from: allRows, to: allColumns, count: rowTotals.reduce(0, +))
    self.network = network
  }

  /// The number of a cell in the network.
  public func cell(_ row: Int, _ column: Int) -> Int { row * width + column }
  /// The number of a row's total.
  public func total(ofRow row: Int) -> Int { cells.count * width + row }
  /// The number of a column's total.
  public func total(ofColumn column: Int) -> Int { cells.count * (width + 1) + column }
  /// The number of the total of all.
  public var total: Int { cells.count * (width + 1) + width }

  private var width: Int { cells[0].count }
}

extension CountTable {
  /// Which counts are small, and with `sensitive` rows which tell an answer of everybody in the row.
  ///
  /// - Small: a cell from 1 to the minimum less 1. Margins are left to the caller.
  /// - Class disclosure: a row of which one cell holds everybody. All its cells are hidden, since the noughts beside it would tell.
  ///   A nought in such a row, where other cells are mixed, is a finding about everybody too but is shown: it leaves each person's
  ///   answer open.
  ///
  /// - Parameters:
  ///   - rule: when a count is small.
  ///   - sensitive: rows whose people must not be known to have all given one answer, by number.
  public func primary(_ rule: SuppressionRule, sensitive: Set<Int> = []) -> [CellSuppression.Reason?] {
    var reasons = [CellSuppression.Reason?](repeating: nil, count: network.arcs.count)
    for (row, counts) in cells.enumerated() {
      let everybody = counts.reduce(0, +)
      let isAlike = sensitive.contains(row) && everybody > 0 && counts.contains(everybody)
      for (column, count) in counts.enumerated() {
        let isSmall = (1..<max(1, rule.minimum)).contains(count)
        if isSmall || isAlike { reasons[cell(row, column)] = isSmall ? .primary : .class }
      }
    }
    return rule.minimum > 0 ? reasons : reasons.map { _ in nil }
  }
}
