import TestSupport
import Testing

@testable import Statistics

/// Rank sets hold the true ranks of organisations far apart, close and tied; a tied organisation's rank is all the ranks it shares.
@Suite struct RankSetCoverageTests {
  /// One kind of survey: true scores, people and standard deviations of an organisation's people.
  struct Survey: Sendable {
    let name: String
    let truth: [Double]
    let people: [Int]
    let deviations: [Double]
    /// Whether answers are one of five, mostly the lowest, instead of normal.
    var isOrdinal = false
    /// The least share of surveys in which all bands hold, in a long run.
    var least = 0.93
  }

  /// Twelve organisations of twenty with standard error 2.2, as in the simulation of Mogstad, Romano, Shaikh & Wilhelm's sets against
  /// spreads of ranks.
  private static func twelve(_ name: String, _ truth: [Double]) -> Survey {
    Survey(
      name: name, truth: truth, people: truth.map { _ in 20 }, deviations: truth.map { _ in 2.2 * 20.0.squareRoot() })
  }

  private static func tied(_ name: String, _ people: [Int], _ deviations: (Int) -> Double = { _ in 10 }) -> Survey {
    Survey(name: name, truth: people.map { _ in 50 }, people: people, deviations: people.map(deviations))
  }

  static let unequal = [5, 5, 6, 7, 8, 10, 12, 15, 20, 30, 40, 60]
  static let surveys: [Survey] = [
    twelve("far apart", (0..<12).map { 70 - 3 * Double($0) }), twelve("close", (0..<12).map { 55 - 0.5 * Double($0) }),
    twelve("two tied blocks", (0..<12).map { $0 < 6 ? 55 : 50 }), twelve("all tied", (0..<12).map { _ in 50 }),
    tied("24 of 8, tied", [Int](repeating: 8, count: 24)), tied("6 of 5, tied", [Int](repeating: 5, count: 6)),
    tied("5 to 60 people, tied", unequal), tied("5 to 60, the small scatter more", unequal) { 10 + 60 / Double($0) },
    tied("5 to 60, the large scatter more", unequal) { 5 + Double($0) / 4 },
    Survey(
      name: "one of five answers, tied", truth: unequal.map { _ in 50 }, people: unequal,
      deviations: unequal.map { _ in 10 },
      isOrdinal: true),
  ]

  /// One person's score about the truth, with standard deviation 1.
  private static func person(_ isOrdinal: Bool, _ random: inout RandomStream) -> Double {
    guard isOrdinal else { return random.normal() }
    // Answers 0…4 with chances .30, .30, .20, .12 and .08: mean 1.38, variance 1.5556.
    let place = random.uniform()
    let answer = [0.3, 0.6, 0.8, 0.92].count { place >= $0 }
    return (Double(answer) - 1.38) / 1.5556.squareRoot()
  }

  private func made(_ survey: Survey, draws: Int, _ random: inout RandomStream) -> (
    scores: [Double], draws: [[Double]]
  ) {
    var scores: [Double] = []
    var drawn: [[Double]] = []
    for (place, truth) in survey.truth.enumerated() {
      let people = survey.people[place]
      let values = (0..<people).map { _ in
        truth + survey.deviations[place] * Self.person(survey.isOrdinal, &random)
      }
      let mean = values.reduce(0, +) / Double(people)
      let own = BootstrapMeans(
        columns: [values], count: draws, seed: random.next(), stream: 0, personLimit: people
      ).draws[0]
      scores.append(mean)
      drawn.append(BootstrapMeans.scaled(own, about: mean, count: people))
    }
    return (scores, drawn)
  }

  /// The ranks that are true of a unit: one, or all that tied units share.
  private func ranks(_ truth: [Double]) -> [ClosedRange<Int>] {
    truth.map { score in (1 + truth.count { $0 > score })...(truth.count { $0 >= score }) }
  }

  @Test(
    "Marginal and simultaneous sets hold what they speak of; the spread of redrawn ranks does not where scores are tied"
  )
  func coverage() {
    let repetitions = Replications(20, long: 500)
    for (place, survey) in Self.surveys.enumerated() {
      var random = RandomStream(seed: 31, stream: UInt64(place))
      let expected = ranks(survey.truth)
      var (marginal, together, spread, width) = (0, 0, 0, 0)
      for _ in 0..<repetitions.count {
        let (scores, draws) = made(survey, draws: Replications.isLong ? 399 : 199, &random)
        let sets = RankConfidenceSets(
          scores: scores, draws: draws, degreesOfFreedom: survey.people.map { Double($0 - 1) })
        func holds(_ set: ClosedRange<Int>, _ unit: Int) -> Bool {
          set.lowerBound <= expected[unit].lowerBound && set.upperBound >= expected[unit].upperBound
        }
        marginal += expected.indices.count { holds(sets.marginal[$0], $0) }
        together += expected.indices.allSatisfy { holds(sets.simultaneous[$0], $0) } ? 1 : 0
        width += sets.simultaneous.reduce(0) { $0 + $1.count }
        let distribution = RankDistribution(draws: draws)
        let (low, high) = (distribution.quantiles(0.025), distribution.quantiles(0.975))
        spread +=
          expected.indices.allSatisfy { unit in
            low[unit] <= Double(expected[unit].lowerBound) && high[unit] >= Double(expected[unit].upperBound)
          } ? 1 : 0
      }
      let all = Double(repetitions.count)
      let units = Double(expected.count)
      Replications.say(
        "rank sets, \(survey.name): marginal \(Double(marginal) / units / all), together \(Double(together) / all), "
          + "width \(Double(width) / units / all), spread of ranks together \(Double(spread) / all)")
      #expect(Double(marginal) / units / all >= repetitions.band(0.93).lowerBound, "\(survey.name)")
      #expect(Double(together) / all >= repetitions.band(survey.least).lowerBound, "\(survey.name)")
      if survey.name != "far apart" { #expect(Double(spread) / all < 0.7, "\(survey.name)") }
    }
  }
}
