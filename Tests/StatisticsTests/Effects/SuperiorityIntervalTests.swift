import Testing

@testable import Statistics

@Suite struct SuperiorityIntervalTests {
  @Test("Newcombe's method 5 agrees with its own program, for A12 and for delta", arguments: 0..<4)
  func newcombe(place: Int) throws {
    let reference = try Reference("statistics/effect_delta_newcombe5_ci")
    let input = reference["inputs"]["cases"][place]
    let expected = reference["expected"]["results"][place]
    #expect(input["label"].string == expected["label"].string)
    let counts = ValueCounts(groups: [input["x"].doubles, input["y"].doubles])
    let effect = try EffectSize.probabilityOfSuperiority(counts, interval: .newcombe)
    #expect(agrees(effect.value, expected["A12"].double))
    #expect(agrees(effect.interval, expected["A12_ci95"], relative: 0, absolute: 1e-9))
    #expect(agrees(try EffectSize.cliffsDelta(counts).value, expected["delta"].double))
    for (limit, end) in [(effect.interval?.lower, 0), (effect.interval?.upper, 1)] {
      #expect(agrees(limit.map { 2 * $0 - 1 }, expected["delta_ci95"][end].double, relative: 0, absolute: 2e-9))
    }
  }

  @Test("Cliff's asymmetric interval of the survey item agrees with the formula of Feng and Cliff")
  func cliff() throws {
    let survey = try Reference("statistics/effect_cliffs_delta_survey")
    let counts = ValueCounts(groups: [survey["inputs"]["x"].doubles, survey["inputs"]["y"].doubles])
    let interval = try EffectSize.probabilityOfSuperiority(counts, interval: .cliff).interval
    let expected = survey["expected"]["ci95_cliff_asymmetric"]
    #expect(agrees(interval.map { 2 * $0.lower - 1 }, expected[0].double))
    #expect(agrees(interval.map { 2 * $0.upper - 1 }, expected[1].double))
    #expect(agrees(Placements(counts).cliffsVariance(counts), survey["expected"]["var_unbiased"].double))
  }

  @Test("The untransformed interval agrees with brunnermunzel 2.0")
  func untransformed() throws {
    let reference = try Reference("statistics/brunner_munzel_pain")
    let counts = ValueCounts(groups: [reference["inputs"]["y"].doubles, reference["inputs"]["x"].doubles])
    let effect = try EffectSize.probabilityOfSuperiority(counts, interval: .untransformed)
    #expect(agrees(effect.interval, reference["expected"]["ci95"]))
    #expect(try EffectSize.probabilityOfSuperiority(counts, interval: .automatic) == .probabilityOfSuperiority(counts))
  }

  @Test("Complete separation has a variance of 0: only Newcombe's interval is left")
  func separation() throws {
    let reference = try Reference("statistics/brunner_munzel_complete_separation")
    let counts = ValueCounts(groups: [reference["inputs"]["y"].doubles, reference["inputs"]["x"].doubles])
    #expect(agrees(Placements(counts).superiority, reference["expected"]["p_hat"].double))
    #expect(agrees(Placements(counts).variance, reference["expected"]["variance"].double))
    #expect(throws: SampleFault.noVariation) {
      try EffectSize.probabilityOfSuperiority(counts, interval: .untransformed)
    }
    let newcombe = try EffectSize.probabilityOfSuperiority(counts, interval: .newcombe)
    #expect(newcombe == (try EffectSize.probabilityOfSuperiority(counts)))
    #expect(newcombe.interval?.upper == 1)
    #expect(throws: SampleFault.tooFewValues(group: 1, needed: 2)) {
      try EffectSize.probabilityOfSuperiority(ValueCounts(groups: [[1, 2], [1]]), interval: .cliff)
    }
  }

  @Test(
    "Exchanging the groups turns every interval", arguments: [SuperiorityInterval.untransformed, .newcombe, .cliff])
  func symmetry(_ choice: SuperiorityInterval) throws {
    let counts = randomCounts([6, 9], levels: 5, seed: 12)
    let one = try #require(try EffectSize.probabilityOfSuperiority(counts, interval: choice).interval)
    let other = try #require(
      try EffectSize.probabilityOfSuperiority(counts.selecting(groups: [1, 0]), interval: choice).interval)
    #expect(agrees(one.lower, 1 - other.upper, absolute: 1e-9) && agrees(one.upper, 1 - other.lower, absolute: 1e-9))
    #expect(one.lower >= 0 && one.upper <= 1)
  }
}
