import Tabular
import Testing

@testable import Readiness
@testable import Reporting

@Suite struct ReliabilityReportTests {
  private func study(_ people: Int, seed: UInt64 = 5) throws -> ReliabilityStudy {
    let instrument = try SampleAssessment.instrument("barriers-short")
    let cohort = try SimulatedCohort(instrument: instrument, organizations: 6, respondents: people, seed: seed)
    let responses = try instrument.responses(
      in: [.bytes(name: "cohort.csv", cohort.responsesCSV())], options: IntakeOptions())
    return try ReliabilityStudy(responses, plan: ScoringPlan(draws: 10, permutations: 9))
  }

  @Test("The page says plainly whether the key holds, and every number of the tables is on it or withheld")
  func page() throws {
    let study = try study(120)
    let publication = ReliabilityPublication(study, software: "test")
    #expect(
      publication.files.map(\.name) == [
        "agreement.csv", "codebook.csv", "reliability-items.csv", "reliability.csv", "report.html", "report.txt",
        "structure.csv",
      ])
    let text = PlainText().text(of: publication.report)
    #expect(text.contains("Does the key of 11 barriers hold in these data?"))
    #expect(text.contains("items go at least as closely with the rest of their own barrier"))
    #expect(!text.lowercased().contains("margin of error") && !text.contains("significant"))
    for name in ["agreement.csv", "reliability.csv", "reliability-items.csv", "structure.csv"] {
      let file = try #require(publication.files.first { $0.name == name })
      let table = try Table(name: name, bytes: file.bytes)
      let body = String(decoding: file.bytes, as: UTF8.self)
      #expect(body.split { ",\r\n".contains($0) }.allSatisfy { !["nan", "inf", "-inf"].contains($0) })
      #expect(!table.records.isEmpty)
      let status = try #require(table.column(named: "status"))
      #expect(table.records.allSatisfy { Status(rawValue: $0.cells[status]) != nil })
    }
    // The overall alpha stands in the table and on the page as the study has it.
    let file = try #require(publication.files.first { $0.name == "reliability.csv" })
    let table = try Table(name: file.name, bytes: file.bytes)
    let (measure, alpha) = (
      try #require(table.column(named: "measure")), try #require(table.column(named: "alpha"))
    )
    let own = try #require(study.reliability.first { $0.measure == "overall" }?.alpha?.value)
    let record = try #require(table.records.first { $0.cells[measure] == "overall" })
    #expect(abs((Double(record.cells[alpha]) ?? 0) - own) < 1e-9)
    // Two items for each barrier: no structure of their own, no omega.
    #expect(study.structure.filter { $0.scope != .items && $0.scope != .dimensions }.allSatisfy { $0.structure == nil })
    let codebook = String(
      decoding: try #require(publication.files.first { $0.name == "codebook.csv" }).bytes, as: UTF8.self)
    for column in ["alpha_feldt_low", "item_rest", "factors_expected"] {
      #expect(codebook.contains(",\(column),column,"))
    }
  }

  @Test("Few people: the key cannot be judged, and no figure stands where none may")
  func few() throws {
    let study = try study(9)
    #expect(study.verdict.conclusion == .notAssessable)
    #expect(study.reliability.allSatisfy { $0.alpha == nil })
    let text = PlainText().text(of: ReliabilityReport(study, software: "test").report)
    #expect(text.contains("It cannot be said: too few people answered to look."))
    #expect(text.contains("Too few people answered every item of a barrier"))
  }

  @Test("What is said of alpha over the barriers, word for word")
  func words() throws {
    func row(_ measure: String, _ slope: Double, _ parts: ReliabilityRow.Parts) throws -> ReliabilityRow {
      let rows = (0..<40).map { person -> [Double] in
        let x = Double(person % 8)
        return [x, slope * x + Double((person * 7) % 5)]
      }
      return ReliabilityRow(
        measure: measure, parts: parts, count: 2, people: 40, incompletePeople: 0,
        alpha: try CronbachAlpha(ItemMoments(rows: rows)), omega: nil, floor: 0, ceiling: 0, status: .ok,
        omegaStatus: .notTestable, note: .empty)
    }
    let rows = [try row("overall", 1, .dimensions), try row("d01", 1, .items), try row("d02", -1, .items)]
    let text = ReliabilityWords.summary(rows).english
    let figures = rows.compactMap { $0.alpha?.value }
    #expect(figures[2] < 0 && figures[1] > 0.7)
    func two(_ value: Double) -> String { ReliabilityWords.figure(value).english }
    #expect(
      text
        == "Trust the overall score more than the score of a single barrier. Within barriers Cronbach’s alpha runs from \(two(figures[2])) to \(two(figures[1])); 1 of 2 are below the "
        + "customary 0.70. One of them is below 0: check reversed items. Over the barriers, for the overall score, it is "
        + "\(two(figures[0])). A single barrier’s score of one person says little; a mean of many people says more.")
  }
}
