import Testing

@testable import Statistics

@Suite struct ConditionalOddsRatioTests {
  @Test("Estimates and exact limits agree with scipy 1.17.1", arguments: 0..<6)
  func reference(_ place: Int) throws {
    let expected = try Reference("statistics/agreement_effects")["odds_ratios"][place]
    let result = try ConditionalOddsRatio(CrossCounts(expected["table"].list.map(\.ints)))
    for (got, wanted) in [
      (result.estimate, expected["estimate"]), (result.lower, expected["ci95"][0]), (result.upper, expected["ci95"][1]),
    ] {
      if wanted.double.isNaN {
        #expect(got == nil)
      } else {
        #expect(agrees(got, wanted.double, relative: 1e-7))
      }
    }
  }

  /// By hand: one of two against none of one has cells 0 or 1 with weights 1 and 2θ; the estimate has no bound and θ solves
  /// 2θ ÷ (1 + 2θ) = 0.025.
  @Test("The smallest table by hand")
  func byHand() throws {
    let result = try ConditionalOddsRatio(CrossCounts([[1, 1], [0, 1]]))
    #expect(result.estimate == nil && result.upper == nil)
    #expect(agrees(result.lower, 0.025 / 0.975 / 2))
  }

  @Test("Exchanging the rows turns the ratio and its limits round; exchanging both leaves them alone")
  func laws() throws {
    let one = try ConditionalOddsRatio(CrossCounts([[12, 5], [4, 9]]))
    let turned = try ConditionalOddsRatio(CrossCounts([[4, 9], [12, 5]]))
    #expect(agrees(turned.estimate, 1 / (one.estimate ?? 0)))
    #expect(agrees(turned.lower, 1 / (one.upper ?? 0)) && agrees(turned.upper, 1 / one.lower))
    let both = try ConditionalOddsRatio(CrossCounts([[9, 4], [5, 12]]))
    #expect(agrees(both.estimate, one.estimate ?? 0) && agrees(both.lower, one.lower))
    #expect(one.lower < (one.estimate ?? 0) && (one.estimate ?? 0) < (one.upper ?? 0))
  }

  @Test("Thousands of people have a finite ratio; an empty row is refused")
  func ends() throws {
    let many = try ConditionalOddsRatio(CrossCounts([[4_000, 1], [1, 4_000]]))
    #expect(many.estimate?.isFinite == true && many.upper?.isFinite == true && many.lower > 1e5)
    #expect(throws: SampleFault.fewerThanTwoGroups) { try ConditionalOddsRatio(CrossCounts([[0, 0], [1, 2]])) }
  }
}
