import Testing

@testable import Statistics

@Suite struct DesignTests {
  @Test("Smallest p and the power of t agree with R 4.2.2 (power.t.test, upper tail)")
  func reference() throws {
    let expected = try Reference("statistics/power_basic")["expected"]
    for size in [2, 3, 4, 8, 12] {
      #expect(agrees(Design.smallestP(size, size), expected["min_two_sided_p_exact"]["n_per_group_\(size)"].double))
    }
    #expect(agrees(Design.power(difference: 0.8, perGroup: 20), expected["t_power"].double, relative: 1e-7))
    // The exact root, which R's search misses by 10⁻⁵.
    #expect(agrees(Design.detectableDifference(perGroup: 8), 1.506_635_850_233_15, relative: 1e-9))
  }

  @Test("Noether by hand: 20 and 20 find .755; clustering and fewer people find less")
  func noether() throws {
    // (1.959964 + 0.841621) √(1 ÷ (12 × 0.25 × 40)) = 0.255748.
    let found = try #require(Design.detectableSuperiority(20, 20))
    #expect(agrees(found, 0.755_748, absolute: 1e-6))
    let effect = Design.effect(sizes: [7, 7, 7], intraclassCorrelation: 0.25)
    #expect(effect == 2.5)
    let clustered = try #require(Design.detectableSuperiority(20, 20, designEffect: effect))
    #expect(clustered > found)
    #expect(Design.detectableSuperiority(2, 2) == nil)
    #expect(Design.effect(sizes: [3], intraclassCorrelation: -0.2) == 1)
  }
}
