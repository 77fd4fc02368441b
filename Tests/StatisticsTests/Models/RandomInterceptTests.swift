import Testing

@testable import Statistics

@Suite struct RandomInterceptTests {
  private func fit(
    _ path: String, _ criterion: RandomIntercept.Criterion = .restricted
  ) throws -> RandomIntercept {
    let groups = try grouped("statistics/data/\(path).csv", value: "Yield", by: "Batch").groups
    let clusters = groups.enumerated().flatMap {
      [Int](repeating: $0.offset, count: $0.element.count)
    }
    return try RandomIntercept(
      design: clusters.map { _ in [1] }, values: groups.flatMap { $0 }, clusters: clusters,
      criterion: criterion)
  }

  @Test("Dyestuff agrees with lme4 1.1-31 (Bates: 319.6543, 1764.05, 2451.25, 1527.5)")
  func dyestuff() throws {
    let expected = try Reference("statistics/reml_dyestuff")["expected"]
    let restricted = try fit("dyestuff")
    let full = try fit("dyestuff", .full)
    for (got, key) in [
      (restricted.deviance, "REML_crit"), (restricted.coefficients[0], "beta0"),
      (restricted.standardErrors[0], "se"),
      (restricted.clusterVariance, "var_batch"), (restricted.residualVariance, "var_resid"),
      (full.deviance, "ML_deviance"), (full.clusterVariance, "ML_var_batch"),
      (full.residualVariance, "ML_var_resid"),
    ] {
      #expect(agrees(got, expected[key].double, relative: 1e-5), "\(key)")
    }
    #expect(!restricted.isOnBoundary && restricted.clusterCount == 6)
  }

  @Test("Dyestuff2 has no variance between batches: a fit on the boundary, not an error")
  func boundary() throws {
    let expected = try Reference("statistics/reml_dyestuff2_boundary")["expected"]
    let fit = try fit("dyestuff2")
    for (got, key) in [
      (fit.deviance, "REML_crit"), (fit.coefficients[0], "beta0"), (fit.standardErrors[0], "se"),
      (fit.clusterVariance, "var_batch"), (fit.residualVariance, "var_resid"),
    ] {
      #expect(agrees(got, expected[key].double, relative: 1e-5, absolute: 1e-6), "\(key)")
    }
    #expect(fit.isOnBoundary && fit.intraclassCorrelation == 0)
  }

  @Test("Balanced clusters by hand: the variances are those of the analysis of variance")
  func balanced() throws {
    let groups: [[Double]] = [[1, 3], [5, 6], [2, 2], [9, 7], [4, 4], [8, 9]]
    let clusters = groups.enumerated().flatMap { [Int](repeating: $0.offset, count: 2) }
    let fit = try RandomIntercept(
      design: clusters.map { _ in [1] }, values: groups.flatMap { $0 }, clusters: clusters)
    let icc = try IntraclassCorrelation(groups.map { Moments($0) })
    #expect(agrees(fit.intraclassCorrelation, icc.value, relative: 1e-7))
    #expect(
      agrees(
        fit.residualVariance, VarianceTable(groups.map { Moments($0) }).within.meanSquare,
        relative: 1e-7))
  }

  @Test("Fewer than six clusters have no model")
  func refusals() {
    #expect(throws: ModelFault.tooFewClusters(needed: 6)) {
      try RandomIntercept(design: [[1], [1], [1]], values: [1, 2, 4], clusters: [0, 0, 1])
    }
    #expect(throws: ModelFault.noResidual) {
      try RandomIntercept(
        design: (0..<12).map { _ in [1] }, values: (0..<12).map { _ in 2 },
        clusters: (0..<12).map { $0 / 2 })
    }
  }
}
