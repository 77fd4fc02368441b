import Testing

@testable import Statistics

@Suite struct GroupsPowerTests {
  /// R 4.2.2 power.anova.test and power.prop.test.
  @Test func anovaAndProportions() throws {
    let expected = try Reference("statistics/power_basic")["expected"]
    let test = try GroupsPower(groups: 5, perGroup: 20, varianceOfMeans: 0.1, varianceWithin: 1)
    #expect(agrees(test.power, expected["anova_power"].double, relative: 1e-5))
    #expect(
      agrees(GroupsPower.proportions(0.5, 0.75, perGroup: 50), expected["prop_power"].double, relative: 1e-5))
  }

  /// R 4.2.2: means ±½ in the two smallest of 14, 6 and 9.
  @Test func detectableDifference() throws {
    let expected = try Reference("statistics/power")
    #expect(
      agrees(
        try GroupsPower.detectableDifference(sizes: [14, 6, 9]), expected["mde_groups_6_9_14"].double, relative: 1e-7))
  }

  /// Two groups: F is t squared, so both have both tails.
  @Test func twoGroupsAreStudent() throws {
    let test = try GroupsPower(groups: 2, perGroup: 12, varianceOfMeans: 0.32, varianceWithin: 1)
    #expect(agrees(test.power, try MeansPower(12, 12).power(difference: 0.8), relative: 1e-9))
    #expect(
      agrees(
        try GroupsPower.detectableDifference(sizes: [12, 12]), try MeansPower(12, 12).detectableDifference(),
        relative: 1e-9))
    let level = try GroupsPower(groups: 4, perGroup: 6, varianceOfMeans: 0, varianceWithin: 1, alpha: 0.1)
    #expect(agrees(level.power, 0.1, relative: 1e-9))
  }

  @Test func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) {
      try GroupsPower(groups: 1, perGroup: 5, varianceOfMeans: 1, varianceWithin: 1)
    }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) {
      try GroupsPower(groups: 3, perGroup: 1, varianceOfMeans: 1, varianceWithin: 1)
    }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) {
      try GroupsPower.detectableDifference(sizes: [1, 1])
    }
  }
}
