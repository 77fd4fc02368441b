import Foundation
import Testing

@testable import Statistics

@Suite("Bivariate normal") struct BivariateNormalTests {
  @Test("Fifty places agree with another integral in mpmath 1.4.1, up to correlations of ±0.9999")
  func reference() throws {
    let rows = try Reference("statistics/bivariate_normal")["rows"].list
    for row in rows {
      let (h, k, r) = (row["h"].double, row["k"].double, row["r"].double)
      let got = BivariateNormal.lowerTail(h, k, correlation: r)
      #expect(agrees(got, row["p"].double, relative: 1e-11, absolute: 1e-14), "\(h) \(k) \(r): \(got)")
    }
    #expect(rows.count == 50)
  }

  @Test("Both below their mean: ¼ + arcsine of the correlation ÷ 2π; the ends of the correlation in closed form")
  func closedForms() {
    for r in [-0.999_999, -0.8, 0, 0.1, 0.95, 0.999_999_9] {
      #expect(agrees(BivariateNormal.lowerTail(0, 0, correlation: r), 0.25 + asin(r) / (2 * .pi), relative: 1e-9))
    }
    #expect(agrees(BivariateNormal.lowerTail(1, 0.5, correlation: 1), 1 - GSL.normalUpperTail(0.5)))
    #expect(agrees(BivariateNormal.lowerTail(1, 0.5, correlation: -1), 0.5328072, relative: 1e-6))
    #expect(BivariateNormal.lowerTail(-.infinity, 3, correlation: 0.5) == 0)
    #expect(agrees(BivariateNormal.lowerTail(.infinity, 0, correlation: 0.5), 0.5))
  }

  @Test("The two sides of a line add up, and the density is the slope in the correlation")
  func laws() {
    for (h, k, r) in [(0.3, -1.1, 0.6), (-2, 1.5, -0.9), (0.1, 0.12, 0.97)] {
      let both = BivariateNormal.lowerTail(h, k, correlation: r) + BivariateNormal.lowerTail(h, -k, correlation: -r)
      #expect(agrees(both, 1 - GSL.normalUpperTail(h)))
      let step = 1e-5
      let slope =
        (BivariateNormal.lowerTail(h, k, correlation: r + step) - BivariateNormal.lowerTail(h, k, correlation: r - step))
        / (2 * step)
      #expect(agrees(slope, BivariateNormal.density(h, k, correlation: r), relative: 1e-5, absolute: 1e-8))
    }
  }
}
