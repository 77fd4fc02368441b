import Testing

@testable import Statistics

@Suite struct AgreementNullTests {
  @Test("Variances on a scale of five are the published ones (LeBreton & Senter 2008, table 2)")
  func published() {
    let nulls: [(AgreementNull, Double)] = [
      (.uniform([1, 2, 3, 4, 5]), 2), (.slightSkew, 1.34), (.moderateSkew, 0.90), (.heavySkew, 0.44),
      (.triangular, 1.32),
    ]
    for (null, variance) in nulls { #expect(agrees(null.variance, variance), "\(null.name)") }
  }

  @Test("A uniform scale of A categories has variance (A² − 1) ÷ 12, and five have a mean distance of 1.2")
  func uniform() {
    for size in 2...9 {
      let null = AgreementNull.uniform((1...size).map(Double.init))
      #expect(agrees(null.variance, Double(size * size - 1) / 12) && agrees(null.mean, Double(size + 1) / 2))
    }
    #expect(agrees(AgreementNull.uniform([1, 2, 3, 4, 5]).averageDeviation, 1.2))
  }
}
