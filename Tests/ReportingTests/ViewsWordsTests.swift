import Tabular
import Testing

@testable import Readiness
@testable import Reporting

@Suite struct ViewsWordsTests {
  private func profile(_ split: [String: Double?]) throws -> (ReadinessProfile, Assessment) {
    let measures = try SampleAssessment.instrument().measures
    let whole = SampleAssessment.profile("Riverside Council", measures, rank: 1, 55, worst: ["d03"])
    let views = split.mapValues { Views(areSplit: true, averageDeviation: $0) }
    let profile = ReadinessProfile(
      organization: whole.organization, respondents: 8, rank: 1, rankSet: 1...2, band: 1...2, notRankedBecause: nil,
      readiness: views["overall"] == nil ? whole.readiness : .withheld(.viewsSplit),
      readinessTypesEqual: whole.readinessTypesEqual, rankTypesEqual: 1,
      readinessBudgetWeighted: whole.readinessBudgetWeighted, rankBudgetWeighted: 1,
      measures: whole.measures.merging(views.mapValues { _ in .withheld(.viewsSplit) }) { $1 },
      worstBarriers: ["d03"], weakestCo: .cannotSay(.viewsSplit), earliestWeakStep: .none, gap: whole.gap,
      growthGaps: [], participation: [], flags: [], splitViews: views, rollUps: whole.rollUps)
    let other = SampleAssessment.profile("Ynys Môn", measures, rank: 2, 48, worst: ["d01"])
    return (profile, try SampleAssessment.make(profiles: [profile, other]))
  }

  @Test("The page of an organisation says views split, shows the spread and marks the number")
  func page() throws {
    let (profile, assessment) = try profile(["d03": 27.25, "d01": nil])
    let text = PlainText().text(
      of: OrganizationPage(profile, slug: "riverside", of: assessment, software: "test").report)
    let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      plain.contains(
        "Views are split, so that no level is given, on: Unclear outcomes being sought and Unfavourable culture (27). In "
          + "brackets: how many points people stand from their mean on average."))
    let (few, others) = try self.profile(["d01": nil])
    let unsaid = PlainText().text(
      of: OrganizationPage(few, slug: "riverside", of: others, software: "test").report)
    #expect(unsaid.contains("on: Unclear outcomes being sought.") && !unsaid.contains("In brackets"))
    #expect(plain.contains("[u] views split: people here stand too far apart for one number to be their view."))
    #expect(plain.contains("cannot be said: [u]. Views are too far apart."))
    #expect(
      plain.contains(
        "Views are called split where one third of an organisation's people or more stand outside every stretch of 50 "
          + "points that holds their median. Then no level is given. Ranks compare means all the same."))
  }

  @Test("Split on the overall score: no number is given as the organisation's view, and the place stays")
  func overall() throws {
    let (profile, assessment) = try profile(["overall": 31])
    let text = PlainText().text(
      of: OrganizationPage(profile, slug: "riverside", of: assessment, software: "test").report)
    let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(plain.contains("The people of Riverside Council are too far apart for one score to be their view."))
    #expect(plain.contains("On average they stand 31 points from their mean."))
    #expect(plain.contains("1st of 2 organisations"))
    let report = PlainText().text(of: CohortReport(assessment, software: "test").report)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(report.contains("Views are split in Riverside Council. Nobody is left out of the ranking for that"))
  }

  @Test("The reason is views_split in the table and in JSON")
  func status() throws {
    let (profile, assessment) = try profile(["d03": 27.25])
    let schema = ReadinessProfile.schema(for: assessment.instrument, measures: assessment.measures)
    let csv = String(decoding: schema.csv(rows: [profile]), as: UTF8.self)
    #expect(csv.contains("d03:views_split") && csv.contains("weakest_co:views_split"))
    let json = OrganizationPage(profile, slug: "r", of: assessment, software: "test").report.json()
    #expect(String(decoding: json.document, as: UTF8.self).contains("\"views_split\""))
  }
}
