import Testing

@testable import Statistics

@Suite struct CohenKappaTests {
  private func anxiety() throws -> PairedCounts {
    let rows = try cells("statistics/data/irr_anxiety.csv").dropFirst()
    return PairedCounts(first: rows.map { Double($0[0]) ?? .nan }, second: rows.map { Double($0[1]) ?? .nan })
  }

  @Test("Two raters of anxiety agree with irr 0.84.1, weighted ones and standard errors with statsmodels 0.15")
  func anxious() throws {
    let expected = try Reference("statistics/kappa_fleiss_weighted")["expected"]
    let other = try Reference("statistics/kappa")
    let pairs = try anxiety()
    let plain = try CohenKappa(pairs)
    #expect(agrees(plain.value, expected["cohen"].double) && agrees(plain.z, expected["cohen_z"].double))
    let quadratic = try CohenKappa(pairs, weights: .quadratic)
    #expect(agrees(quadratic.value, expected["quadratic"].double) && quadratic.count == 20)
    for weights in CohenKappa.Weights.allCases {
      let kappa = try CohenKappa(pairs, weights: weights)
      let expected = other["\(weights)"]
      #expect(agrees(kappa.value, expected["kappa"].double) && agrees(kappa.standardError, expected["se"].double))
      #expect(agrees(kappa.z, expected["z"].double))
    }
  }

  @Test("Exchanging the raters changes nothing; two categories have one kappa whatever the weights")
  func laws() throws {
    let table = PairedCounts([[20, 5], [10, 15]])
    let kappa = try CohenKappa(table)
    // Observed 0.7, by chance 0.5.
    #expect(agrees(kappa.value, 0.4))
    for weights in CohenKappa.Weights.allCases {
      #expect(agrees(try CohenKappa(table, weights: weights).value, 0.4))
      let turned = try CohenKappa(PairedCounts([[20, 10], [5, 15]]), weights: weights)
      #expect(agrees(turned.value, 0.4) && agrees(turned.standardError, kappa.standardError))
    }
    let full = try CohenKappa(PairedCounts([[4, 0], [0, 6]]))
    #expect(full.value == 1 && full.interval == nil && full.p > 0)
  }

  @Test("One pair, one category, and a rater who used one category only are refused")
  func refusals() {
    #expect(throws: AgreementFault.tooFewUnits(found: 1, needed: 2)) {
      try CohenKappa(PairedCounts([[1, 0], [0, 0]]))
    }
    #expect(throws: AgreementFault.noVariation) { try CohenKappa(PairedCounts([[9, 0], [0, 0]])) }
    #expect(throws: AgreementFault.noVariation) { try CohenKappa(PairedCounts([[9, 4], [0, 0]])) }
  }
}
