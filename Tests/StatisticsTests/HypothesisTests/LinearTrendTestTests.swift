import Testing

@testable import Statistics

@Suite struct LinearTrendTestTests {
  @Test("Income and satisfaction agree with coin 1.4.2, by gender, scores 1 to 4")
  func jobSatisfaction() throws {
    let reference = try Reference("statistics/cmh_lbl_jobsatisfaction")
    let strata = reference["inputs"]["table_income_x_sat_x_gender"].list.map { $0.list.map(\.ints) }
    let plain = try LinearTrendTest(strata: strata)
    let expected = reference["expected"]
    #expect(agrees(plain.statistic, expected["lbl_Z"].double))
    #expect(agrees(plain.pValue.value, expected["lbl_p"].double))
  }

  @Test("A linear change of scores changes nothing; no variation is refused")
  func laws() throws {
    let table = [[[4, 2, 1], [1, 3, 5]]]
    let test = try LinearTrendTest(strata: table)
    let moved = try LinearTrendTest(strata: table, rowScores: [0, 10], columnScores: [5, 7, 9])
    #expect(agrees(moved.statistic, test.statistic) && test.statistic > 0)
    #expect(throws: SampleFault.noVariation) { try LinearTrendTest(strata: [[[1, 2], [0, 0]]]) }
  }
}
