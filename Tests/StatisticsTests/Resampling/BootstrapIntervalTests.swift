import Testing

@testable import Statistics

@Suite struct BootstrapIntervalTests {
  /// boot 1.3-28.1 on supplied resamples of thirty values; the half weights of ties are the case's own.
  @Test("Percentile, basic and BCa of fixed resamples agree with R's boot 1.3-28.1, ties counted half")
  func suppliedResamples() throws {
    let expected = try Reference("statistics/bootstrap_bca_fixed_indices")["expected"]
    let x = try cells("statistics/data/bca_x.csv").dropFirst().compactMap { Double($0[0]) }
    let means = try cells("statistics/data/bca_indices_1999x30.csv").dropFirst().map { row in
      row.reduce(0) { $0 + x[(Int($1) ?? 1) - 1] } / 30
    }
    let mean = x.reduce(0, +) / 30
    let bootstrap = try Bootstrap(
      estimate: mean, draws: means, influence: x.map { (pull: ($0 - mean) / 30, count: 1) })
    #expect(bootstrap.draws.count == 1_999)
    #expect(agrees(bootstrap.estimate, expected["theta"].double, relative: 1e-6))
    #expect(agrees(bootstrap.acceleration, expected["accel_jackknife"].double, relative: 1e-6))
    #expect(agrees(bootstrap.standardError, expected["boot_se"].double, relative: 1e-6))
    for (method, key) in [
      (BootstrapInterval.Method.percentile, "percentile"), (.basic, "basic"), (.bca, "bca_half_weight"),
    ] {
      let result = bootstrap.interval(method)
      #expect(agrees(result.interval, expected[key], relative: 1e-6))
      #expect(result.caveats.isEmpty)
    }
    let bca = bootstrap.interval(.bca)
    #expect(agrees(bca.biasCorrection, expected["z0_half_weight"].double, relative: 1e-6))
    #expect(agrees(bca.levels[0], expected["alpha_adj_half_weight"][0].double, relative: 1e-6))
    #expect(agrees(bca.levels[1], expected["alpha_adj_half_weight"][1].double, relative: 1e-6))
  }

  @Test func degenerateDrawsAreAValueWithAReason() throws {
    let flat = try Bootstrap(estimate: 3, draws: [3, 3, 3, 3], influence: [])
    for method in BootstrapInterval.Method.allCases {
      let result = flat.interval(method)
      #expect(result.interval.lower == 3 && result.interval.upper == 3 && result.caveats == [.degenerate])
    }
  }

  @Test func everyDrawOnOneSide() throws {
    let draws = (1...99).map { Double($0) }
    let result = try Bootstrap(estimate: 200, draws: draws, influence: [(1, 1), (-1, 1)]).interval(.bca)
    #expect(
      result.caveats == [.noJackknifeVariation, .correctionUndefined] || result.caveats == [.correctionUndefined])
    #expect(result.biasCorrection == nil)
    #expect(
      result.interval == (try Bootstrap(estimate: 200, draws: draws, influence: []).interval(.percentile).interval))
  }

  @Test func allJackknifeEqual() throws {
    let draws = (1...999).map { Double($0) }
    let flat = try Bootstrap(estimate: 500, draws: draws, influence: [(0, 40)])
    let result = flat.interval(.bca)
    #expect(flat.acceleration == nil && result.caveats == [.noJackknifeVariation])
    // Without bias or acceleration BCa is the percentile interval.
    #expect(agrees(result.interval.lower, flat.interval(.percentile).interval.lower, relative: 1e-6))
  }

  @Test func fewDrawsAreSaidToBeExtreme() throws {
    let few = try Bootstrap(estimate: 2, draws: [1, 2, 3], influence: [(1, 1), (-2, 1)])
    #expect(few.interval(.percentile).caveats == [.extremeDraws])
    #expect(throws: SampleFault.noVariation) { try Bootstrap(estimate: 2, draws: [], influence: []) }
  }

  /// A change of unit moves every interval with it.
  @Test func unit() throws {
    let draws = (0..<399).map { Double(($0 * 37) % 101) }
    let pulls: [(pull: Double, count: Int)] = [(3, 2), (-1, 4), (-2, 1)]
    let one = try Bootstrap(estimate: 40, draws: draws, influence: pulls)
    let other = try Bootstrap(
      estimate: 405, draws: draws.map { 10 * $0 + 5 }, influence: pulls.map { (10 * $0.pull, $0.count) })
    for method in BootstrapInterval.Method.allCases {
      let (a, b) = (one.interval(method).interval, other.interval(method).interval)
      #expect(agrees(b.lower, 10 * a.lower + 5) && agrees(b.upper, 10 * a.upper + 5))
    }
  }
}
