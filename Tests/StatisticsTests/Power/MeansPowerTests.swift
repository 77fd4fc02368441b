import Testing

@testable import Statistics

@Suite struct MeansPowerTests {
  @Test("The upper tail alone agrees with R 4.2.2 power.t.test, both tails with strict = TRUE")
  func equalGroups() throws {
    let basic = try Reference("statistics/power_basic")["expected"]
    let strict = try Reference("statistics/power")
    let upper = try MeansPower(20, 20, tails: .upper)
    #expect(agrees(upper.power(difference: 0.8), basic["t_power"].double, relative: 1e-7))
    #expect(agrees(try MeansPower(20, 20).power(difference: 0.8), strict["power_20_20_strict"].double, relative: 1e-8))
    // R's own search misses the root by 10⁻⁵; the note of the case has the exact ones.
    let small = try MeansPower(8, 8, tails: .upper).detectableDifference()
    #expect(agrees(small, 1.506_635_850_233_15, relative: 1e-9))
    #expect(agrees(small, basic["t_mde_d_n8"].double, relative: 2e-5))
    #expect(agrees(try MeansPower(8, 8).detectableDifference(), strict["mde_8_8_strict"].double, relative: 1e-8))
    let people = MeansPower.perGroup(difference: 0.5, tails: .upper)
    #expect(agrees(people, 63.765_763_724_850_7, relative: 1e-9))
    #expect(agrees(people, basic["t_n"].double, relative: 1e-5))
    #expect(agrees(MeansPower.perGroup(difference: 0.5), strict["n_strict"].double, relative: 1e-8))
  }

  @Test("Unequal groups, organisations and a stricter level agree with R's noncentral t")
  func otherDesigns() throws {
    let expected = try Reference("statistics/power")
    let unequal = try MeansPower(5, 20)
    #expect(agrees(unequal.power(difference: 1.2), expected["power_5_20"].double, relative: 1e-7))
    #expect(agrees(unequal.detectableDifference(), expected["mde_5_20"].double, relative: 1e-7))
    let organizations = try MeansPower(6, 6, designEffect: 1.6 / 7, degreesOfFreedom: 10)
    #expect(agrees(organizations.detectableDifference(), expected["mde_organisations_6_6"].double, relative: 1e-7))
    let family = try MeansPower(40, 30, alpha: 0.05 / 11)
    #expect(agrees(family.detectableDifference(), expected["mde_family_40_30"].double, relative: 1e-7))
  }

  @Test("Without a difference the power is the level; it does not ask which group is first")
  func laws() throws {
    let power = try MeansPower(7, 12, alpha: 0.1)
    #expect(agrees(power.power(difference: 0), 0.1, relative: 1e-9))
    #expect(power.power(difference: 0.7) == power.power(difference: -0.7))
    #expect(agrees(power.power(difference: 0.7), try MeansPower(12, 7, alpha: 0.1).power(difference: 0.7)))
    #expect(throws: SampleFault.tooFewValues(group: 1, needed: 2)) { try MeansPower(4, 1) }
  }
}
