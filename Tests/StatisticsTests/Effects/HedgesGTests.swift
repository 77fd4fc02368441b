import Testing

@testable import Statistics

@Suite struct HedgesGTests {
  @Test("g and its noncentral-t interval agree with effectsize 0.8.3 and a tight root")
  func sleep() throws {
    let reference = try Reference("statistics/effect_hedges_g_ci_sleep")
    let expected = reference["expected"]
    let effect = try EffectSize.hedgesG(
      Moments(reference["inputs"]["x"].doubles), Moments(reference["inputs"]["y"].doubles))
    #expect(agrees(effect.value, expected["hedges_g"].double))
    let correction = expected["J_exact_df18"].double
    let tight = expected["d_ci95_tight_root"].doubles
    #expect(agrees(effect.interval?.lower, tight[0] * correction))
    #expect(agrees(effect.interval?.upper, tight[1] * correction))
    #expect(agrees(effect.interval, expected["g_ci95"], relative: 1e-5))
  }

  @Test("Exchanging the groups turns the effect; groups without variation are refused")
  func laws() throws {
    let (first, second) = (Moments([1, 2, 4]), Moments([3, 5, 6, 6]))
    let effect = try EffectSize.hedgesG(first, second)
    let turned = try EffectSize.hedgesG(second, first)
    #expect(agrees(turned.value, -effect.value))
    #expect(agrees(turned.interval?.upper, -(effect.interval?.lower ?? .nan)))
    #expect(throws: SampleFault.noVariation) { try EffectSize.hedgesG(Moments([1, 1]), Moments([2, 2])) }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try EffectSize.hedgesG(Moments([1]), second) }
  }
}
