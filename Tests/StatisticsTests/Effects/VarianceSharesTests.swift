import Testing

@testable import Statistics

@Suite struct VarianceSharesTests {
  @Test("η², ε² and ω² with their intervals agree with roots of scipy 1.17.1's noncentral F", arguments: 0..<4)
  func shares(_ place: Int) throws {
    let expected = try Reference("statistics/group_effects")["effects"][place]
    let (f, n, d) = (expected["f"].double, expected["df1"].double, expected["df2"].double)
    for (effect, key) in [
      (EffectSize.etaSquared(f: f, numerator: n, denominator: d), "eta_squared"),
      (EffectSize.epsilonSquared(f: f, numerator: n, denominator: d), "epsilon_squared_f"),
      (EffectSize.omegaSquared(f: f, numerator: n, denominator: d), "omega_squared"),
    ] {
      #expect(agrees(effect.value, expected[key]["value"].double))
      #expect(agrees(effect.interval, expected[key]["ci95"], relative: 1e-8, absolute: 1e-11))
    }
  }

  @Test("Rank ε² and η² of a survey item agree with effectsize 0.8.3")
  func ranks() throws {
    let expected = try Reference("statistics/kruskal_dunn_holm_survey")["expected"]
    let groups = try grouped("statistics/data/survey160_items_numeric.csv", value: "b01", by: "type").groups
    let counts = ValueCounts(groups: groups)
    #expect(agrees(try EffectSize.epsilonSquared(counts).value, expected["rank_epsilon2"].double, relative: 1e-7))
    #expect(agrees(try EffectSize.rankEtaSquared(counts).value, expected["rank_eta2"].double, relative: 1e-7))
    let small = try Reference("statistics/kruskal_hollander")
    let hollander = ValueCounts(groups: small["inputs"]["groups"].list.map(\.doubles))
    #expect(agrees(try EffectSize.epsilonSquared(hollander).value, small["expected"]["epsilon2_rank"].double))
    #expect(try EffectSize.rankEtaSquared(hollander).value == 0)
  }

  @Test("Singletons have no rank η², and ε² lies below η²")
  func ends() throws {
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) {
      try EffectSize.rankEtaSquared(ValueCounts(groups: [[1], [2]]))
    }
    let (eta, epsilon, omega) = (
      EffectSize.etaSquared(f: 3, numerator: 2, denominator: 30).value,
      EffectSize.epsilonSquared(f: 3, numerator: 2, denominator: 30).value,
      EffectSize.omegaSquared(f: 3, numerator: 2, denominator: 30).value
    )
    #expect(omega < epsilon && epsilon < eta)
  }
}
