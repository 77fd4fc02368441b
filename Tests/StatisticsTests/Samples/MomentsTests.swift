import Testing

@testable import Statistics

@Suite struct MomentsTests {
  @Test("Mean and variance by hand: 1, 2, 4 have mean 7/3 and variance 7/3")
  func byHand() {
    let moments = Moments([1, 2, 4])
    #expect(moments.count == 3)
    #expect(agrees(moments.mean, 7 / 3, relative: 1e-15))
    #expect(agrees(moments.variance, 7 / 3, relative: 1e-15))
    #expect(agrees(moments.standardError, (7.0 / 9).squareRoot(), relative: 1e-15))
  }

  @Test("A large level does not eat the variance")
  func largeLevel() {
    // NIST StRD NumAcc3: 1000000.2, then 1000000.1 and 1000000.3 by turns, 1001 values; standard deviation exactly 0.1.
    let values = [1_000_000.2] + (0..<500).flatMap { _ in [1_000_000.1, 1_000_000.3] }
    #expect(agrees(Moments(values).standardDeviation, 0.1, relative: 1e-7))
  }

  @Test("Two parts merge to the whole, whichever comes first")
  func merging() {
    let values = [2.5, 3, 7, 1, 8, 8, 2]
    let whole = Moments(values)
    for cut in 0...values.count {
      let merged = Moments(values[..<cut]) + Moments(values[cut...])
      #expect(merged.count == whole.count)
      #expect(agrees(merged.mean, whole.mean, relative: 1e-14))
      #expect(agrees(merged.variance, whole.variance ?? .nan, relative: 1e-14))
    }
  }

  @Test("Whole-number sums give the same, and equal values have variance 0 exactly")
  func sums() {
    let moments = Moments(count: 3, sum: 7, sumOfSquares: 21)
    #expect(agrees(moments.variance, 7 / 3, relative: 1e-15))
    #expect(agrees(Moments(count: 3, sum: 7, sumOfSquares: 21, scale: 2).mean, 7 / 6, relative: 1e-15))
    #expect(Moments(count: 7, sum: 21, sumOfSquares: 63).variance == 0)
    #expect(Moments(count: 2, sum: Int.max / 2, sumOfSquares: Int.max / 2).count == 2)
  }

  @Test("One value has no variance, none has no mean to show")
  func few() {
    #expect(Moments([5]).variance == nil)
    #expect(Moments([5]).standardError == nil)
    #expect(Moments([]).count == 0)
    #expect(Moments(count: 0, sum: 0, sumOfSquares: 0).variance == nil)
  }
}
