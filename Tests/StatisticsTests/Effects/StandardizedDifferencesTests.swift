import Testing

@testable import Statistics

@Suite struct StandardizedDifferencesTests {
  @Test("d, d of unequal spreads, Glass's Δ and the paired g of the sleep data agree with effectsize 0.8.3")
  func sleep() throws {
    let reference = try Reference("statistics/effect_hedges_g_ci_sleep")
    let (x, y) = (reference["inputs"]["x"].doubles, reference["inputs"]["y"].doubles)
    let expected = reference["expected"]
    let changes = Moments(zip(x, y).map { $0 - $1 })
    let (first, second) = (Moments(x), Moments(y))
    for (effect, key, limits) in [
      (try EffectSize.cohensD(first, second), "cohens_d", "d_ci95"),
      (try EffectSize.averageSpreadD(first, second), "d_av_welch", "d_av_ci95"),
      (try EffectSize.glassDelta(first, second), "glass_delta", "glass_ci95"),
      (try EffectSize.pairedHedgesG(differences: changes), "paired_gz", "paired_gz_ci95"),
    ] {
      #expect(agrees(effect.value, expected[key].double))
      // effectsize finds noncentralities by an optimiser, good to 10⁻⁶.
      #expect(agrees(effect.interval, expected[limits], relative: 1e-5))
    }
    #expect(agrees(try EffectSize.cohensD(first, second).interval, expected["d_ci95_tight_root"]))
  }

  @Test("A change of unit leaves them alone; an interval reaches zero at the level of its t test's p")
  func laws() throws {
    let groups = [Moments([1.0, 4, 2, 5]), Moments([3.0, 5, 5, 9, 7])]
    let changed = [Moments([10.0, 40, 20, 50].map { $0 + 7 }), Moments([30.0, 50, 50, 90, 70].map { $0 + 7 })]
    for (one, other) in [
      (try EffectSize.cohensD(groups[0], groups[1]), try EffectSize.cohensD(changed[0], changed[1])),
      (try EffectSize.averageSpreadD(groups[0], groups[1]), try EffectSize.averageSpreadD(changed[0], changed[1])),
      (try EffectSize.glassDelta(groups[0], groups[1]), try EffectSize.glassDelta(changed[0], changed[1])),
    ] {
      #expect(agrees(other.value, one.value) && agrees(other.interval?.upper, one.interval?.upper ?? .nan))
    }
    let p = try StudentTest(groups[0], groups[1]).pValue.value
    #expect(agrees(try EffectSize.cohensD(groups[0], groups[1], level: 1 - p).interval?.upper, 0, absolute: 1e-8))
    let welch = try WelchTest(ValueCounts(groups: [[1, 4, 2, 5], [3, 5, 5, 9, 7]])).pValue.value
    let edge = try EffectSize.averageSpreadD(groups[0], groups[1], level: 1 - welch).interval
    #expect(agrees(edge?.upper, 0, absolute: 1e-8))
    let d = try EffectSize.cohensD(groups[0], groups[1]).value
    #expect(abs(try EffectSize.hedgesG(groups[0], groups[1]).value) < abs(d))
  }

  @Test("Groups too small, or without variation, are refused")
  func refusals() {
    let (one, flat, good) = (Moments([1.0]), Moments([2.0, 2]), Moments([1.0, 2]))
    #expect(throws: SampleFault.tooFewValues(group: 1, needed: 2)) { try EffectSize.cohensD(good, one) }
    #expect(throws: SampleFault.noVariation) { try EffectSize.glassDelta(good, flat) }
    #expect(throws: SampleFault.noVariation) { try EffectSize.averageSpreadD(flat, flat) }
    #expect(throws: SampleFault.noVariation) { try EffectSize.pairedHedgesG(differences: flat) }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try EffectSize.pairedHedgesG(differences: one) }
  }
}
