import Foundation
import Tabular
import Testing

@testable import Readiness
@testable import Reporting

@Suite struct QualityReportTests {
  private func row(_ subject: QualityRow.Subject, _ judged: Int?, _ marked: Int?) -> QualityRow {
    QualityRow(
      subject: subject, respondentType: nil, judged: judged, marked: marked,
      status: marked == nil ? .suppressed : .ok)
  }

  @Test("What is said of people with two kinds of marks, word for word")
  func words() {
    #expect(
      QualityWords.summary([row(.kinds(2), 120, 9)]).english
        == "9 of 120 people have marks of careless answers of two kinds or more.")
    #expect(
      QualityWords.summary([row(.kinds(2), 120, 0)]).english
        == "None of 120 people has marks of careless answers of two kinds or more.")
    #expect(QualityWords.summary([row(.kinds(2), 120, nil)]).english.contains("is hidden: too few people"))
    #expect(QualityWords.summary([]).english == "There were too few answers to look at.")
  }

  @Test("The page opens with who was invited and answered, says nobody is left out, and never says margin of error")
  func page() throws {
    let instrument = try SampleAssessment.instrument("barriers-short")
    let cohort = try SimulatedCohort(instrument: instrument, organizations: 6, respondents: 120, seed: 5)
    let responses = try instrument.responses(
      in: [.bytes(name: "cohort.csv", cohort.responsesCSV())], options: IntakeOptions())
    let type = responses.respondentType.labels[0]
    // Of every organisation, or there is no total of the type.
    let invited = responses.organization.labels.enumerated().map { place, name in
      Invitation(organization: name, respondentType: type, invited: place == 0 ? 400 : 0)
    }
    let study = try QualityStudy(responses, plan: ScoringPlan(draws: 10, permutations: 9), invited: invited)
    let publication = QualityPublication(study, software: "test")
    #expect(
      publication.files.map(\.name) == [
        "codebook.csv", "quality-headline.csv", "quality.csv", "report.html", "report.txt", "response.csv",
      ])
    let text = PlainText().text(of: publication.report)
    #expect(try #require(text.range(of: "Who answered")).lowerBound < #require(text.range(of: "Marks of")).lowerBound)
    #expect(text.contains("400") && text.contains("left out of any score for a mark"))
    #expect(!text.lowercased().contains("margin of error") && !text.contains("significant"))
    for file in publication.files where file.name.hasSuffix(".csv") {
      let table = try Table(name: file.name, bytes: file.bytes)
      #expect(!table.records.isEmpty && !table.headings.contains { $0.contains("respondent_id") })
    }
    let all = try #require(study.participation.first { $0.organization == nil && $0.respondentType == type })
    #expect(all.rate == all.answered.map { Double($0) / 400 })
  }
}
