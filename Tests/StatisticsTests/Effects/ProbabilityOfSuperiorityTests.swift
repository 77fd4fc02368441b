import Testing

@testable import Statistics

@Suite struct ProbabilityOfSuperiorityTests {
  /// The effect for the other group: x and y change places.
  func swapped(_ counts: ValueCounts) -> ValueCounts { counts.selecting(groups: [1, 0]) }

  @Test("Estimate and logit-t interval agree with brunnermunzel 2.0 and the formula")
  func pain() throws {
    let reference = try Reference("statistics/brunner_munzel_pain")
    let counts = ValueCounts(groups: [reference["inputs"]["y"].doubles, reference["inputs"]["x"].doubles])
    let effect = try EffectSize.probabilityOfSuperiority(counts)
    #expect(agrees(effect.value, reference["expected"]["p_hat_P_x_lt_y"].double))
    #expect(agrees(effect.interval, reference["expected"]["ci95_logit_t"]))
  }

  @Test("A12 of the survey item and of the Likert case agree with effectsize 0.8.3")
  func estimates() throws {
    let survey = try Reference("statistics/effect_cliffs_delta_survey")
    let counts = ValueCounts(groups: [survey["inputs"]["x"].doubles, survey["inputs"]["y"].doubles])
    let effect = try EffectSize.probabilityOfSuperiority(counts)
    #expect(agrees(effect.value, survey["expected"]["A12"].double))
    let delta = try EffectSize.cliffsDelta(counts)
    #expect(agrees(delta.value, survey["expected"]["delta"].double))
    #expect(agrees(delta.interval?.lower, 2 * (effect.interval?.lower ?? .nan) - 1))
    let likert = try Reference("statistics/mwu_exact_ties_likert")
    let second = ValueCounts(groups: [likert["inputs"]["x"].doubles, likert["inputs"]["y"].doubles])
    #expect(agrees(try EffectSize.probabilityOfSuperiority(second).value, likert["expected"]["A12"].double))
  }

  @Test("Where Brunner–Munzel has no interval, Newcombe's method 5 agrees with its own program", arguments: [1, 3])
  func newcombe(place: Int) throws {
    let reference = try Reference("statistics/effect_delta_newcombe5_ci")
    let input = reference["inputs"]["cases"][place]
    let expected = reference["expected"]["results"][place]
    let counts = ValueCounts(groups: [input["x"].doubles, input["y"].doubles])
    let effect = try EffectSize.probabilityOfSuperiority(counts)
    #expect(agrees(effect.value, expected["A12"].double))
    #expect(agrees(effect.interval, expected["A12_ci95"], relative: 0, absolute: 1e-9))
    #expect(effect.intervalMethod == "Newcombe's method 5")
    let mirror = try EffectSize.probabilityOfSuperiority(swapped(counts))
    #expect(agrees(mirror.interval?.upper, 1 - (effect.interval?.lower ?? .nan), absolute: 1e-9))
    #expect(agrees(mirror.interval?.lower, 1 - (effect.interval?.upper ?? .nan), absolute: 1e-9))
  }

  @Test("Strata: the estimate agrees with exact rationals", arguments: [0, 1])
  func stratified(place: Int) throws {
    let reference = try Reference("statistics/stratified_ranks")["van_elteren"][place]
    let strata = strata(reference, groups: 2)
    let effect = try EffectSize.probabilityOfSuperiority(strata: strata)
    #expect(agrees(effect.value, reference["superiority"].double, relative: 1e-12))
    let mirror = try EffectSize.probabilityOfSuperiority(strata: strata.map(swapped))
    #expect(agrees(mirror.value, 1 - effect.value, relative: 1e-12))
    #expect(agrees(mirror.interval?.upper, 1 - (effect.interval?.lower ?? .nan)))
  }

  @Test("One stratum is the plain effect")
  func oneStratum() throws {
    let counts = randomCounts([6, 9], levels: 5, seed: 31)
    #expect(
      try EffectSize.probabilityOfSuperiority(strata: [counts]) == EffectSize.probabilityOfSuperiority(counts))
  }

  @Test("Single people in every stratum still have an interval, and separation keeps its end")
  func singles() throws {
    let pairs = (0..<6).map { ValueCounts(groups: [[Double($0 % 3)], [Double(2 - $0 % 2)]]) }
    let effect = try EffectSize.probabilityOfSuperiority(strata: pairs)
    let interval = try #require(effect.interval)
    #expect(interval.lower < effect.value && effect.value < interval.upper)
    #expect(effect.intervalMethod.hasPrefix("Newcombe"))
    let separate = try EffectSize.probabilityOfSuperiority(
      strata: [ValueCounts(groups: [[4, 5], [1]]), ValueCounts(groups: [[3], [1, 2]])])
    #expect(separate.value == 1 && separate.interval?.upper == 1)
    #expect((separate.interval?.lower ?? 1) < 0.9)
  }

  @Test("Groups without people are refused")
  func refusals() {
    #expect(throws: SampleFault.emptyGroup(0)) {
      try EffectSize.probabilityOfSuperiority(ValueCounts(groups: [[], [1]]))
    }
    #expect(throws: SampleFault.noInformativeStratum) {
      try EffectSize.probabilityOfSuperiority(strata: [ValueCounts(groups: [[], [1]])])
    }
  }
}
