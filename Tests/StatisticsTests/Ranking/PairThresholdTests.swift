import Testing

@testable import Statistics

@Suite struct PairThresholdTests {
  @Test("Known errors: what is needed is c errors of the difference, and further people by hand")
  func known() {
    // Variance 64 of ten people and 9: 9.99² > 4 (640 ÷ (10 + m) + 9) from 30.13 on.
    let pair = PairThreshold(critical: 2, errors: (8, 3, 73.0.squareRoot()), freedom: nil)
    #expect(agrees(pair.needed, 2 * 73.0.squareRoot(), relative: 1e-12))
    #expect(pair.furtherPeople(10, difference: 9.99) == 31)
    // 4 × 9 = 36 is left at any number.
    #expect(pair.furtherPeople(10, difference: 6) == nil)
    #expect(
      PairThreshold(critical: 2, errors: (0, 3, 3), freedom: nil).furtherPeople(10, difference: 5) == nil)
  }

  @Test("What the two share shrinks with the root of the people, so that now is what the draws said")
  func shared() {
    // Variances 16 and 9 sharing 8: 25 − 2 · 8 = 9 now; with three times as many more 4 + 9 − 2 · 8 ÷ 2 = 5.
    let pair = PairThreshold(critical: 1, errors: (4, 3, 3), freedom: nil)
    #expect(agrees(pair.needed(people: 5, further: 0), 3, relative: 1e-12))
    #expect(agrees(pair.needed(people: 5, further: 15), 5.0.squareRoot(), relative: 1e-12))
  }

  @Test("Few people: Student's t of the same tail, with more degrees of freedom as more come")
  func few() {
    // Two of six, equal errors: ten degrees of freedom, 2.228139 instead of 1.959964.
    let pair = PairThreshold(critical: 1.959963985, errors: (1, 1, 2.0.squareRoot()), freedom: (5, 5))
    #expect(agrees(pair.needed, 2.228138852 * 2.0.squareRoot(), relative: 1e-8))
    // Six more: errors ½ and 1, freedom the smaller of 2.25 ÷ (¼ ÷ 11 + 1 ÷ 5) and the same of ⅟₁₂ and ⅙, which is the same.
    let t = StudentDistribution.equivalent(ofNormal: 1.959963985, degreesOfFreedom: 2.25 / (0.25 / 11 + 0.2))
    #expect(agrees(pair.needed(people: 6, further: 6), t * 1.5.squareRoot(), relative: 1e-8))
    let difference = pair.needed(people: 6, further: 6) + 1e-9
    #expect(pair.furtherPeople(6, difference: difference) == 6)
    #expect(pair.furtherPeople(6, difference: pair.needed - 1e-9) == 1)
  }

  @Test("A small other unit: no number of people is enough where its own badly known error is too large")
  func smallOther() {
    let pair = PairThreshold(critical: 3, errors: (1, 1, 2.0.squareRoot()), freedom: (4, 4))
    // Four degrees of freedom, t 6.62, error 1.
    #expect(pair.furtherPeople(5, difference: 5) == nil)
  }

  @Test("Scores that never vary need no distance")
  func constant() {
    #expect(PairThreshold(critical: 3, errors: (0, 0, 0), freedom: (4, 4)).needed == 0)
  }
}
