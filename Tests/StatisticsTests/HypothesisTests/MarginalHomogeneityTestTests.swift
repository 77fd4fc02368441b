import Testing

@testable import Statistics

@Suite struct MarginalHomogeneityTestTests {
  @Test("With two answers both statistics are McNemar's χ² without correction (R 4.2.2)")
  func approval() throws {
    let reference = try Reference("statistics/mcnemar_approval")
    let table = reference["inputs"]["table_rows"].list.map(\.ints)
    let unordered = try MarginalHomogeneityTest(table, answers: .unordered)
    #expect(agrees(unordered.statistic, reference["expected"]["chi2_nocc"].double))
    #expect(agrees(unordered.pValue.value, reference["expected"]["p_nocc"].double))
    #expect(unordered.degreesOfFreedom == 1)
    let ordered = try MarginalHomogeneityTest(table)
    #expect(agrees(ordered.statistic * ordered.statistic, reference["expected"]["chi2_nocc"].double))
    #expect(ordered.statistic > 0)
  }

  @Test("Three answers agree with the formula solved by numpy 2.4.6: χ² of 20, 10, 5; 3, 30, 15; 0, 5, 40")
  func threeAnswers() throws {
    let test = try MarginalHomogeneityTest([[20, 10, 5], [3, 30, 15], [0, 5, 40]], answers: .unordered)
    #expect(agrees(test.statistic, 13.76470588235294, relative: 1e-10))
    #expect(test.degreesOfFreedom == 2)
  }

  @Test("Turning the waves turns Z; nobody changed is refused")
  func laws() throws {
    let test = try MarginalHomogeneityTest([[2, 5, 1], [1, 2, 3], [0, 1, 2]])
    let turned = try MarginalHomogeneityTest([[2, 1, 0], [5, 2, 1], [1, 3, 2]])
    #expect(agrees(turned.statistic, -test.statistic))
    #expect(throws: SampleFault.noVariation) { try MarginalHomogeneityTest([[3, 0], [0, 2]]) }
    #expect(throws: SampleFault.noVariation) { try MarginalHomogeneityTest([[3, 0], [0, 2]], answers: .unordered) }
  }
}
