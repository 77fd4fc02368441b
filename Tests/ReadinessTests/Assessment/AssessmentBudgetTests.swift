import Foundation
import Readiness
import TestSupport
import Testing

/// The published budget answers of eight people, and what disclosure leaves of budget answers.
@Suite struct AssessmentBudgetTests {
  func published(_ plan: ScoringPlan) throws -> Assessment {
    let instrument = try Instrument(folder: Repository.url("Surveys/budget"))
    let file = Repository.url("Surveys/examples/budget_responses.csv").path
    return try Assessment(instrument.responses(in: [.file(path: file)]), plan: plan, threads: 1)
  }

  /// The published averages, Governance International 2017: whole numbers of the means over eight people.
  static let averages: [Double] = [6, 19, 23, 9, 9, 9, 11, 2, 1, 1, 11]

  @Test func eightPeopleMayBeShownTogetherAndNobodyAlone() throws {
    let assessment = try published(ScoringPlan(by: ["roll_up"]))
    #expect(assessment.allocations.compactMap { $0.mean?.rounded() } == Self.averages)
    #expect(assessment.allocations.allSatisfy { $0.respondents == 8 && $0.organizationMean != nil })
    #expect(assessment.participation.filter { $0.organization != nil }.allSatisfy { $0.answered == nil })
    #expect(assessment.profiles.count == 6)
    #expect(assessment.profiles.allSatisfy { $0.respondents == nil && $0.rank == nil && $0.readiness.value == nil })
    #expect(assessment.weights.filter { $0.scheme == "budget" }.contains { $0.weight != nil })
    #expect(!assessment.comparisons.isEmpty)
    #expect(assessment.comparisons.allSatisfy { $0.p == nil && $0.nA == nil && $0.effect == nil })
    // Five commissioners against three others: the sentence about the two parts is withheld.
    #expect(!assessment.budgetFindings.isEmpty)
    #expect(!assessment.budgetFindings.contains { $0.english.contains("taken apart") })
    let pilot = try published(ScoringPlan(by: ["roll_up"], disclosure: .pilot, consent: "published table"))
    #expect(pilot.budgetFindings.contains { $0.english.contains("taken apart") })
    #expect(pilot.profiles.map(\.respondents).compactMap { $0 }.reduce(0, +) == 8)
  }

  /// With two organisations of six and two people the mean over people and the mean over organisations would give the two.
  @Test func twoOrganizationsOneOfThemSmall() throws {
    let question = BudgetQuestion(
      stem: "How would you spend it?", total: 100,
      factors: [
        BudgetFactor(id: "b01", label: "One", dimensions: ["d01"], facets: []),
        BudgetFactor(id: "b02", label: "Two", dimensions: ["d02"], facets: []),
      ], crosswalkVersion: "1")
    func assess(_ second: Int) throws -> Assessment {
      let instrument = Sample.instrument(form: "budget", dimensions: ["d01", "d02"], items: [], budget: question)
      let count = 6 + second
      let organizations: [String] = Array(repeating: "A", count: 6) + Array(repeating: "B", count: second)
      let points: [[Double]?] = (0..<count).map { person in
        let first = Double(10 * (person % 5))
        return [first, 100 - first]
      }
      let responses = Sample.responses(
        to: instrument, answers: Array(repeating: "", count: count), organizations: organizations, points: points)
      return try Assessment(responses, plan: ScoringPlan(by: []), threads: 1)
    }
    let small = try assess(2)
    #expect(small.allocations.allSatisfy { $0.mean != nil && $0.organizationMean == nil && $0.organizationRank == nil })
    #expect(small.weights.filter { $0.crosswalk != nil }.allSatisfy { $0.weight == nil && $0.status == .suppressed })
    #expect(small.weights.filter { $0.scheme == "equal" }.allSatisfy { $0.weight == 0.5 })
    #expect(small.budgetFindings.isEmpty)
    let large = try assess(5)
    #expect(large.allocations.allSatisfy { $0.organizationMean != nil })
    #expect(large.weights.filter { $0.crosswalk != nil }.allSatisfy { $0.weight != nil })
  }
}
