import Testing

@testable import Statistics

@Suite struct FunnelLimitsTests {
  @Test("Limits by hand, for means that differ no more than chance has them differ")
  func withoutSpread() throws {
    // Pooled variance 100; errors 10 and 10: Q = (50 − 52)² ÷ 20 is far below 1 degree of freedom, so nothing lies between.
    let funnel = try FunnelLimits(means: [50, 52], variances: [100, 100], counts: [10, 10])
    #expect(funnel.between == 0 && agrees(funnel.mean, 51) && agrees(funnel.variance, 100))
    let limits = funnel.limits(count: 25, level: 0.95)
    #expect(
      agrees(limits.lowerBound, 51 - 2 * 1.959963984540054) && agrees(limits.upperBound, 51 + 2 * 1.959963984540054))
    // 3.090232306167813 is the normal quantile of 0.999.
    #expect(agrees(funnel.limits(count: 25, level: 0.998).upperBound, 51 + 2 * 3.090232306167813))
    #expect(
      [44, 46, 51, 56, 58].map { funnel.place(of: $0, count: 25) } == [.farBelow, .below, .inside, .above, .farAbove])
  }

  @Test("Over-dispersion widens the limits by the variance between")
  func withSpread() throws {
    let funnel = try FunnelLimits(means: [30, 50, 70], variances: [100, 80, 120], counts: [11, 11, 11])
    // Equal errors e = 100 ÷ 11: the moments give the variance of the means, 400, less e.
    #expect(agrees(funnel.between, 400 - 100.0 / 11))
    let limits = funnel.limits(count: 11, level: 0.95)
    #expect(agrees(limits.upperBound - 50, 1.959963984540054 * 20))
  }

  @Test("Larger units have narrower limits")
  func narrower() throws {
    let funnel = try FunnelLimits(means: [40, 60, 55], variances: [200, 150, 90], counts: [8, 20, 5])
    let widths = [2, 8, 50, 1_000].map { count in
      let limits = funnel.limits(count: count, level: 0.95)
      return limits.upperBound - limits.lowerBound
    }
    #expect(widths == widths.sorted(by: >))
  }
}
