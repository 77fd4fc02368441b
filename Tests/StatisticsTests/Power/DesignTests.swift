import Testing

@testable import Statistics

@Suite struct DesignTests {
  @Test("Smallest p of two groups agrees with choose() in R 4.2.2")
  func smallest() throws {
    let expected = try Reference("statistics/power_basic")["expected"]
    for size in [2, 3, 4, 8, 12] {
      #expect(agrees(Design.smallestP(size, size), expected["min_two_sided_p_exact"]["n_per_group_\(size)"].double))
    }
  }

  @Test("Noether by hand: 20 and 20 find .755; clustering and fewer people find less, ties more")
  func noether() throws {
    // (1.959964 + 0.841621) √(1 ÷ (12 × 0.25 × 40)) = 0.255748.
    let found = try #require(Design.detectableSuperiority(20, 20))
    #expect(agrees(found, 0.755_748, absolute: 1e-6))
    let effect = Design.effect(sizes: [7, 7, 7], intraclassCorrelation: 0.25)
    #expect(effect == 2.5)
    let clustered = try #require(Design.detectableSuperiority(20, 20, designEffect: effect))
    #expect(clustered > found)
    let tied = try #require(Design.detectableSuperiority(20, 20, tieFactor: Design.tieFactor(shares: [0.5, 0.5])))
    #expect(agrees(tied - 0.5, (found - 0.5) * 0.75.squareRoot()))
    #expect(Design.detectableSuperiority(2, 2) == nil)
    #expect(Design.effect(sizes: [3], intraclassCorrelation: -0.2) == 1)
  }

  @Test("Even shares have the largest tie factor: 1 − 1 ÷ 25 for five answers")
  func ties() {
    #expect(agrees(Design.tieFactor(shares: [0.2, 0.2, 0.2, 0.2, 0.2]), 0.96))
    #expect(agrees(Design.tieFactor(shares: [0.1, 0.2, 0.4, 0.2, 0.1]), 0.918))
    #expect(Design.tieFactor(shares: [0, 1]) == 0)
  }
}
