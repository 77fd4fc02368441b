import Readiness
import Survey
import TestSupport
import Testing

/// From a simulated file through reading and scoring to the readiness that the cohort was made with.
struct SimulatedRecoveryTests {
  /// 20 organisations, about 20 people each, one answer in twenty missing. An interval of ±2.1 standard errors holds the truth in
  /// about 95 of 100 organisations (t with about 19 degrees of freedom); fewer than 16 of 20 has a chance below 0.3%. Estimates scatter
  /// around the truth by a third of its own spread, so that their correlation with it is about 0.9.
  @Test func scoresRecoverTheTruth() throws {
    let instrument = try SimulatedCohortTests.standard()
    let cohort = try SimulatedCohort(instrument: instrument, organizations: 20, respondents: 400, seed: 12)
    let responses = try instrument.responses(in: [.bytes(name: "cohort.csv", cohort.responsesCSV())])
    let scores = responses.scored(by: ScoringPlan())
    let overall = try #require(scores.measures.first { $0.id == "overall" })
    var pairs: [(estimate: Double, truth: Double)] = []
    var covered = 0
    for (place, organization) in cohort.organizations.enumerated() {
      #expect(responses.organization.labels[place] == organization.name)
      let people = responses.organization.codes.indices.filter { responses.organization.codes[$0] == place }
      let values = people.compactMap { scores.score(overall, respondent: $0) }
      let truth = try #require(organization.trueReadiness)
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (count - 1)
      pairs.append((mean, truth))
      if (mean - truth).magnitude <= 2.1 * (variance / count).squareRoot() { covered += 1 }
    }
    #expect(covered >= 16, "\(covered) of \(pairs.count)")
    #expect(Self.correlation(pairs) > 0.75, "\(Self.correlation(pairs))")
    let bias = pairs.map { $0.estimate - $0.truth }.reduce(0, +) / Double(pairs.count)
    #expect(bias.magnitude < 2, "\(bias)")
  }

  static func correlation(_ pairs: [(estimate: Double, truth: Double)]) -> Double {
    let count = Double(pairs.count)
    let x = pairs.map(\.estimate).reduce(0, +) / count
    let y = pairs.map(\.truth).reduce(0, +) / count
    let product = pairs.map { ($0.estimate - x) * ($0.truth - y) }.reduce(0, +)
    let squares = pairs.map { ($0.estimate - x) * ($0.estimate - x) }.reduce(0, +)
    return product / (squares * pairs.map { ($0.truth - y) * ($0.truth - y) }.reduce(0, +)).squareRoot()
  }
}
