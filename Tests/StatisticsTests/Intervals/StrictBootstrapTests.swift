import Testing

@testable import Statistics

@Suite struct StrictBootstrapTests {
  /// R's boot counts draws strictly below the estimate; here ties count half. An estimate a hair lower makes the two one.
  @Test("Counted strictly, BCa of fixed resamples agrees with R's boot 1.3-28.1")
  func suppliedResamples() throws {
    let expected = try Reference("statistics/bootstrap_bca_fixed_indices")["expected"]
    let x = try column("statistics/data/bca_x.csv", "x")
    let means = try cells("statistics/data/bca_indices_1999x30.csv").dropFirst().map { row in
      row.reduce(0) { $0 + x[(Int($1) ?? 1) - 1] } / 30
    }
    let mean = x.reduce(0, +) / 30
    #expect(means.count { abs($0 - mean) < 1e-12 } == expected["n_ties_at_theta"].int)
    let strict = try Bootstrap(
      estimate: mean - 1e-9, draws: means, influence: x.map { (pull: ($0 - mean) / 30, count: 1) })
    let bca = strict.interval(.bca)
    #expect(agrees(bca.biasCorrection, expected["z0"].double, relative: 1e-6))
    #expect(agrees(bca.levels[0], expected["alpha_adj"][0].double, relative: 1e-6))
    #expect(agrees(bca.levels[1], expected["alpha_adj"][1].double, relative: 1e-6))
    #expect(agrees(bca.interval, expected["bca_boot_pkg"], relative: 1e-6))
  }
}
