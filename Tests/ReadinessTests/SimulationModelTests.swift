import Readiness
import Survey
import TestSupport
import Testing

/// Person scores made here from the file's cells alone, by the rule of the survey: a second road to the truth.
struct SimulationModelTests {
  /// Mean over dimensions of the mean over their items, 0…100, for a row with every answer given.
  static func score(_ row: [Substring], headings: [Substring], items: [String: Item]) -> Double {
    var sums: [Substring: (sum: Double, count: Double)] = [:]
    for (heading, cell) in zip(headings, row) {
      guard let item = items[String(heading)], item.dimension != nil, let code = Double(cell) else { continue }
      let readiness = item.keying == .direct ? 25 * (5 - code) : 25 * (code - 1)
      let old = sums[heading.prefix(3)] ?? (0, 0)
      sums[heading.prefix(3)] = (old.sum + readiness, old.count + 1)
    }
    return sums.values.map { $0.sum / $0.count }.reduce(0, +) / Double(sums.count)
  }

  @Test func meansOfLargeSamplesApproachTheTruth() throws {
    let instrument = try SimulatedCohortTests.standard()
    let cohort = try SimulatedCohort(instrument: instrument, organizations: 4, respondents: 3_200, seed: 11, missing: 0)
    let rows = SimulatedCohortTests.rows(cohort.responsesCSV())
    let items = Dictionary(uniqueKeysWithValues: instrument.items.map { ($0.code, $0) })
    for organization in cohort.organizations {
      let scores = rows.dropFirst().filter { $0[1] == organization.name }
        .map { Self.score($0, headings: rows[0], items: items) }
      let count = Double(scores.count)
      let mean = scores.reduce(0, +) / count
      let variance = scores.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (count - 1)
      let truth = try #require(organization.trueReadiness)
      #expect((mean - truth).magnitude < 4 * (variance / count).squareRoot(), "\(organization.name): \(mean), \(truth)")
    }
  }

  /// One-way analysis of variance, equal weights by organisation size (Searle, Casella & McCulloch 1992, §3.6).
  @Test func aboutAFifthOfTheVarianceLiesBetweenOrganisations() throws {
    let instrument = try SimulatedCohortTests.standard()
    let cohort = try SimulatedCohort(instrument: instrument, organizations: 60, respondents: 900, seed: 4, missing: 0)
    let rows = SimulatedCohortTests.rows(cohort.responsesCSV())
    let items = Dictionary(uniqueKeysWithValues: instrument.items.map { ($0.code, $0) })
    let groups = Dictionary(grouping: rows.dropFirst(), by: { $0[1] }).mapValues { group in
      group.map { Self.score($0, headings: rows[0], items: items) }
    }
    let all = groups.values.joined()
    let total = Double(all.count)
    let mean = all.reduce(0, +) / total
    var between = 0.0
    var within = 0.0
    for scores in groups.values {
      let own = scores.reduce(0, +) / Double(scores.count)
      between += Double(scores.count) * (own - mean) * (own - mean)
      within += scores.map { ($0 - own) * ($0 - own) }.reduce(0, +)
    }
    let k = Double(groups.count)
    let size = (total - groups.values.map { Double($0.count * $0.count) }.reduce(0, +) / total) / (k - 1)
    let (meanBetween, meanWithin) = (between / (k - 1), within / (total - k))
    let correlation = (meanBetween - meanWithin) / (meanBetween + (size - 1) * meanWithin)
    #expect((0.1...0.25).contains(correlation), "\(correlation)")
  }

  @Test func citizensStandLowerThanStaff() throws {
    let instrument = try SimulatedCohortTests.standard()
    let cohort = try SimulatedCohort(instrument: instrument, organizations: 3, respondents: 600, seed: 21, missing: 0)
    let rows = SimulatedCohortTests.rows(cohort.responsesCSV())
    let items = Dictionary(uniqueKeysWithValues: instrument.items.map { ($0.code, $0) })
    func mean(_ types: Set<Substring>) -> Double {
      let scores = rows.dropFirst().filter { types.contains($0[2]) }
        .map { Self.score($0, headings: rows[0], items: items) }
      return scores.reduce(0, +) / Double(scores.count)
    }
    #expect(
      mean(["senior_commissioner", "front_line_worker", "third_sector_manager"]) > mean(["service_user", "carer"]) + 4)
  }
}
