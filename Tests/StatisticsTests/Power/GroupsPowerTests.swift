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

  /// Two groups: F is t squared, so its power has the far tail of t as well.
  @Test func twoGroupsAreStudent() throws {
    let test = try GroupsPower(groups: 2, perGroup: 12, varianceOfMeans: 0.32, varianceWithin: 1)
    let far = StudentDistribution.noncentralLowerTail(
      -GSL.studentQuantile(0.975, degreesOfFreedom: 22), degreesOfFreedom: 22, noncentrality: 0.8 * 6.0.squareRoot())
    #expect(agrees(test.power, Design.power(difference: 0.8, perGroup: 12) + far))
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
  }
}
