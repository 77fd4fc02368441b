import Testing

@testable import Statistics

@Suite struct GeneralAssociationTestTests {
  /// coin 1.4-2 and R's mantelhaen.test.
  @Test func jobSatisfaction() throws {
    let (strata, expected) = try LinearTrendTestTests.jobSatisfaction()
    let test = try GeneralAssociationTest(strata, null: .asymptotic)
    #expect(agrees(test.statistic, expected["cmh_chi2"].double))
    #expect(agrees(test.statistic, expected["R_mantelhaen_M2"].double))
    #expect(test.degreesOfFreedom == expected["cmh_df"].double)
    #expect(agrees(test.pValue.value, expected["cmh_p"].double))
  }

  /// In one stratum it is Pearson's χ² times (n − 1) / n.
  @Test func oneStratumIsPearson() throws {
    let table = CrossCounts([[12, 8, 3], [7, 15, 9], [5, 5, 6]])
    let pearson = try ChiSquareTest(table)
    let test = try GeneralAssociationTest([table])
    #expect(agrees(test.statistic, pearson.statistic * 69 / 70))
    #expect(test.degreesOfFreedom == pearson.degreesOfFreedom)
  }

  @Test func fewPeopleAreDrawn() throws {
    let strata = [CrossCounts([[3, 1], [1, 2]]), CrossCounts([[2, 0], [1, 3]])]
    let drawn = try GeneralAssociationTest(strata, null: .permutation(count: 1_999, seed: 5)).pValue
    // With two rows and two columns it is the trend test squared.
    let trend = try LinearTrendTest(strata)
    let interval = try #require(drawn.interval)
    #expect(interval.lower <= trend.pValue.value && trend.pValue.value <= interval.upper)
    #expect(agrees(try GeneralAssociationTest(strata).statistic, trend.statistic * trend.statistic))
  }

  @Test func refusals() {
    #expect(throws: SampleFault.noInformativeStratum) {
      try GeneralAssociationTest([CrossCounts([[0, 0], [2, 5]])])
    }
  }
}
