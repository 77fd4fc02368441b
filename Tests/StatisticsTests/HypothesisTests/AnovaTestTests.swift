import Testing

@testable import Statistics

@Suite struct AnovaTestTests {
  @Test("Agrees with aov of R 4.2.2", arguments: spreadCases)
  func reference(_ name: String) throws {
    let (groups, expected) = try spreadCase(name)
    let test = try AnovaTest(groups.map { Moments($0) })
    #expect(agrees(test.statistic, expected["anova"]["F"].double))
    #expect([test.degreesOfFreedom, test.denominatorDegreesOfFreedom] == expected["anova"]["df"].doubles)
    #expect(agrees(test.pValue.value, expected["anova"]["p"].double))
    #expect(agrees(test.table.between.meanSquare, expected["anova"]["ms"][0].double))
    #expect(agrees(test.table.within.meanSquare, expected["anova"]["ms"][1].double))
  }

  @Test("With two groups F is the square of Student's t")
  func twoGroups() throws {
    let groups = [Moments([1.0, 4, 2, 5]), Moments([3.0, 5, 5, 9, 7])]
    let t = try StudentTest(groups[0], groups[1])
    let test = try AnovaTest(groups)
    #expect(agrees(test.statistic, t.statistic * t.statistic) && agrees(test.pValue.value, t.pValue.value))
  }

  @Test("What cannot be tested says why")
  func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try AnovaTest([Moments([1.0, 2])]) }
    #expect(throws: SampleFault.emptyGroup(1)) { try AnovaTest([Moments([1.0, 2]), Moments([])]) }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try AnovaTest([Moments([1.0]), Moments([2.0])]) }
    #expect(throws: SampleFault.noVariation) { try AnovaTest([Moments([1.0, 1]), Moments([2.0, 2])]) }
  }
}
