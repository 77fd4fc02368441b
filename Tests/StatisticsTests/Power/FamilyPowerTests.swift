import Testing

@testable import Statistics

@Suite struct FamilyPowerTests {
  @Test("Five against three: 2 of 56 splits, and no family but the overall score can reach .05")
  func tiny() throws {
    let overall = try FamilyPower(.people([5, 3]), comparisons: 1)
    #expect(agrees(overall.smallestP, 2.0 / 56))
    #expect(overall.canReachLevel)
    // Noether asks for more than 1; complete separation is always found.
    #expect(overall.superiority == 1)
    let dimensions = try FamilyPower(.people([5, 3]), comparisons: 11)
    #expect(agrees(dimensions.smallestAdjusted, 22.0 / 56))
    #expect(!dimensions.canReachLevel)
    #expect(dimensions.superiority == nil && dimensions.difference == nil)
  }

  @Test("Each design uses its own smallest p, design effect and degrees of freedom; differences agree with R")
  func designs() throws {
    let expected = try Reference("statistics/power")
    let owned = try FamilyPower(.wholeOrganizations([6, 6], people: 7), comparisons: 1, intraclassCorrelation: 0.1)
    #expect(agrees(owned.smallestP, 2.0 / 924))
    #expect(agrees(owned.difference ?? 0, expected["mde_organisations_6_6"].double, relative: 1e-7))
    let noether = Design.detectableSuperiority(42, 42, designEffect: 1.6)
    #expect(owned.superiority == noether)
    let side = GroupDesign.withinOrganizations(perOrganization: [4, 3], organizations: 12)
    #expect(agrees(try side.smallestP(), 2 * powerOf(1.0 / 35, 12)))
    #expect(side.designEffect(intraclassCorrelation: 0.1) == 1)
    #expect(side.people == [48, 36])
    let family = try FamilyPower(.people([40, 30]), comparisons: 11)
    #expect(agrees(family.difference ?? 0, expected["mde_family_40_30"].double, relative: 1e-7))
  }

  @Test("Two organisations against two never get below one third, however many people they have")
  func organizations() throws {
    let power = try FamilyPower(.wholeOrganizations([2, 2], people: 5_000), comparisons: 1)
    #expect(agrees(power.smallestP, 1.0 / 3))
    #expect(power.difference == nil)
  }

  @Test("More people find smaller effects; more groups have no superiority; a pair is a design of its own")
  func laws() throws {
    var last = 10.0
    for size in [6, 12, 50, 200] {
      let found = try #require(try FamilyPower(.people([size, size, size]), comparisons: 4).difference)
      #expect(found < last)
      last = found
    }
    let three = GroupDesign.wholeOrganizations([5, 6, 7], people: 3)
    #expect(try FamilyPower(three, comparisons: 1).superiority == nil)
    #expect(three.pair(0, 2) == .wholeOrganizations([5, 7], people: 3))
    #expect(GroupDesign.people([1, 2, 3]).pair(1, 2) == .people([2, 3]))
    #expect(throws: SampleFault.emptyGroup(1)) { try FamilyPower(.people([3, 0]), comparisons: 1) }
  }

  private func powerOf(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
