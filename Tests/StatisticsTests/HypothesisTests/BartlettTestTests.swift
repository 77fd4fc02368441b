import Testing

@testable import Statistics

@Suite struct BartlettTestTests {
  @Test("Agrees with bartlett.test of R 4.2.2", arguments: spreadCases)
  func reference(_ name: String) throws {
    let (groups, expected) = try spreadCase(name)
    let test = try BartlettTest(groups.map { Moments($0) })
    #expect(agrees(test.statistic, expected["bartlett"]["statistic"].double))
    #expect(test.degreesOfFreedom == expected["bartlett"]["df"].double)
    #expect(agrees(test.pValue.value, expected["bartlett"]["p"].double))
  }

  @Test("A group without variation is refused; equal variances have p 1")
  func ends() throws {
    #expect(throws: SampleFault.noVariation) { try BartlettTest([Moments([1.0, 1]), Moments([1.0, 2])]) }
    #expect(try BartlettTest([Moments([1.0, 2]), Moments([3.0, 4])]).pValue.value == 1)
  }
}
