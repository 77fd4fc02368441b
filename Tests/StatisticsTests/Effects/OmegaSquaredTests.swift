import Testing

@testable import Statistics

@Suite struct OmegaSquaredTests {
  @Test("By hand: F = 21 with 8 and 180 degrees of freedom (NIST SmLs01) has ω² 160/349")
  func byHand() {
    let effect = EffectSize.omegaSquared(f: 21, numerator: 8, denominator: 180)
    #expect(agrees(effect.value, 160.0 / 349))
    let interval = effect.interval ?? ConfidenceInterval(lower: 0, upper: 0)
    #expect(interval.lower > 0.3 && interval.lower < effect.value && effect.value < interval.upper)
    // The limits put the estimate's F at the tails.
    let f = effect.value / 8 / ((1 - effect.value) / 180)
    let atLower = interval.lower * 180 / (1 - interval.lower)
    let atUpper = interval.upper * 180 / (1 - interval.upper)
    #expect(agrees(FDistribution.noncentralTails(f, 8, 180, noncentrality: atLower).upper, 0.025, relative: 1e-8))
    #expect(agrees(FDistribution.noncentralTails(f, 8, 180, noncentrality: atUpper).lower, 0.025, relative: 1e-8))
  }

  @Test("An F below 1 has no effect and an interval from 0")
  func none() {
    let effect = EffectSize.omegaSquared(f: 0.4, numerator: 3, denominator: 40)
    #expect(effect.value == 0 && effect.interval?.lower == 0)
  }
}
