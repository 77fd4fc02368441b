import Testing

@testable import Statistics

@Suite struct FriedmanTestTests {
  @Test("Rounding first base agrees with R 4.2.2 and PMCMRplus 1.9.10 (Hollander & Wolfe, p. 140)")
  func rounding() throws {
    let reference = try Reference("statistics/friedman_hollander_rounding")
    let expected = reference["expected"]
    let test = try FriedmanTest(reference["inputs"]["matrix_rows_are_blocks"].list.map(\.doubles))
    #expect(agrees(test.statistic, expected["chi2"].double))
    #expect(test.degreesOfFreedom == expected["df"].double)
    #expect(agrees(test.pValue.value, expected["p"].double))
    #expect(agrees(test.kendallW, expected["kendall_W"].double))
    #expect(agrees(test.imanDavenport?.f, expected["iman_davenport_F"].double))
    #expect(agrees(test.imanDavenport?.p, expected["iman_davenport_p"].double))
  }

  @Test("Full agreement of three people on three things: W = 1, exact p = 6/216, no F")
  func agreement() throws {
    let test = try FriedmanTest([[1, 2, 3], [2, 4, 9], [1, 5, 6]], null: .exact)
    #expect(agrees(test.kendallW, 1) && agrees(test.pValue.value, 6.0 / 216))
    #expect(agrees(test.pValue.smallestAttainable, 6.0 / 216))
    #expect(test.imanDavenport == nil)
  }

  @Test("What cannot be tested says why")
  func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try FriedmanTest([[1], [2]]) }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try FriedmanTest([[1, 2]]) }
    #expect(throws: SampleFault.noVariation) { try FriedmanTest([[1, 1], [2, 2]]) }
  }
}
