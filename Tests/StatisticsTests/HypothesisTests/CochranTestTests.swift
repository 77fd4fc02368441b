import Testing

@testable import Statistics

@Suite struct CochranTestTests {
  @Test("Q of eleven top-two-box answers agrees with the formula and with coin")
  func survey() throws {
    let expected = try Reference("statistics/cochran_q_top2box")["expected"]
    let table = try cells("statistics/data/survey160_items_complete.csv")
    let header = table.first ?? []
    let items = header.indices.filter { header[$0].hasPrefix("b") }
    let test = try CochranTest(table.dropFirst().map { row in items.map { (Double(row[$0]) ?? 0) >= 4 } })
    #expect(agrees(test.statistic, expected["Q"].double))
    #expect(test.degreesOfFreedom == expected["df"].double)
    #expect(agrees(test.pValue.value, expected["p"].double))
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
