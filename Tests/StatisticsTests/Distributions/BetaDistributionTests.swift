import Testing

@testable import Statistics

@Suite struct BetaDistributionTests {
  @Test("Quantiles give R's Clopper–Pearson limits, also where GSL's answer NaN")
  func clopperPearson() throws {
    let reference = try Reference("statistics/proportion_ci")
    let (counts, sizes) = (reference["inputs"]["x"].doubles, reference["inputs"]["n"].doubles)
    for (place, limits) in reference["expected"]["clopper_pearson"].list.enumerated() {
      let (x, n) = (counts[place], sizes[place])
      if x > 0 { #expect(agrees(BetaDistribution.quantile(0.025, x, n - x + 1), limits[0].double)) }
      if x < n { #expect(agrees(BetaDistribution.quantile(0.975, x + 1, n - x), limits[1].double)) }
    }
  }

  @Test("Closed forms: I_x(1, b) = 1 − (1 − x)ᵇ, I_x(a, 1) = xᵃ, I_½(a, a) = ½")
  func closedForms() {
    #expect(agrees(BetaDistribution.lowerTail(0.3, 1, 4), 1 - 0.7 * 0.7 * 0.7 * 0.7, relative: 1e-13))
    #expect(agrees(BetaDistribution.lowerTail(0.3, 3, 1), 0.027, relative: 1e-13))
    for a in [0.5, 2, 40, 5000] { #expect(agrees(BetaDistribution.lowerTail(0.5, a, a), 0.5, relative: 1e-10)) }
  }

  @Test("The tails add to 1 and the quantile is their inverse")
  func inverse() {
    for (a, b) in [(0.5, 0.5), (2.0, 7.0), (300.0, 40.0), (16.0, 484.0)] {
      for p in [0.001, 0.025, 0.5, 0.975] {
        let x = BetaDistribution.quantile(p, a, b)
        #expect(agrees(BetaDistribution.lowerTail(x, a, b), p, relative: 1e-10))
        #expect(agrees(BetaDistribution.upperTail(x, a, b), 1 - p, relative: 1e-10))
      }
    }
    #expect(BetaDistribution.quantile(0, 2, 3) == 0 && BetaDistribution.quantile(1, 2, 3) == 1)
  }
}
