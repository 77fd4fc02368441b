import Testing

@testable import Readiness

@Suite struct OrganizationBootstrapTests {
  func bootstrap(_ people: [SampleCohort.Person], weights: [Double] = [], name: String = "Org 1") throws
    -> (bootstrap: OrganizationBootstrap, scores: Scores)
  {
    let responses = Sample.responses(
      to: SampleCohort.instrument, answers: people.map(\.cells), organizations: people.map(\.organization),
      types: people.map(\.type), weights: weights)
    var plan = ScoringPlan()
    plan.draws = 4_000
    let scores = responses.scored(by: plan, threads: 1)
    let summaries = GroupSummaries(scores, threads: 1)
    let value = try #require(
      summaries.rows.first { $0.level == .organization && $0.measure == "overall" }?.estimate.value)
    let facets = Facet.allCases.map { facet in
      summaries.rows.first { $0.level == .organization && $0.measure == facet.columnName }?.estimate.value
    }
    let rows = OrganizationRows(responses.organization)
    return (
      OrganizationBootstrap(scores, rows: rows[0], name: name, overallScore: value, facetScores: facets), scores
    )
  }

  /// Without missing answers the standard error of the overall score is s ÷ √n of the persons' own overall scores.
  @Test func theSpreadOfTheDrawsIsTheStandardError() throws {
    let people = SampleCohort.people(organizations: 1, sizes: 14...14, missing: 0, seed: 2)
    let (bootstrap, scores) = try bootstrap(people)
    let place = try #require(scores.place(of: "overall"))
    let expected = try #require(Moments(scores.columns[place]).standardError)
    let error = try #require(bootstrap.standardError)
    #expect(bootstrap.people == 14)
    #expect(abs(error / expected - 1) < 0.05)
  }

  @Test func drawsAreNumberedByTheName() throws {
    let people = SampleCohort.people(organizations: 1, sizes: 8...8, seed: 2)
    let one = try bootstrap(people).bootstrap
    #expect(try bootstrap(people).bootstrap.overall == one.overall)
    #expect(try bootstrap(people, name: "Org 2").bootstrap.overall != one.overall)
  }

  /// A person of weight 2 counts as two people do: weights that are all equal change nothing.
  @Test func equalWeightsChangeNothing() throws {
    let people = SampleCohort.people(organizations: 1, sizes: 9...9, seed: 6)
    let plain = try bootstrap(people).bootstrap
    let weighted = try bootstrap(people, weights: Array(repeating: 2, count: people.count)).bootstrap
    for (one, two) in zip(plain.overall, weighted.overall) { #expect(abs(one - two) < 1e-9) }
  }
}
