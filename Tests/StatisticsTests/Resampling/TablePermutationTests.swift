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
}
