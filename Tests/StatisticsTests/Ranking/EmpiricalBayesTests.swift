import Testing

@testable import Statistics

@Suite struct EmpiricalBayesTests {
  func column(_ name: String, _ place: Int) throws -> [Double] {
    try cells("composite/shrinkage/\(name).csv").dropFirst().map { Double($0[place]) ?? .nan }
  }

  @Test("Thirteen vaccine trials: the variances of metafor and of the exact roots")
  func vaccine() throws {
    let (means, errors) = (try column("in_bcg", 0), try column("in_bcg", 1))
    let metafor = try Reference("composite/shrinkage/out_bcg_tau2")
    let exact = try Reference("composite/shrinkage/out_exact_roots")["bcg"]
    func estimate(_ method: BetweenVariance) throws -> Double {
      try method.estimate(means: means, squaredErrors: errors)
    }
    #expect(agrees(try estimate(.derSimonianLaird), metafor["DL"]["tau2"].double, relative: 1e-8))
    #expect(agrees(try estimate(.hedges), metafor["HE"]["tau2"].double, relative: 1e-8))
    #expect(agrees(try estimate(.pauleMandel), exact["PM_or_EB_tau2"].double, relative: 1e-10))
    #expect(agrees(try estimate(.maximumLikelihood), exact["ML_tau2"].double, relative: 1e-10))
    #expect(agrees(try estimate(.restrictedLikelihood), exact["REML_tau2"].double, relative: 1e-10))
    for (method, name) in [(BetweenVariance.derSimonianLaird, "DL"), (.hedges, "HE")] {
      let bayes = try EmpiricalBayes(means: means, squaredErrors: errors, method: method)
      #expect(agrees(bayes.mean, metafor[name]["mu"].double, relative: 1e-8))
      #expect(agrees(bayes.meanError, metafor[name]["se"].double, relative: 1e-8))
      #expect(agrees(100 * bayes.heterogeneity, metafor[name]["I2"].double, relative: 1e-8))
      #expect(agrees(bayes.q, metafor[name]["Q"].double, relative: 1e-8))
    }
    for (method, file, tolerance) in [
      (BetweenVariance.derSimonianLaird, "out_bcg_blup_DL", 1e-8), (.restrictedLikelihood, "out_bcg_blup_REML", 1e-5),
    ] {
      let bayes = try EmpiricalBayes(means: means, squaredErrors: errors, method: method)
      for (got, expected) in zip(bayes.shrunken, try column(file, 0)) {
        #expect(agrees(got, expected, relative: tolerance))
      }
      for (got, expected) in zip(bayes.standardErrors, try column(file, 1)) {
        #expect(agrees(got, expected, relative: tolerance))
      }
    }
  }

  @Test("Twelve organisations: metafor's shrunken means and their errors")
  func organizations() throws {
    let bayes = try EmpiricalBayes(means: column("out_org_dl_blup", 1), squaredErrors: column("out_org_dl_blup", 2))
    let reference = try Reference("composite/shrinkage/out_org_dl")
    #expect(agrees(bayes.between, reference["tau2"].double, relative: 1e-8))
    #expect(agrees(bayes.mean, reference["mu"].double, relative: 1e-8))
    for (got, expected) in zip(bayes.shrunken, try column("out_org_dl_blup", 3)) {
      #expect(agrees(got, expected, relative: 1e-8))
    }
    for (got, expected) in zip(bayes.standardErrors, try column("out_org_dl_blup", 4)) {
      #expect(agrees(got, expected, relative: 1e-8))
    }
  }

  @Test("Eight schools: nothing lies between, all means are one, and it says so")
  func schools() throws {
    let (means, errors) = (try column("in_eight_schools", 1), try column("in_eight_schools", 2))
    let bayes = try EmpiricalBayes(means: means, squaredErrors: errors.map { $0 * $0 })
    let exact = try Reference("composite/shrinkage/out_exact_roots")["eight_schools"]
    #expect(bayes.between == 0 && !bayes.showsDifference)
    #expect(agrees(bayes.mean, exact["mu"].double) && agrees(bayes.meanError, exact["se"].double))
    #expect(agrees(bayes.q, exact["Q"].double))
    #expect(bayes.shrunken.allSatisfy { agrees($0, bayes.mean) })
  }

  @Test(
    "A shrunken mean lies between its own and the common one, and a shift of all shifts it",
    arguments: BetweenVariance.allCases)
  func laws(method: BetweenVariance) throws {
    let (means, errors) = ([50.0, 62, 41, 70, 58], [9.0, 4, 16, 1, 30])
    let bayes = try EmpiricalBayes(means: means, squaredErrors: errors, method: method)
    let moved = try EmpiricalBayes(means: means.map { $0 + 10 }, squaredErrors: errors, method: method)
    for unit in means.indices {
      let ends = [means[unit], bayes.mean].sorted()
      #expect(ends[0]...ends[1] ~= bayes.shrunken[unit])
      #expect(agrees(moved.shrunken[unit], bayes.shrunken[unit] + 10, relative: 1e-8))
    }
  }

  @Test("One unit, or a unit without error, cannot be shrunk")
  func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try EmpiricalBayes(means: [1], squaredErrors: [1]) }
    #expect(throws: SampleFault.noVariation) { try EmpiricalBayes(means: [1, 2], squaredErrors: [1, 0]) }
  }
}
