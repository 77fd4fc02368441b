/// Random tables with fixed margins: what a random rearrangement of people does to a table of two classifications.
///
/// Small tables rearrange the people; large ones draw each cell from its hypergeometric distribution, so that a draw
/// costs a few standard deviations of each cell and not the number of people.
struct MarginDraw: Sendable {
  private let rows: [Int]
  private let columns: [Int]
  private let total: Int
  private let people: [Int32]?

  init(rows: [Int], columns: [Int]) {
    precondition(rows.reduce(0, +) == columns.reduce(0, +), "margins of a table differ")
    self.rows = rows
    self.columns = columns
    total = rows.reduce(0, +)
    people =
      total <= 8 * rows.count * columns.count
      ? columns.enumerated().flatMap { [Int32](repeating: Int32($0.offset), count: $0.element) } : nil
  }

  /// Fills `table`, row by row, with one random table.
  func fill(_ table: inout [Int], using stream: inout RandomStream) {
    for index in table.indices { table[index] = 0 }
    if var people {
      var start = 0
      for (row, size) in rows.enumerated() {
        for place in start..<(start + size) {
          people.swapAt(place, place + stream.below(total - place))
          table[row * columns.count + Int(people[place])] += 1
        }
        start += size
      }
      return
    }
    var left = columns
    var leftTotal = total
    for (row, size) in rows.enumerated() {
      var wanted = size
      var pool = leftTotal
      for column in left.indices where wanted > 0 && left[column] > 0 {
        let taken = stream.hypergeometric(marked: left[column], total: pool, drawn: wanted)
        table[row * columns.count + column] = taken
        pool -= left[column]
        left[column] -= taken
        wanted -= taken
      }
      leftTotal -= size
    }
  }

  /// Counts random tables whose statistic is at least the observed one.
  func countExtreme(count: Int, seed: UInt64, observed: Double, statistic: ([Int]) -> Double) -> Int {
    let empty = [Int](repeating: 0, count: rows.count * columns.count)
    return Statistics.countExtreme(count: count, seed: seed, empty) { table, stream in
      fill(&table, using: &stream)
      return isAtLeast(statistic(table), observed)
    }
  }
}
