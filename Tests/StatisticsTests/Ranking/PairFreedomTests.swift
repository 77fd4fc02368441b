import Testing

@testable import Statistics

@Suite struct PairFreedomTests {
  @Test("Student's sleep data: 17.776 degrees of freedom, as R's t.test prints")
  func sleep() {
    // Variances 3.200556 and 4.009 of ten people each.
    let freedom = PairFreedom(variances: (0.3200556, 0.4009), degreesOfFreedom: (9, 9))
    #expect(agrees(freedom.value, 17.776474, relative: 1e-6))
  }

  @Test("A small unit that happens to agree does not borrow from a large one")
  func small() {
    // (1/5 + 1/50)² ÷ (1/25/4 + 1/2500/49) = 0.0484 ÷ 0.0100081633.
    let expected = 0.0484 / (0.01 + 1.0 / 2_500 / 49)
    let agreeing = PairFreedom(variances: (0.001, 0.5), degreesOfFreedom: (4, 49))
    #expect(agrees(agreeing.value, expected, relative: 1e-12))
    // One that scatters as wide as it can has its own four.
    #expect(agrees(PairFreedom(variances: (1, 1e-9), degreesOfFreedom: (4, 49)).value, 4, relative: 1e-6))
  }

  @Test("Between the smaller number and the sum of both, and the same with the units exchanged")
  func laws() {
    for variance in [0.01, 0.5, 1, 7, 300] {
      for freedom in [(4.0, 4.0), (4, 60), (19, 7)] {
        let value = PairFreedom(variances: (variance, 1), degreesOfFreedom: freedom).value
        #expect(value >= min(freedom.0, freedom.1) - 1e-9 && value <= freedom.0 + freedom.1 + 1e-9)
        let exchanged = PairFreedom(variances: (1, variance), degreesOfFreedom: (freedom.1, freedom.0)).value
        #expect(agrees(value, exchanged, relative: 1e-12))
      }
    }
  }

  @Test("A unit that tells nothing of its error leaves it to the other; two of them have a known one")
  func none() {
    #expect(agrees(PairFreedom(variances: (0, 2), degreesOfFreedom: (0, 8)).value, 8, relative: 1e-12))
    #expect(PairFreedom(variances: (0, 0), degreesOfFreedom: (0, 0)).value == .infinity)
  }

  @Test("As far out in one distribution as in the other: the printed tables of t, and back")
  func equivalents() {
    // Two-sided 5%: z 1.959964, t 2.228139 at 10 degrees of freedom; upper 0.1%: z 3.090232, t 7.173182 at 4.
    #expect(
      agrees(StudentDistribution.equivalent(ofNormal: 1.959963985, degreesOfFreedom: 10), 2.228138852, relative: 1e-8))
    #expect(
      agrees(StudentDistribution.equivalent(ofNormal: 3.090232306, degreesOfFreedom: 4), 7.173182220, relative: 1e-8))
    for z in [-6.0, -1, -0.2, 0, 0.7, 3.3, 7] {
      for freedom in [1.5, 4, 22.5, 900, 1e9] {
        let t = StudentDistribution.equivalent(ofNormal: z, degreesOfFreedom: freedom)
        #expect(abs(t) >= abs(z) - 1e-6)
        #expect(agrees(StudentDistribution.normalEquivalent(t, degreesOfFreedom: freedom), z, relative: 1e-6))
      }
    }
    #expect(StudentDistribution.normalEquivalent(1e9, degreesOfFreedom: 400) == .infinity)
  }
}
