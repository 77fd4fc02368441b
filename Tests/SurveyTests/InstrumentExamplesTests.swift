import Foundation
import Survey
import Tabular
import TestSupport
import Testing

/// The examples in `Surveys/examples` are valid answers to the surveys that they are said to answer.
struct InstrumentExamplesTests {
  static func read(_ file: String, _ id: String) throws -> Responses {
    try InstrumentReaderTests.shipped(id).responses(
      in: [.file(path: Repository.url("Surveys/examples/\(file).csv").path())], options: IntakeOptions(strict: true))
  }

  @Test(arguments: [
    ("budget_responses", "budget", 8, 6), ("cohort", "barriers-standard", 200, 24), ("single", "barriers-short", 8, 1),
  ])
  func exampleIsReadWithoutFaultOrNotice(file: String, id: String, respondents: Int, organizations: Int) throws {
    let responses = try Self.read(file, id)
    #expect(responses.count == respondents)
    #expect(responses.organization.labels.count == organizations)
    #expect(responses.intake.notices.isEmpty)
    #expect(responses.intake.files[0].notAsked.isEmpty)
  }

  /// Each person is there once a wave: 67 people in 2025 and 65 in 2026.
  @Test(arguments: [("2025", 67), ("2026", 65)])
  func twoWavesAreReadOneAtATime(wave: String, respondents: Int) throws {
    let responses = try InstrumentReaderTests.shipped("barriers-short").responses(
      in: [.file(path: Repository.url("Surveys/examples/two-waves.csv").path())],
      options: IntakeOptions(strict: true, wave: wave))
    #expect(responses.count == respondents)
    #expect(responses.organization.labels.count == 12)
    #expect(responses.intake.notices.map(\.kind.rawValue) == ["other-waves"])
    #expect(responses.intake.files[0].notAsked.isEmpty)
  }

  /// The slide's AVG column; each cell is rounded alone, so that the column adds up to 101.
  @Test func publishedAveragesAreThoseOfThePublishedAnswers() throws {
    let allocations = try #require(try Self.read("budget_responses", "budget").allocations)
    let url = Repository.url("Surveys/examples/budget-published.csv")
    let published = try Table(name: "published", bytes: Array(Data(contentsOf: url)))
    let averages = allocations.hundredths.map { Double($0.map(Int.init).reduce(0, +)) / 800 }
    #expect(published.records.map { $0.cells[2] } == averages.map { String(Int($0.rounded())) })
    #expect(published.records.compactMap { Int($0.cells[2]) }.reduce(0, +) == 101)
    #expect(published.records.allSatisfy { $0.cells[3] == "© Governance International 2017" })
    let factors = try InstrumentReaderTests.shipped("budget").budget?.factors ?? []
    #expect(published.records.map { [$0.cells[0], $0.cells[1]] } == factors.map { [$0.id, $0.label.english] })
  }

  @Test func theCohortInvitedAtLeastThoseWhoAnswered() throws {
    let responses = try Self.read("cohort", "barriers-standard")
    let invited = try Table(
      name: "invited", bytes: Array(Data(contentsOf: Repository.url("Surveys/examples/cohort-invited.csv"))))
    #expect(invited.headings == ["organisation", "respondent_type", "invited"])
    var answered: [[String]: Int] = [:]
    for (organization, type) in zip(responses.organization.codes, responses.respondentType.codes) {
      let key = [responses.organization.labels[Int(organization)], responses.respondentType.labels[Int(type)]]
      answered[key, default: 0] += 1
    }
    for record in invited.records {
      let count = try #require(Int(record.cells[2]))
      #expect(count >= answered.removeValue(forKey: Array(record.cells.prefix(2))) ?? 0)
    }
    #expect(answered.isEmpty)
  }

  /// Fourteen tips; every dimension has one, and what they answer and their Steps are known names.
  @Test func topTipsNameKnownDimensionsAndSteps() throws {
    let tips = try Table(name: "tips", bytes: Array(Data(contentsOf: Repository.url("Surveys/top-tips.csv"))))
    let dimensions = try InstrumentReaderTests.shipped("budget").dimensions.map(\.id)
    #expect(tips.records.count == 14)
    #expect(Set(tips.records.flatMap { $0.cells[1].split(separator: " ").map(String.init) }) == Set(dimensions))
    for record in tips.records {
      guard case .step? = Facet(named: record.cells[2]) else {
        Issue.record("\(record.cells[2]) is no Step")
        continue
      }
    }
  }
}
