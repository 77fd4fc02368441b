import Testing

@testable import Statistics

@Suite struct IntraclassCorrelationTests {
  @Test("Six subjects of four ratings agree with psych 2.2.9 (Shrout & Fleiss 1979: .17 and .44)")
  func shroutFleiss() throws {
    let reference = try Reference("statistics/icc_shrout_fleiss")
    let icc = try IntraclassCorrelation(reference["inputs"]["matrix_rows_subjects"].list.map { Moments($0.doubles) })
    let (one, mean) = (reference["expected"]["ICC1"], reference["expected"]["ICC1k"])
    for expected in [one, mean] {
      #expect(agrees(icc.f, expected["F"].double, relative: 1e-8))
      #expect(icc.betweenDegreesOfFreedom == expected["df1"].int && icc.withinDegreesOfFreedom == expected["df2"].int)
      #expect(agrees(icc.p, expected["p"].double, relative: 1e-8))
    }
    #expect(agrees(icc.value, one["icc"].double, relative: 1e-8))
    #expect(agrees(icc.interval.lower, one["lo"].double, relative: 1e-8))
    #expect(agrees(icc.interval.upper, one["hi"].double, relative: 1e-8))
    #expect(agrees(icc.reliability, mean["icc"].double, relative: 1e-8))
    #expect(agrees(icc.reliabilityInterval?.lower, mean["lo"].double, relative: 1e-8))
    #expect(agrees(icc.reliabilityInterval?.upper, mean["hi"].double, relative: 1e-8))
    #expect(agrees(icc.commonSize, 4) && agrees(icc.designEffect, 1 + 3 * icc.value))
  }

  @Test(
    "Organisations of unequal sizes agree with aov in R 4.2.2",
    arguments: ["scale_by_organisation", "item_by_organisation", "singletons_among_them", "negative"])
  func unbalanced(_ name: String) throws {
    let expected = try Reference("statistics/icc_unbalanced")["cases"][name]
    let icc = try IntraclassCorrelation(
      expected["values"].list.map { Moments($0.list.isEmpty ? [$0.double] : $0.doubles) })
    #expect(agrees(icc.value, expected["icc1"].double))
    #expect(agrees(icc.interval, expected["icc1_ci95"]))
    #expect(agrees(icc.reliability, expected["icc2"].double))
    #expect(agrees(icc.reliabilityInterval, expected["icc2_ci95"]))
    #expect(agrees(icc.f, expected["F"].double) && agrees(icc.p, expected["p"].double))
    #expect([icc.betweenDegreesOfFreedom, icc.withinDegreesOfFreedom] == expected["df"].ints)
    #expect(agrees(icc.commonSize, expected["k0"].double) && agrees(icc.designEffect, expected["deff"].double))
    #expect(icc.clusterCount == expected["n"].list.count && icc.count == expected["n"].ints.reduce(0, +))
  }

  @Test("A change of unit leaves it alone, empty clusters count for nothing, a negative one costs no design effect")
  func laws() throws {
    let groups: [[Double]] = [[1, 5, 2], [4, 4, 1, 5], [2, 3]]
    let icc = try IntraclassCorrelation(groups.map { Moments($0) } + [Moments([])])
    let changed = try IntraclassCorrelation(groups.map { Moments($0.map { 25 * $0 + 1e6 }) })
    #expect(agrees(changed.value, icc.value, relative: 1e-8) && agrees(changed.p, icc.p ?? 0, relative: 1e-7))
    #expect(icc.value < 0 && icc.designEffect == 1)
    #expect(icc.interval.lower <= icc.value && icc.value <= icc.interval.upper)
  }

  @Test("Clusters that agree inside and differ outside have a correlation of 1, and no F")
  func wholeAgreement() throws {
    let icc = try IntraclassCorrelation([Moments([2.0, 2]), Moments([4.0, 4, 4])])
    #expect(icc.value == 1 && icc.reliability == 1 && icc.f == nil && icc.p == nil)
    #expect(agrees(icc.designEffect, 13.0 / 5))
  }

  @Test("Clusters with one mean have the least correlation, and no reliability")
  func equalMeans() throws {
    let icc = try IntraclassCorrelation([Moments([1.0, 3]), Moments([1.0, 3])])
    #expect(agrees(icc.value, -1) && icc.f == 0 && icc.reliability == nil && icc.reliabilityInterval == nil)
    #expect(agrees(icc.interval.lower, -1) && agrees(icc.interval.upper, -1))
  }

  @Test("One cluster, singletons, and equal answers are refused")
  func refusals() {
    #expect(throws: IntraclassCorrelation.Fault.fewerThanTwoClusters) {
      try IntraclassCorrelation([Moments([1.0, 2]), Moments([])])
    }
    #expect(throws: IntraclassCorrelation.Fault.onlySingletons) {
      try IntraclassCorrelation([Moments([1.0]), Moments([2.0])])
    }
    #expect(throws: IntraclassCorrelation.Fault.noVariation) {
      try IntraclassCorrelation([Moments([3.0, 3]), Moments([3.0])])
    }
  }
}
