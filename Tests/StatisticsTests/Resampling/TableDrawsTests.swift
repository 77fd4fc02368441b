import Testing

@testable import Statistics

@Suite struct TableDrawsTests {
  /// Six people shuffled, and six hundred whose cells are drawn.
  @Test("Random tables keep their margins; a cell has its hypergeometric mean and variance", arguments: [1, 200])
  func marginsAndMoments(times: Int) {
    let (rows, columns) = ([2 * times, 3 * times, times], [times, 4 * times, times])
    var draws = TableDraws(rows: rows, columns: columns)
    var stream = RandomStream(seed: 7)
    var first: [Double] = []
    for _ in 0..<2_000 {
      draws.rearrange(using: &stream)
      let table = CrossCounts(rowCount: 3, columnCount: 3, counts: draws.table)
      #expect(table.rowTotals == rows && table.columnTotals == columns && table.counts.allSatisfy { $0 >= 0 })
      first.append(Double(table[1, 1]))
    }
    let n = 6 * Double(times)
    let (drawn, marked) = (n / 2, n * 2 / 3)
    let variance = drawn * (marked / n) * (1 - marked / n) * (n - drawn) / (n - 1)
    #expect(abs(Moments(first).mean - drawn * marked / n) < 5 * (variance / 2_000).squareRoot())
    #expect(agrees(Moments(first).variance, variance, relative: 0.16))
  }

  @Test("All tables of three people by hand: a chance of one third for each place of the single one")
  func byHand() {
    var draws = TableDraws(rows: [1, 1, 1], columns: [1, 2])
    var stream = RandomStream(seed: 1)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<3_000 {
      draws.rearrange(using: &stream)
      counts[draws.table, default: 0] += 1
    }
    #expect(Set(counts.keys) == [[1, 0, 0, 1, 0, 1], [0, 1, 1, 0, 0, 1], [0, 1, 0, 1, 1, 0]])
    #expect(counts.values.allSatisfy { abs($0 - 1_000) < 130 })
  }
}
