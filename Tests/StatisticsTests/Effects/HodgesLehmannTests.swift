import Testing

@testable import Statistics

@Suite struct HodgesLehmannTests {
  @Test("Shift and exact limits agree with wilcox.test of R 4.2.2", arguments: ["hollander", "six"])
  func reference(_ name: String) throws {
    let expected = try Reference("statistics/group_spread")["cases"]["shift"][name]
    let effect = try EffectSize.hodgesLehmann(ValueCounts(groups: [expected["x"].doubles, expected["y"].doubles]))
    #expect(agrees(effect.value, expected["estimate"].double))
    #expect(agrees(effect.interval, expected["exact_ci95"]))
    #expect(effect.intervalMethod == "ordered differences, exact level")
    // Six against six leave .9589, as printed tables of U say.
    if name == "six" { #expect(agrees(effect.interval?.level, 1 - 2 * 19.0 / 924)) }
  }

  @Test("A shift of one group moves the estimate and its limits; turning round turns them")
  func laws() throws {
    let groups: [[Double]] = [[1, 4, 2.5, 5, 7], [3, 5.5, 8, 9]]
    let effect = try EffectSize.hodgesLehmann(ValueCounts(groups: groups))
    let moved = try EffectSize.hodgesLehmann(ValueCounts(groups: [groups[0].map { $0 + 2 }, groups[1]]))
    #expect(agrees(moved.value, effect.value + 2) && agrees(moved.interval?.lower, (effect.interval?.lower ?? 0) + 2))
    let turned = try EffectSize.hodgesLehmann(ValueCounts(groups: groups.reversed()))
    #expect(agrees(turned.value, -effect.value) && agrees(turned.interval?.upper, -(effect.interval?.lower ?? 0)))
  }

  @Test("Two against two have no interval; thousands have the normal level")
  func ends() throws {
    #expect(try EffectSize.hodgesLehmann(ValueCounts(groups: [[1, 2], [3, 4]])).interval == nil)
    let many = ValueCounts(values: [1, 2, 3], groupCount: 2, counts: [900, 800, 700, 700, 800, 900])
    let effect = try EffectSize.hodgesLehmann(many)
    #expect(effect.value == 0 && effect.interval?.level == 0.95)
    #expect(throws: SampleFault.emptyGroup(1)) { try EffectSize.hodgesLehmann(ValueCounts(groups: [[1], []])) }
  }
}
