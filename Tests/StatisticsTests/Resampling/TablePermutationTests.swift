import Testing

@testable import Statistics

@Suite struct TablePermutationTests {
  /// Two of four by two of four: 1, 4 and 1 of the six assignments put 2, 1 and 0 of the first column in the first row.
  @Test("A table of four people by hand: exact p, smallest p, and the drawn p within its interval")
  func byHand() throws {
    let table = CrossCounts([[2, 0], [0, 2]])
    let corner: @Sendable ([Int]) -> Double = { Double($0[0]) }
    let null = TablePermutation(table)
    let exact = try #require(null.pValue(.exact, observed: table.counts, limit: 10, corner))
    #expect(agrees(exact.value, 1.0 / 6) && agrees(exact.smallestAttainable, 1.0 / 6))
    let even = try #require(null.pValue(.exact, observed: [1, 1, 1, 1], limit: 10, corner))
    #expect(agrees(even.value, 5.0 / 6))
    let drawn = try #require(
      null.pValue(.permutation(count: 4_000, seed: 2), observed: table.counts, limit: 10, corner))
    let interval = try #require(drawn.interval)
    #expect(interval.lower < 1.0 / 6 && 1.0 / 6 < interval.upper)
    #expect(null.pValue(.asymptotic, observed: table.counts, limit: 10, corner) == nil)
  }

  /// Every table of 16 people enumerated by a second road: each is a share of the assignments, so the least probable one is no less
  /// probable than one assignment.
  @Test(
    "No table is less probable than the bound, which is sharp for two groups without ties",
    arguments: [([8, 8], [5, 4, 7]), ([3, 13], [1, 15]), ([10, 6], [1, 1, 1, 1, 6, 6])])
  func leastProbability(rows: [Int], columns: [Int]) {
    func ways(_ n: Int, _ k: Int) -> Double { (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) } }
    /// How many assignments give the first row each of its tables.
    func tables(_ columns: ArraySlice<Int>, _ left: Int) -> [Double] {
      guard let first = columns.first else { return left == 0 ? [1] : [] }
      return (0...min(first, left)).flatMap { taken in
        tables(columns.dropFirst(), left - taken).map { $0 * ways(first, taken) }
      }
    }
    let all = ways(rows[0] + rows[1], rows[0])
    let least = (tables(columns[...], rows[0]).min() ?? 0) / all
    #expect(TablePermutation(rowTotals: rows, columnTotals: columns).leastProbability <= least * (1 + 1e-12))
    let untied = TablePermutation(rowTotals: rows, columnTotals: [Int](repeating: 1, count: 16))
    #expect(agrees(untied.leastProbability, 1 / all))
  }

  @Test("Drawn tables of few people report the smallest p of the design, not that of the draws")
  func designBeyondDraws() throws {
    let table = CrossCounts([[2, 0], [0, 2]])
    let p = try #require(
      TablePermutation(table).pValue(.permutation(count: 999, seed: 1), observed: table.counts, limit: 0) {
        Double($0[0])
      })
    #expect(agrees(p.smallestAttainable, 1.0 / 6) && p.value >= p.smallestAttainable)
    #expect(try agrees(FisherTest(table, null: .permutation(count: 999, seed: 1)).pValue.smallestAttainable, 1.0 / 6))
  }
}
