import Testing

@testable import Statistics

@Suite struct MannWhitneyTailsTests {
  @Test("One side, mid-p, interval of p and Z with ties agree with coin 1.4-2 and exactRankTests 0.8-35")
  func likert() throws {
    let reference = try Reference("statistics/mwu_exact_ties_likert")
    let expected = reference["expected"]
    let counts = ValueCounts(groups: [reference["inputs"]["x"].doubles, reference["inputs"]["y"].doubles])
    let tails = try MannWhitneyTails(counts)
    #expect(agrees(tails.lower, expected["p_less_exact"].double))
    #expect(agrees(tails.twoSided, expected["p_exactRankTests"].double))
    #expect(agrees(tails.midP, expected["midp_two_sided"].double))
    #expect(agrees(tails.beyond, expected["pvalue_interval"][0].double))
    #expect(agrees(tails.twoSided, expected["pvalue_interval"][1].double))
    #expect(agrees(tails.standardized, expected["Z_tie_corrected_nocc"].double))
    let normal = 2 * GSL.normalUpperTail(abs(tails.standardized))
    #expect(agrees(normal, expected["p_asym_nocc"].double))
    #expect(agrees(try EffectSize.cliffsDelta(counts).value, expected["rank_biserial_r"].double))
  }

  @Test("The tails agree with the test, overlap at the observed value, and turn with the groups")
  func laws() throws {
    for seed in UInt64(1)...4 {
      let counts = randomCounts([4, 7], levels: 4, seed: seed)
      let (one, other) = (try MannWhitneyTails(counts), try MannWhitneyTails(counts.selecting(groups: [1, 0])))
      #expect(agrees(one.twoSided, try MannWhitneyTest(counts, null: .exact).pValue.value))
      #expect(agrees(one.lower, other.upper) && one.lower + one.upper > 1 && one.beyond < one.twoSided)
    }
    #expect(throws: SampleFault.noVariation) { try MannWhitneyTails(ValueCounts(groups: [[1], [1]])) }
  }
}
