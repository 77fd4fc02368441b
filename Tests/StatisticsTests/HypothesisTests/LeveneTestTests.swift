import Testing

@testable import Statistics

/// The groups of a case of `group_spread.R`.
func spreadCase(_ name: String) throws -> (groups: [[Double]], expected: Reference) {
  let node = try Reference("statistics/group_spread")["cases"]["groups"][name]
  return (node["groups"].list.map(\.doubles), node)
}

/// The cases of `group_spread.R`.
let spreadCases = ["scale_by_type", "item_by_type", "small"]

@Suite struct LeveneTestTests {
  @Test("About medians and about means: agrees with leveneTest of car 3.1-1", arguments: spreadCases)
  func reference(_ name: String) throws {
    let (groups, expected) = try spreadCase(name)
    for (centre, key) in [(LeveneTest.Centre.median, "brown_forsythe"), (.mean, "levene")] {
      let test = try LeveneTest(ValueCounts(groups: groups), centre: centre)
      #expect(agrees(test.statistic, expected[key]["F"].double))
      #expect([test.degreesOfFreedom, test.denominatorDegreesOfFreedom] == expected[key]["df"].doubles)
      #expect(agrees(test.pValue.value, expected[key]["p"].double))
    }
  }

  @Test("Distances that do not vary, and single values, are refused")
  func refusals() {
    #expect(throws: SampleFault.noVariation) { try LeveneTest(ValueCounts(groups: [[1, 2], [3, 4]])) }
    #expect(throws: SampleFault.tooFewValues(group: 1, needed: 2)) {
      try LeveneTest(ValueCounts(groups: [[1, 2], [3]]))
    }
  }
}
