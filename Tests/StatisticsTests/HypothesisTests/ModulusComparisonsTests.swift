import Testing

@testable import Statistics

@Suite struct ModulusComparisonsTests {
  @Test("Plant growth against its control agrees with multcomp 1.4-22")
  func plants() throws {
    let expected = try Reference("statistics/dunnett_plantgrowth")["expected"]
    let (names, groups) = try grouped("statistics/data/plantgrowth.csv", value: "weight", by: "group")
    #expect(names == ["ctrl", "trt1", "trt2"])
    for (comparison, place) in zip(try PairwiseComparisons.dunnett(groups.map { Moments($0) }, control: 0), 0...) {
      #expect(agrees(comparison.statistic, expected["t"][place].double, relative: 1e-6))
      #expect(agrees(comparison.p, expected["p_adj"][place].double, relative: 1e-6))
    }
    // Equal groups load alike on the control.
    let loads = groups.dropFirst().map { Double($0.count) / Double($0.count + groups[0].count) }
    #expect(agrees((loads[0] * loads[1]).squareRoot(), expected["rho"].double))
  }

  @Test("Unequal groups agree with multcomp 1.4-22, whose integral is good to some 10⁻⁵")
  func unequal() throws {
    let expected = try Reference("statistics/group_spread")["cases"]["dunnett"]["unequal"]
    let groups = expected["groups"].list.map { Moments($0.doubles) }
    for (comparison, place) in zip(try PairwiseComparisons.dunnett(groups, control: 0), 0...) {
      #expect(agrees(comparison.statistic, expected["t"][place].double))
      #expect(agrees(comparison.p, expected["p"][place].double, relative: 2e-4))
    }
  }

  @Test("The maximum modulus agrees with mpmath")
  func modulus() throws {
    for expected in try Reference("statistics/group_effects")["moduli"].list {
      let p = MaximumModulus.upperTail(
        expected["t"].double, comparisons: expected["m"].int, degreesOfFreedom: expected["df"].double)
      #expect(agrees(p, expected["p"].double, relative: 1e-9))
    }
  }

  @Test("T3 is Welch's t with a larger toll; one comparison pays none")
  func tThree() throws {
    let groups: [[Double]] = [[1, 4, 2, 5], [3, 7, 8, 9, 11], [2, 2, 6]]
    let moments = groups.map { Moments($0) }
    for pair in try PairwiseComparisons.dunnettT3(moments) {
      let welch = try WelchTest(ValueCounts(groups: [groups[pair.first], groups[pair.second]]))
      #expect(agrees(pair.statistic, welch.statistic) && pair.p > welch.pValue.value)
      #expect((pair.interval?.lower ?? 0) < welch.interval.lower && welch.interval.upper < (pair.interval?.upper ?? 0))
    }
    let one = try PairwiseComparisons.dunnettT3(Array(moments.prefix(2)))[0]
    let welch = try WelchTest(ValueCounts(groups: Array(groups.prefix(2))))
    #expect(agrees(one.p, welch.pValue.value) && agrees(one.interval?.upper, welch.interval.upper))
    let control = try PairwiseComparisons.dunnett(Array(moments.prefix(2)), control: 1)[0]
    let student = try StudentTest(moments[0], moments[1])
    #expect(agrees(control.p, student.pValue.value) && agrees(control.interval?.lower, student.interval.lower))
  }

  @Test("An interval just reaches zero at the level of its p")
  func edge() throws {
    let groups = [Moments([1.0, 4, 2, 5]), Moments([3.0, 7, 8, 9, 11]), Moments([2.0, 2, 6])]
    let p = try PairwiseComparisons.dunnett(groups, control: 0)[0].p
    #expect(
      agrees(try PairwiseComparisons.dunnett(groups, control: 0, level: 1 - p)[0].interval?.lower, 0, absolute: 1e-8))
    #expect(throws: SampleFault.tooFewValues(group: 1, needed: 2)) {
      try PairwiseComparisons.dunnettT3([Moments([1.0, 2]), Moments([1.0])])
    }
    #expect(throws: SampleFault.noVariation) {
      try PairwiseComparisons.dunnett([Moments([1.0, 1]), Moments([2.0, 2])], control: 0)
    }
  }
}
