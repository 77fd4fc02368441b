import Testing

@testable import Statistics

@Suite struct OmegaTotalTests {
  @Test("Eleven items of 160 people agree with lavaan 0.6-14, factanal of R 4.2.2 and psych 2.2.9")
  func survey() throws {
    let expected = try Reference("statistics/omega_total_survey")["expected"]
    let moments = ItemMoments(codes: try surveyCodes(), range: 1...5)
    let answers = try OmegaTotal(moments)
    #expect(agrees(answers.value, expected["omega_cfa_cov"].double, relative: 1e-6))
    #expect(answers.name == "omega total, one factor by maximum likelihood" && answers.count == 160)
    let standardized = try OmegaTotal(moments, scale: .standardized)
    #expect(agrees(standardized.value, expected["omega_ml_corr"].double, relative: 1e-6))
    let residuals = try OmegaTotal(moments, estimator: .minimumResiduals, scale: .standardized)
    #expect(agrees(residuals.value, expected["omega_minres"].double, relative: 1e-5))
    #expect(residuals.name == "omega total, one factor by minimum residuals, standardised items")
  }

  @Test("Items that measure one thing equally well have omega = alpha")
  func parallel() throws {
    // Covariances 2 off the diagonal and 5 on it: rows of a square root of that matrix, once with each sign.
    let root = SymmetricMatrix(dimension: 4) { $0 == $1 ? 5 : 2 }.mapped { $0.squareRoot() }
    let rows = (0..<4).flatMap { row in [1.0, -1].map { sign in (0..<4).map { sign * root[row, $0] } } }
    let moments = ItemMoments(rows: rows, frequencies: [Int](repeating: 10, count: 8))
    let alpha = try CronbachAlpha(moments)
    #expect(agrees(alpha.value, 4.0 / 3 * (1 - 20.0 / 44)))
    for estimator in OneFactorModel.Estimator.allCases {
      for scale in OmegaTotal.Scale.allCases {
        #expect(agrees(try OmegaTotal(moments, estimator: estimator, scale: scale).value, alpha.value, relative: 1e-8))
      }
    }
  }

  @Test("An item that everybody answered alike is dropped and named")
  func constant() throws {
    let rows = try surveyItems()
    let omega = try OmegaTotal(ItemMoments(rows: rows.map { $0 + [2] }))
    #expect(omega.constantItems == [11])
    #expect(agrees(omega.value, try OmegaTotal(ItemMoments(rows: rows)).value))
  }

  @Test("Fewer than fifty people and fewer than three items are refused with the reason")
  func refusals() throws {
    let rows = try surveyItems()
    #expect(throws: ReliabilityFault.tooFewPeople(found: 49, needed: 50)) {
      try OmegaTotal(ItemMoments(rows: Array(rows.prefix(49))))
    }
    #expect(throws: ReliabilityFault.tooFewItems(varying: 2, needed: 3)) {
      try OmegaTotal(ItemMoments(rows: rows.map { [$0[0], $0[1], 3] }))
    }
    #expect(throws: ReliabilityFault.noModel(.notPositiveDefinite)) {
      try OmegaTotal(ItemMoments(rows: rows.map { [$0[0], $0[1], $0[2], $0[0] + $0[1]] }))
    }
  }
}
