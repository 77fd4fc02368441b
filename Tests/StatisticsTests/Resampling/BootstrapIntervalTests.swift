import Testing

@testable import Statistics

@Suite struct BootstrapIntervalTests {
  @Test("Percentile, basic and BCa of fixed resamples agree with R's boot 1.3.28.1, ties counted half")
  func fixedIndices() throws {
    let expected = try Reference("statistics/bootstrap_bca_fixed_indices")["expected"]
    let values = try cells("statistics/data/bca_x.csv").compactMap { Double($0[$0.count - 1]) }
    let draws = try cells("statistics/data/bca_indices_1999x30.csv").compactMap { row -> Double? in
      let places = row.compactMap { Int($0) }
      return places.count == 30 ? places.reduce(0) { $0 + values[$1 - 1] } / 30 : nil
    }
    #expect(values.count == 30 && draws.count == 1999)
    let estimate = values.reduce(0, +) / 30
    #expect(agrees(estimate, expected["theta"].double))
    let jackknife = values.map { (estimate * 30 - $0) / 29 }
    #expect(agrees(BootstrapInterval.acceleration(jackknife), expected["accel_jackknife"].double))
    #expect(agrees(BootstrapInterval.percentile(draws: draws), expected["percentile"]))
    #expect(agrees(BootstrapInterval.basic(estimate: estimate, draws: draws), expected["basic"]))
    let bca = BootstrapInterval.bca(estimate: estimate, draws: draws, jackknife: jackknife)
    #expect(agrees(bca, expected["bca_half_weight"], relative: 1e-6))
  }

  @Test("Without bias or acceleration BCa is the percentile interval; draws that never vary give their value")
  func laws() {
    let draws = (0...1998).map { Double($0) / 1998 }
    let percentile = BootstrapInterval.percentile(draws: draws)
    let bca = BootstrapInterval.bca(estimate: 0.5, draws: draws, jackknife: [1, 1, 1])
    #expect(agrees(bca.lower, percentile.lower, relative: 1e-6) && agrees(bca.upper, percentile.upper, relative: 1e-6))
    let flat = BootstrapInterval.bca(estimate: 3, draws: [3, 3, 3], jackknife: [3, 3])
    #expect(flat.lower == 3 && flat.upper == 3)
    let outside = BootstrapInterval.bca(estimate: 9, draws: [1, 2, 3, 4], jackknife: [1, 2])
    #expect(outside.lower <= outside.upper)
    #expect(BootstrapInterval.percentile(draws: [5]).lower == 5)
  }
}
