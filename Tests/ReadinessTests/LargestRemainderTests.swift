import Readiness
import Testing

@Suite struct LargestRemainderTests {
  @Test func `The published means become whole numbers that add to 100`() {
    // Domain reference, section on rounding.
    let means = [6.25, 18.75, 23.125, 8.75, 8.75, 8.75, 11.25, 1.875, 0.6875, 0.5625, 11.25]
    #expect(largestRemainder(means, total: 100) == [6, 19, 23, 9, 9, 9, 11, 2, 1, 0, 11])
  }

  @Test func `Whole numbers add to the total, whatever the values`() {
    for seed in 1...50 {
      let values = (1...7).map { Double(($0 * seed * 37) % 101) + 0.5 }
      let whole = largestRemainder(values, total: 100)
      #expect(whole.reduce(0, +) == 100)
      let sum = values.reduce(0, +)
      for (value, number) in zip(values, whole) { #expect(abs(Double(number) - value / sum * 100) < 1) }
    }
  }

  @Test func `Equal remainders go to the earlier value; nothing to divide gives nothing`() {
    #expect(largestRemainder([1, 1, 1], total: 100) == [34, 33, 33])
    #expect(largestRemainder([], total: 100).isEmpty)
    #expect(largestRemainder([0, 0], total: 100).isEmpty)
    #expect(largestRemainder([1, -1, 3], total: 100).isEmpty)
  }
}
