/// Random tables with fixed margins: what a random rearrangement of people does to a table of two classifications.
///
/// Small tables shuffle their people; large ones draw each cell from its hypergeometric distribution.
///
/// - Cost: a draw takes people where they are at most sixteen to a cell, else cells, however many people there are.
struct TableDraws: Sendable {
  private let rowTotals: [Int]
  private let columnTotals: [Int]
  private let total: Int
  /// Each person's column, in the order that the last shuffle left; empty where cells are drawn.
  private var people: [Int]
  /// What earlier rows leave of the columns, while a table is drawn.
  private var left: [Int]
  /// The last table, row by row.
  private(set) var table: [Int]

  init(rows: [Int], columns: [Int]) {
    rowTotals = rows
    columnTotals = columns
    total = columns.reduce(0, +)
    precondition(rows.reduce(0, +) == total, "margins of a table differ")
    table = [Int](repeating: 0, count: rows.count * columns.count)
    left = columns
    people =
      total <= 16 * table.count
      ? columns.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) } : []
  }

  /// Draws the next table.
  mutating func rearrange(using stream: inout RandomStream) {
    if people.isEmpty { draw(using: &stream) } else { shuffle(using: &stream) }
  }

  /// Each row's cells in turn, from what earlier rows left; the last row takes the rest.
  private mutating func draw(using stream: inout RandomStream) {
    let width = columnTotals.count
    var leftTotal = total
    for column in 0..<width { left[column] = columnTotals[column] }
    for row in 0..<(rowTotals.count - 1) {
      var wanted = rowTotals[row]
      var pool = leftTotal
      for column in 0..<width {
        let taken = stream.hypergeometric(marked: left[column], total: pool, drawn: wanted)
        table[row * width + column] = taken
        pool -= left[column]
        left[column] -= taken
        wanted -= taken
      }
      leftTotal -= rowTotals[row]
    }
    for column in 0..<width { table[(rowTotals.count - 1) * width + column] = left[column] }
  }

  /// Fisher and Yates; the last row takes those left over.
  private mutating func shuffle(using stream: inout RandomStream) {
    let width = columnTotals.count
    for cell in table.indices { table[cell] = 0 }
    var place = 0
    for (row, size) in rowTotals.enumerated() {
      for _ in 0..<size {
        if row < rowTotals.count - 1 { people.swapAt(place, place + stream.below(total - place)) }
        table[row * width + people[place]] += 1
        place += 1
      }
    }
  }
}
