import Testing

@testable import Statistics

@Suite struct BrunnerMunzelTestTests {
  @Test("Statistic, t and permuted p agree with brunnermunzel 2.0 and scipy")
  func pain() throws {
    let reference = try Reference("statistics/brunner_munzel_pain")
    let expected = reference["expected"]
    let counts = ValueCounts(groups: [reference["inputs"]["x"].doubles, reference["inputs"]["y"].doubles])
    let limit = try BrunnerMunzelTest(counts, null: .asymptotic)
    // The package's W is positive where the second group is higher.
    #expect(agrees(-limit.statistic, expected["W"].double))
    #expect(agrees(limit.degreesOfFreedom, expected["df"].double))
    #expect(agrees(limit.pValue.value, expected["p"].double))
    let exact = try BrunnerMunzelTest(counts)
    #expect(exact.pValue.method == .exact)
    #expect(agrees(exact.pValue.value, expected["p_permuted_exact"].double))
  }

  @Test("Complete separation has the smallest p and no limit distribution")
  func separation() throws {
    let reference = try Reference("statistics/brunner_munzel_complete_separation")
    let counts = ValueCounts(groups: [reference["inputs"]["x"].doubles, reference["inputs"]["y"].doubles])
    let test = try BrunnerMunzelTest(counts)
    #expect(agrees(test.pValue.value, reference["expected"]["p_permuted_exact"].double))
    #expect(agrees(test.pValue.value, reference["expected"]["p_permuted_brunnermunzel_pkg"].double))
    #expect(test.pValue.smallestAttainable == test.pValue.value)
    #expect(test.degreesOfFreedom == nil && test.statistic.isFinite)
    #expect(reference["expected"]["asymptotic"].string.hasPrefix("undefined"))
    #expect(throws: SampleFault.noVariation) { try BrunnerMunzelTest(counts, null: .asymptotic) }
  }

  @Test("Groups of one are refused")
  func refusals() {
    #expect(throws: SampleFault.tooFewValues(group: 1, needed: 2)) {
      try BrunnerMunzelTest(ValueCounts(groups: [[1, 2], [3]]))
    }
    #expect(throws: SampleFault.noVariation) { try BrunnerMunzelTest(ValueCounts(groups: [[2, 2], [2, 2]])) }
  }
}
