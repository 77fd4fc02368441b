import Testing

@testable import Statistics

@Suite struct KendallWTests {
  @Test("W and its percentiles agree with 20,000 draws of whole people in numpy", arguments: [0, 1])
  func percentiles(_ place: Int) throws {
    let expected = try Reference("statistics/agreement_effects")["kendall_w"][place]
    let raters = expected["raters"].list.map(\.doubles)
    let effect = try EffectSize.kendallW(raters: raters, method: .percentile, draws: 6_000, seed: 2)
    #expect(agrees(effect.value, expected["w"].double))
    // With so few people many draws are alike; the percentiles themselves have a standard error near .01.
    #expect(agrees(effect.interval, expected["percentile"], relative: 0, absolute: 0.03))
  }

  @Test("W is that of the concordance test, ties and uniform people included (irr 0.84.1)")
  func anxiety() throws {
    let expected = try Reference("statistics/kendall_w_ties_anxiety")["expected"]
    let table = try cells("statistics/data/irr_anxiety.csv").dropFirst().map { $0.compactMap { Double($0) } }
    let raters = (0..<3).map { rater in table.map { $0[rater] } }
    let effect = try EffectSize.kendallW(raters: raters + [[Double](repeating: 2, count: table.count)], draws: 200)
    #expect(agrees(effect.value, expected["W_tie_corrected"].double))
    #expect(agrees(effect.value, try KendallConcordanceTest(raters: raters).statistic))
  }

  @Test("Only orders matter, the same seed gives the same interval, full agreement has none")
  func laws() throws {
    let raters: [[Double]] = [[4, 3, 2, 1], [3, 4, 2, 1], [4, 2, 3, 1], [1, 2, 4, 3], [4, 3, 1, 1]]
    let effect = try EffectSize.kendallW(raters: raters, draws: 500)
    #expect(effect == (try EffectSize.kendallW(raters: raters.map { $0.map { $0 * $0 } }, draws: 500)))
    let interval = try #require(effect.interval)
    #expect(interval.lower >= 0 && interval.lower < interval.upper && interval.upper <= 1)
    let agreed = try EffectSize.kendallW(raters: [[1, 2, 3], [2, 5, 9]], draws: 100)
    #expect(agreed.value == 1 && agreed.interval == nil)
    #expect(throws: SampleFault.noVariation) { try EffectSize.kendallW(raters: [[1, 1]]) }
  }
}
