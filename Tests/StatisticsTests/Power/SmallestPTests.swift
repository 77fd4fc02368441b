import Testing

@testable import Statistics

@Suite struct SmallestPTests {
  @Test func twoGroupsOfOneSize() throws {
    let expected = try Reference("statistics/power_basic")["expected"]["min_two_sided_p_exact"].numbers
    #expect(expected.count == 5)
    for (key, p) in expected {
      let n = Int(key.split(separator: "_").last ?? "") ?? 0
      #expect(agrees(try Design.smallestP(groups: [n, n]), p))
    }
  }

  /// The tests themselves, on values without ties, can give no less.
  @Test func testsAgree() throws {
    for sizes in [[2, 3], [4, 1], [2, 2, 2], [1, 2, 3], [2, 3, 2]] {
      var next = 0.0
      let groups = sizes.map { size in
        (0..<size).map { _ in
          next += 1
          return next
        }
      }
      let test = try KruskalWallisTest(ValueCounts(groups: groups), null: .exact)
      #expect(agrees(try Design.smallestP(groups: sizes), test.pValue.smallestAttainable))
    }
  }

  /// By hand: three organisations of one person of each of three types; 3! of 6³ assignments put them in one order. The
  /// test itself, with that outcome, has this p.
  @Test func severalTypesWithinOrganizations() throws {
    #expect(agrees(try Design.smallestP(withinEach: [1, 1, 1], organizations: 3), 6.0 / 216))
    for sizes in [[1, 1, 1], [2, 1, 1], [2, 2, 1]] {
      let stratum = ValueCounts(
        groups: sizes.indices.map { group in (0..<sizes[group]).map { Double(10 * group + $0) } })
      let test = try BlockedKruskalWallisTest([stratum, stratum], null: .exact)
      #expect(agrees(try Design.smallestP(withinEach: sizes, organizations: 2), test.pValue.value), "\(sizes)")
    }
  }

  /// More groups than orders could be listed for: ten people of ten groups have all orders alike.
  @Test func manyGroups() throws {
    #expect(try Design.smallestP(groups: [Int](repeating: 1, count: 10)) == 1)
    // 9! × 2!⁹ ÷ 18!
    #expect(agrees(try Design.smallestP(groups: [Int](repeating: 2, count: 9)), 2.901_963_5e-8, relative: 1e-6))
  }

  @Test func withinOrganizations() throws {
    let strata = [ValueCounts(groups: [[1, 2], [3, 4]]), ValueCounts(groups: [[5], [6, 7]])]
    let test = try VanElterenTest(strata, null: .exact)
    #expect(
      agrees(try Design.smallestP(withinOrganizations: [(2, 2), (1, 2), (3, 0)]), test.pValue.smallestAttainable))
    #expect(agrees(try Design.smallestP(withinOrganizations: [(2, 2), (1, 2)]), 2.0 / 18))
  }

  @Test func organizationsAndPairs() throws {
    #expect(agrees(try Design.smallestP(groups: [2, 2]), 1.0 / 3))
    #expect(agrees(try Design.smallestP(changedPairs: 6), 1.0 / 32))
    #expect(try Design.smallestP(changedPairs: 1) == 1)
  }

  @Test func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try Design.smallestP(groups: [4]) }
    #expect(throws: SampleFault.emptyGroup(1)) { try Design.smallestP(groups: [4, 0]) }
    #expect(throws: SampleFault.noInformativeStratum) { try Design.smallestP(withinOrganizations: [(2, 0)]) }
    #expect(throws: SampleFault.noVariation) { try Design.smallestP(changedPairs: 0) }
  }
}
