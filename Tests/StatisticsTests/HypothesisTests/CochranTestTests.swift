import Testing

@testable import Statistics

@Suite struct CochranTestTests {
  /// The definition, and coin's symmetry_test, on 160 synthetic respondents.
  @Test func topTwoBoxes() throws {
    let reference = try Reference("statistics/cochran_q_top2box")
    let rows = try cells("statistics/data/survey160_items_complete.csv").dropFirst().map { row in
      row.suffix(11).map { Double($0) ?? .nan }
    }
    let test = try CochranTest(rows, yesFrom: 4, null: .asymptotic)
    #expect(agrees(test.statistic, reference["expected"]["Q"].double))
    #expect(test.degreesOfFreedom == reference["expected"]["df"].double)
    #expect(agrees(test.pValue.value, reference["expected"]["p"].double))
    #expect(test.blockCount == 160 && test.incompleteBlocks == 0)
  }

  /// Full enumeration of orders in exact rationals.
  @Test func enumeration() throws {
    for reference in try Reference("statistics/repeated_and_tables")["cochran"].list {
      let rows = reference["rows"].list.map(\.doubles)
      let test = try CochranTest(rows, yesFrom: 1)
      #expect(test.pValue.method == .exact)
      #expect(agrees(test.pValue.value, reference["p"].double))
      #expect(agrees(test.pValue.smallestAttainable, reference["smallest"].double))
      #expect(agrees(test.statistic, try FriedmanTest(rows).statistic))
    }
  }

  @Test func twoColumnsAreMcNemar() throws {
    let first = [1.0, 1, 1, 0, 0, 1, 0], second = [0.0, 0, 1, 1, 0, 0, 0]
    let test = try CochranTest(zip(first, second).map { [$0, $1] }, yesFrom: 1)
    let mcNemar = try McNemarTest(PairedCounts(first: first, second: second), yesFrom: 1)
    #expect(agrees(test.statistic, mcNemar.statistic) && agrees(test.pValue.value, mcNemar.pValue.value))
    #expect(test.informativeBlocks == 4)
  }

  @Test func refusals() {
    #expect(throws: SampleFault.noVariation) { try CochranTest([[true, true], [false, false]]) }
    #expect(throws: SampleFault.emptyGroup(0)) { try CochranTest([[.nan, 1]], yesFrom: 1) }
    #expect(throws: SampleFault.fewerThanTwoGroups) { try CochranTest([[true], [false]]) }
  }

  @Test("With two questions Q is McNemar's χ², and everybody alike cannot be tested")
  func twoQuestions() throws {
    // 6 rises and 2 falls: (6 − 2)² ÷ 8.
    let rows =
      [[Bool]](repeating: [false, true], count: 6) + [[Bool]](repeating: [true, false], count: 2) + [[true, true]]
    #expect(agrees(try CochranTest(rows).statistic, 2))
    #expect(throws: SampleFault.noVariation) { try CochranTest([[true, true], [false, false]]) }
  }
}
