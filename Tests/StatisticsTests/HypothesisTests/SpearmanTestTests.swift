import Testing

@testable import Statistics

@Suite struct SpearmanTestTests {
  @Test("Nine pairs without ties: rho and p agree with R 4.2.2 (Hollander & Wolfe, p. 185)")
  func hunter() throws {
    let reference = try Reference("statistics/correlation_hunter")
    let (x, y) = (reference["inputs"]["x"].doubles, reference["inputs"]["y"].doubles)
    let test = try SpearmanTest(x, y, null: .permutation(count: 1999, seed: 2))
    #expect(agrees(test.statistic, reference["expected"]["rho"].double))
    let interval = try #require(test.pValue.interval)
    let exact = reference["expected"]["p_spearman_exact"].double
    #expect(interval.lower <= exact && exact <= interval.upper)
    #expect(agrees(try SpearmanTest(x, y, null: .exact).pValue.value, exact))
    // S, the sum of squared differences of ranks.
    #expect(agrees((1 - test.statistic) * (9 * 9 * 9 - 9) / 6, reference["expected"]["S"].double))
  }

  @Test("Two items with heavy ties agree with R 4.2.2")
  func survey() throws {
    let expected = try Reference("statistics/kendall_tau_b_ties_survey")["expected"]
    let (x, y) = try surveyPairs()
    let test = try SpearmanTest(x, y, null: .asymptotic)
    #expect(agrees(test.statistic, expected["rho"].double))
    #expect(agrees(test.pValue.value, expected["p_rho_t_approx"].double))
    #expect(test.degreesOfFreedom == 143)
  }

  @Test("Four people in one order: rho is 1, and the exact p is 2 of 24 orders")
  func perfect() throws {
    let test = try SpearmanTest([1, 2, 3, 4], [10, 20, 30, 90])
    #expect(test.statistic == 1 && agrees(test.pValue.value, 2.0 / 24))
    #expect(agrees(test.pValue.smallestAttainable, 2.0 / 24))
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 3)) { try SpearmanTest([1, 2], [1, 2]) }
    #expect(throws: SampleFault.noVariation) { try SpearmanTest([1, 2, 3], [1, 1, 1]) }
  }

  /// Full enumeration of orders in exact rationals, without and with ties.
  @Test func enumeration() throws {
    for reference in try Reference("statistics/repeated_and_tables")["pairs"].list {
      let p = try SpearmanTest(reference["x"].doubles, reference["y"].doubles).pValue
      #expect(agrees(p.value, reference["spearman"]["p"].double))
      #expect(agrees(p.smallestAttainable, reference["spearman"]["smallest"].double))
    }
  }

  @Test func onlyOrderMatters() throws {
    let (x, y) = ([1.0, 2, 3, 4, 5], [2.0, 1, 4, 3, 5])
    let (plain, bent) = (try SpearmanTest(x, y), try SpearmanTest(x.map { $0 * $0 * $0 }, y))
    #expect(plain.statistic == bent.statistic && plain.pValue == bent.pValue)
    let turned = try SpearmanTest(x, y.map { -$0 })
    #expect(agrees(turned.statistic, -plain.statistic) && agrees(turned.pValue.value, plain.pValue.value))
  }

  @Test func fullAgreementIsNotZero() throws {
    let test = try SpearmanTest([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], null: .asymptotic)
    #expect(agrees(test.statistic, 1) && test.pValue.value > 0)
  }
}
