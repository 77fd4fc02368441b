import Testing

@testable import Statistics

@Suite struct McNemarTestTests {
  /// R 4.2.2 on Agresti's approval ratings.
  @Test func approval() throws {
    let reference = try Reference("statistics/mcnemar_approval")
    let table = reference["inputs"]["table_rows"].list.flatMap(\.ints)
    let expected = reference["expected"]
    let test = try McNemarTest(bothYes: table[0], lost: table[1], gained: table[2], bothNo: table[3])
    #expect(agrees(test.statistic, expected["chi2_nocc"].double))
    #expect(agrees(test.corrected, expected["chi2_cc"].double))
    #expect(agrees(test.correctedP, expected["p_cc"].double))
    #expect(agrees(test.pValue.value, expected["p_exact"].double))
    #expect(agrees(test.midP, expected["midp"].double))
    let limit = try McNemarTest(
      bothYes: table[0], lost: table[1], gained: table[2], bothNo: table[3], null: .asymptotic)
    #expect(agrees(limit.pValue.value, expected["p_nocc"].double))
  }

  @Test func thresholdCollapsesAScale() throws {
    let counts = PairedCounts(first: [1, 2, 4, 5, 5, 3], second: [4, 5, 4, 1, 4, 4])
    let test = try McNemarTest(counts, yesFrom: 4)
    #expect(test.gained == 3 && test.lost == 1 && test.unchanged == 2)
  }

  @Test func unchangedPeopleDoNotMatter() throws {
    let few = try McNemarTest(bothYes: 0, lost: 7, gained: 2, bothNo: 0)
    let many = try McNemarTest(bothYes: 900, lost: 7, gained: 2, bothNo: 50)
    #expect(few.pValue == many.pValue && few.midP == many.midP)
  }

  @Test func refusals() {
    #expect(throws: SampleFault.noVariation) { try McNemarTest(bothYes: 3, lost: 0, gained: 0, bothNo: 1) }
    #expect(throws: SampleFault.emptyGroup(0)) { try McNemarTest(bothYes: 0, lost: 0, gained: 0, bothNo: 0) }
  }
}
