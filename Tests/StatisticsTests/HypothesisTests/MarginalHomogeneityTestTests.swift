import Testing

@testable import Statistics

@Suite struct MarginalHomogeneityTestTests {
  /// Full enumeration of signs in exact rationals; Z by hand.
  @Test func enumeration() throws {
    let reference = try Reference("statistics/repeated_and_tables")["signed"][0]
    let counts = PairedCounts(first: reference["first"].doubles, second: reference["second"].doubles)
    let test = try MarginalHomogeneityTest(counts)
    #expect(agrees(test.pValue.value, reference["scores"]["p"].double))
    #expect(agrees(test.pValue.smallestAttainable, reference["scores"]["smallest"].double))
    // Changes −1, −2, −2, 1, −1, −2, −2, 1, −1: sum −9 over the root of their squares, 21.
    #expect(agrees(test.statistic, -9 / 21.0.squareRoot()))
    #expect(agrees(test.meanChange, -0.75))
    #expect(test.unchanged == 3)
  }

  @Test func decimalsInTheirUnit() throws {
    let reference = try Reference("statistics/repeated_and_tables")["signed"][1]
    let counts = PairedCounts(first: reference["first"].doubles, second: reference["second"].doubles)
    let exact = try MarginalHomogeneityTest(counts, unit: 0.05)
    #expect(exact.pValue.method == .exact)
    #expect(agrees(exact.pValue.value, reference["scores"]["p"].double))
    #expect(try MarginalHomogeneityTest(counts).pValue.method == .asymptotic)
  }

  @Test func originAndUnitDoNotMatter() throws {
    let counts = PairedCounts(values: [1, 2, 3], counts: [5, 3, 1, 0, 4, 4, 1, 2, 6])
    let plain = try MarginalHomogeneityTest(counts)
    let moved = try MarginalHomogeneityTest(counts, scores: [10, 15, 20])
    #expect(agrees(plain.statistic, moved.statistic) && plain.pValue == moved.pValue)
  }

  /// With two values the score test is McNemar's.
  @Test func twoValuesAreMcNemar() throws {
    let counts = PairedCounts(values: [0, 1], counts: [9, 7, 2, 4])
    let mcNemar = try McNemarTest(counts, yesFrom: 1)
    let test = try MarginalHomogeneityTest(counts)
    #expect(agrees(test.pValue.value, mcNemar.pValue.value))
    #expect(agrees(test.statistic * test.statistic, mcNemar.statistic))
  }

  @Test func refusals() {
    #expect(throws: SampleFault.noVariation) {
      try MarginalHomogeneityTest(PairedCounts(values: [1, 2], counts: [4, 0, 0, 3]))
    }
    #expect(throws: SampleFault.emptyGroup(0)) {
      try MarginalHomogeneityTest(PairedCounts(values: [1, 2], counts: [0, 0, 0, 0]))
    }
  }

  @Test("With two answers both statistics are McNemar's χ² without correction (R 4.2.2)")
  func approval() throws {
    let reference = try Reference("statistics/mcnemar_approval")
    let table = reference["inputs"]["table_rows"].list.map(\.ints)
    let unordered = try StuartMaxwellTest(PairedCounts(table), null: .asymptotic)
    #expect(agrees(unordered.statistic, reference["expected"]["chi2_nocc"].double))
    #expect(agrees(unordered.pValue.value, reference["expected"]["p_nocc"].double))
    #expect(unordered.degreesOfFreedom == 1)
    let ordered = try MarginalHomogeneityTest(PairedCounts(table))
    #expect(agrees(ordered.statistic * ordered.statistic, reference["expected"]["chi2_nocc"].double))
    #expect(ordered.statistic > 0)
  }

  @Test("Three answers agree with the formula solved by numpy 2.4.6: χ² of 20, 10, 5; 3, 30, 15; 0, 5, 40")
  func threeAnswers() throws {
    let test = try StuartMaxwellTest(PairedCounts([[20, 10, 5], [3, 30, 15], [0, 5, 40]]), null: .asymptotic)
    #expect(agrees(test.statistic, 13.76470588235294, relative: 1e-10))
    #expect(test.degreesOfFreedom == 2)
  }

  @Test("Turning the waves turns Z; nobody changed is refused")
  func laws() throws {
    let test = try MarginalHomogeneityTest(PairedCounts([[2, 5, 1], [1, 2, 3], [0, 1, 2]]))
    let turned = try MarginalHomogeneityTest(PairedCounts([[2, 1, 0], [5, 2, 1], [1, 3, 2]]))
    #expect(agrees(turned.statistic, -test.statistic))
    #expect(throws: SampleFault.noVariation) { try MarginalHomogeneityTest(PairedCounts([[3, 0], [0, 2]])) }
  }
}
