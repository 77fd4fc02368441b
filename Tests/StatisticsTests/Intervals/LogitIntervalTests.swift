import Foundation
import Testing

@testable import Statistics

@Suite struct LogitIntervalTests {
  @Test("By hand: mean 0.2, deviation 0.1, n = 8, t(7) = 2.364624252")
  func byHand() throws {
    let interval = try ConfidenceInterval.logitT(meanShare: 0.2, standardDeviation: 0.1, count: 8)
    let half = 2.364624252 * 0.1 / 8.0.squareRoot() / 0.16
    #expect(agrees(log(interval.lower / (1 - interval.lower)), log(0.25) - half, relative: 1e-8))
    #expect(agrees(log(interval.upper / (1 - interval.upper)), log(0.25) + half, relative: 1e-8))
  }

  @Test("A factor that nobody chose has the interval from 0 to an upper limit")
  func neverChosen() throws {
    let few = try ConfidenceInterval.logitT(meanShare: 0, standardDeviation: 0, count: 8)
    let many = try ConfidenceInterval.logitT(meanShare: 0, standardDeviation: 0, count: 100)
    #expect(few.lower == 0 && few.upper > many.upper && many.upper > 0)
    // Floors: mean 0.0025, standard error 0.05 / 100; t(99) = 1.984216952.
    let half = 1.984216952 * 0.0005 / (0.0025 * 0.9975)
    #expect(agrees(log(many.upper / (1 - many.upper)), log(0.0025 / 0.9975) + half, relative: 1e-8))
  }

  @Test("Every interval holds its mean, also at the ends")
  func holdsMean() throws {
    for mean in [0, 0.0001, 0.001, 0.5, 0.999, 1, 1.0.nextUp] {
      let interval = try ConfidenceInterval.logitT(meanShare: mean, standardDeviation: 0, count: 10_000)
      #expect(interval.lower <= mean && min(mean, 1) <= interval.upper)
      #expect(interval.lower >= 0 && interval.upper <= 1)
    }
  }

  @Test("One respondent has no interval")
  func refusal() {
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) {
      try ConfidenceInterval.logitT(meanShare: 0.1, standardDeviation: 0, count: 1)
    }
  }
}
