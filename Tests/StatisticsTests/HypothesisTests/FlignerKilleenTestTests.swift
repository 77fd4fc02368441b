import Testing

@testable import Statistics

@Suite struct FlignerKilleenTestTests {
  @Test("Agrees with fligner.test of R 4.2.2", arguments: spreadCases)
  func reference(_ name: String) throws {
    let (groups, expected) = try spreadCase(name)
    let test = try FlignerKilleenTest(ValueCounts(groups: groups))
    #expect(agrees(test.statistic, expected["fligner"]["statistic"].double))
    #expect(test.degreesOfFreedom == expected["fligner"]["df"].double)
    #expect(agrees(test.pValue.value, expected["fligner"]["p"].double))
  }

  @Test("Answers all at their group's median are refused")
  func refusals() {
    #expect(throws: SampleFault.noVariation) { try FlignerKilleenTest(ValueCounts(groups: [[1, 1], [3, 3]])) }
  }
}
