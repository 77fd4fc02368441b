import Testing

@testable import Statistics

@Suite struct MeanIntervalTests {
  @Test("The t interval by a printed table: 1, 2, 3, 4, 5 with t(4) = 2.776445105")
  func byTable() throws {
    let interval = try ConfidenceInterval.mean(Moments([1, 2, 3, 4, 5]))
    let half = 2.776445105 * (2.5 / 5).squareRoot()
    #expect(agrees(interval.lower, 3 - half, relative: 1e-9))
    #expect(agrees(interval.upper, 3 + half, relative: 1e-9))
  }

  @Test("An interval is cut at the ends of the scale")
  func clipped() throws {
    let interval = try ConfidenceInterval.mean(Moments([95, 100, 100]), within: 0...100)
    #expect(interval.upper == 100 && interval.lower < 98)
  }

  @Test("Equal values give their own value; one value is refused")
  func edges() throws {
    let interval = try ConfidenceInterval.mean(Moments([4, 4, 4]))
    #expect(interval.lower == 4 && interval.upper == 4)
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try ConfidenceInterval.mean(Moments([4])) }
  }

  @Test("A higher level is wider, and infinite degrees of freedom are normal")
  func levels() {
    let narrow = ConfidenceInterval.mean(0, standardError: 1, degreesOfFreedom: 1e9, level: 0.95, within: nil)
    let wide = ConfidenceInterval.mean(0, standardError: 1, degreesOfFreedom: 1e9, level: 0.99, within: nil)
    #expect(agrees(narrow.upper, 1.959963984540054, relative: 1e-6))
    #expect(wide.upper > narrow.upper)
  }
}
