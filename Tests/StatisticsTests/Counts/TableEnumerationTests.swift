import Testing

@testable import Statistics

@Suite struct TableEnumerationTests {
  @Test("Three people of two values in groups of one and two: by hand")
  func byHand() throws {
    let tables = TableEnumeration(valueTotals: [2, 0, 1], groupTotals: [1, 2], scores: [1, 7, 4])
    let outcomes = try #require(tables.outcomes(limit: 100))
    #expect(outcomes.map(\.sums) == [[1, 5], [4, 2]])
    #expect(agrees(outcomes[0].probability, 2.0 / 3, relative: 1e-14))
    #expect(agrees(outcomes[1].probability, 1.0 / 3, relative: 1e-14))
  }

  @Test("Probabilities sum to 1, for any margins", arguments: [UInt64(1), 2, 3, 4])
  func total(seed: UInt64) {
    let counts = randomCounts([3, 1, 4, 2], levels: 5, seed: seed)
    var sum = 0.0
    let tables = TableEnumeration(
      valueTotals: counts.valueTotals, groupTotals: counts.groupTotals, scores: counts.values)
    #expect(tables.forEach(limit: .max) { _, probability in sum += probability })
    #expect(agrees(sum, 1, relative: 1e-12))
  }

  @Test("More tables than the limit are refused, foreseen or met")
  func limit() {
    var visited = 0
    let many = TableEnumeration(
      valueTotals: [Int](repeating: 1, count: 30), groupTotals: [15, 15], scores: (0..<30).map { Double($0) })
    #expect(!many.forEach(limit: 1000) { _, _ in visited += 1 })
    #expect(visited == 0)
    let few = TableEnumeration(valueTotals: [9, 9], groupTotals: [9, 9], scores: [0, 1])
    #expect(!few.forEach(limit: 9) { _, _ in visited += 1 })
    #expect(few.forEach(limit: 10) { _, _ in })
  }

  @Test("The consecutive table gives each group its run of values")
  func consecutive() {
    let table = TableEnumeration.consecutive(valueTotals: [2, 2, 1], groupTotals: [3, 2], order: [1, 0])
    #expect(table == [0, 2, 1, 2, 0, 0])
    let log = TableEnumeration.logProbability(of: table, valueTotals: [2, 2, 1], groupTotals: [3, 2])
    #expect(agrees(exponential(log), 0.1, relative: 1e-13))
  }
}
