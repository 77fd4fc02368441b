import Foundation
import Readiness
import Survey
import Tabular
import Testing

@testable import Reporting

/// The page and the table of a model of a simulated cohort.
@Suite struct ModelReportTests {
  /// The answers of 90 people in ten organisations.
  static let responses = Result { () throws -> Responses in
    let instrument = try Instrument.bundled("barriers-short")
    let cohort = try SimulatedCohort(instrument: instrument, organizations: 10, respondents: 90, seed: 11)
    return try instrument.responses(
      in: [.bytes(name: "cohort.csv", cohort.responsesCSV())], options: IntakeOptions())
  }

  private func publication(_ outcome: String, cluster: String? = nil) throws -> ModelPublication {
    let study = try ModelStudy(
      Self.responses.get(), plan: ScoringPlan(draws: 10, permutations: 9),
      request: ModelRequest(outcome: outcome, terms: ["respondent_type"], cluster: cluster))
    return ModelPublication(study, software: "test")
  }

  private func page(_ publication: ModelPublication) -> String {
    PlainText(wording: .english).text(of: publication.report).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }

  @Test func `a score: every group has its sentence, few organisations a warning`() throws {
    let publication = try publication("overall", cluster: "organisation")
    let text = page(publication)
    let rows = publication.study.rows.filter { $0.kind == .coefficient && $0.model == .linearClustered }
    #expect(rows.count > 1)
    for row in rows {
      let isClear = row.interval.map { $0.lower > 0 || $0.upper < 0 } ?? false
      let name = ModelWords(publication.study).group(row.level ?? "", "respondent_type").english
      #expect(text.contains(isClear ? "People in “\(name)” score" : "No clear difference between “\(name)” and"))
    }
    #expect(text.contains("There are only 10 organisations.") && text.contains("of the variance that the terms leave"))
    #expect(text.contains("corrected for few of them (CR2"))
  }

  @Test func `an item: odds, the test of one odds ratio for all answers, and unrelated people named as such`() throws {
    let item = try #require(try Self.responses.get().instrument.items.first)
    let publication = try publication(item.code)
    let text = page(publication)
    #expect(text.contains("“\(item.text.english)” (\(item.code))") && text.contains("Odds of a higher answer"))
    #expect(text.contains("Is one odds ratio enough?") && text.contains("use --cluster organisation"))
    #expect(!text.lowercased().contains("significan"))
  }

  @Test func `p is never 0 on the page or in the table, and status and number agree`() throws {
    for publication in [try publication("overall", cluster: "organisation"), try publication("d01", cluster: nil)] {
      for row in publication.study.rows {
        #expect((row.p ?? 1) > 0 && (row.p ?? 1) <= 1)
        #expect(row.status != .suppressed || (row.estimate == nil && row.p == nil))
      }
      let csv = String(decoding: publication.models.bytes, as: UTF8.self)
      #expect(csv.split { ",\r\n".contains($0) }.allSatisfy { !["nan", "inf", "-inf"].contains($0) })
      #expect(publication.files.map(\.name) == ["codebook.csv", "models.csv", "report.html", "report.txt"])
    }
  }
}
