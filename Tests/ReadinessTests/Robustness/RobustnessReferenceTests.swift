import Foundation
import Statistics
import TestSupport
import Testing

@testable import Readiness

/// Every way to make a ranking of five organisations without redrawing anybody, against a second derivation (`robustness_runs.py`).
@Suite struct RobustnessReferenceTests {
  struct Reference: Decodable {
    struct Run: Decodable {
      let rule: Int
      let normalisation: Int
      let aggregation: Int
      let left_out: Int
      let scores: [Double]
    }
    struct Indices: Decodable {
      let variance: Double
      let first: [Double]
      let total: [Double]
    }
    let organisations: [String]
    let runs: [Run]
    let indices: [String: Indices]
  }
  let reference: Reference

  init() throws {
    let data = try Data(contentsOf: Repository.url("Tests/References/readiness/robustness_runs.json"))
    reference = try JSONDecoder().decode(Reference.self, from: data)
  }

  private func setup(base: Int) throws -> RobustnessSetup {
    let people = try AssessmentReferenceTests().reference.people.map {
      SampleCohort.Person(
        organization: $0.organisation, type: AssessmentReferenceTests.types[$0.kind] ?? "", cells: $0.cells)
    }
    return try RobustnessSetup(
      SampleCohort.responses(people), plan: SampleCohort.plan(by: []),
      choices: RobustnessChoices(base: base, samples: 0, schemes: [.equal]), threads: 2)
  }

  @Test("Scores under every missing rule, normalisation, aggregation and barrier left out")
  func scores() throws {
    let model = try setup(base: 8).model
    #expect(model.organizations == reference.organisations && reference.runs.count == 120)
    for run in reference.runs {
      let scores = model.scores(
        .init(
          sample: 0, source: 0, vector: 0, normalization: run.normalisation, aggregation: run.aggregation,
          leftOut: run.left_out == 0 ? nil : run.left_out - 1, rule: run.rule))
      for (score, expected) in zip(scores, run.scores) { #expect(abs(score - expected) < 1e-9, "\(run)") }
    }
  }

  @Test("Indices of two organisations' ranks approach those of all 120 ways together")
  func indices() throws {
    let setup = try setup(base: 2_048)
    let runs = RobustnessRuns(setup.model, design: setup.design, threads: 2)
    let inputs: [RobustnessModel.Input] = [.missingRule, .normalization, .aggregation, .leftOut]
    for (place, organization) in reference.organisations.enumerated() {
      let found = runs.indices(of: place)
      guard let expected = reference.indices[organization] else {
        #expect(found == nil)
        continue
      }
      let indices = try #require(found)
      #expect(abs(indices.variance - expected.variance) < 0.03 * expected.variance)
      for (input, place) in zip(inputs, expected.first.indices) {
        #expect(abs(indices.first[input.rawValue] - expected.first[place]) < 0.05)
        #expect(abs(indices.total[input.rawValue] - expected.total[place]) < 0.05)
      }
      // Nobody is redrawn and there is one vector of weights, so all is method.
      #expect(RobustnessRow.Causes(indices) == RobustnessRow.Causes(sampling: 0, weights: 0, method: 1))
      let redrawn = runs.redrawnCauses(of: place, draws: 20, seed: 1)
      let causes = try #require(RobustnessRow.Causes(indices, redrawn: redrawn))
      #expect(causes.intervals.map(\.lower) == [0, 0, 1] && causes.intervals.map(\.upper) == [0, 0, 1])
    }
  }
}
