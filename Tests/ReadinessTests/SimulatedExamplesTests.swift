import Foundation
import Readiness
import Survey
import TestSupport
import Testing

/// The examples in `Surveys/examples` are what the command in `Surveys/README.md` makes.
struct SimulatedExamplesTests {
  @Test(arguments: [("cohort", "barriers-standard", 24, 200), ("single", "barriers-short", 1, 8)])
  func exampleIsReproduced(name: String, survey: String, organizations: Int, respondents: Int) throws {
    let instrument = try Instrument(folder: Repository.url("Surveys/\(survey)"))
    let cohort = try SimulatedCohort(
      instrument: instrument, organizations: organizations, respondents: respondents, seed: 7)
    let file = try Repository.text("Surveys/examples/\(name).csv")
    #expect(String(decoding: cohort.responsesCSV(), as: UTF8.self) == file)
    guard name == "cohort" else { return }
    let truth = try Repository.text("Surveys/examples/cohort-truth.csv")
    #expect(String(decoding: cohort.truthCSV(), as: UTF8.self) == truth)
  }
}
