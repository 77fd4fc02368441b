import Testing

@testable import Readiness
@testable import Reporting

@Suite struct TrustSectionTests {
  private func trust(_ correlation: IntraclassCorrelation?) -> TrustSummary {
    TrustSummary(
      reliability: [], items: 55, fitting: 8, correlation: correlation,
      marks: [QualityRow(subject: .kinds(2), respondentType: nil, judged: 200, marked: 12, status: .ok)])
  }

  private func texts(_ section: Section) -> [String] {
    guard case .points(let points) = section.blocks.first else { return [] }
    return points.map(\.english)
  }

  @Test("One paragraph on each question with its figure, word for word")
  func cohort() throws {
    // Two organisations of three: means 2 and 5, everybody within one of the mean.
    let correlation = try IntraclassCorrelation([Moments([1, 2, 3]), Moments([4, 5, 6])])
    let texts = texts(TrustSection(trust: trust(correlation), isOfOne: false).section)
    // F = 13.5 ÷ 1, so that (13.5 − 1) ÷ (13.5 + 2) and 1 − 1 ÷ 13.5.
    #expect(
      texts == [
        "Too few people answered every item of a barrier to say how reliable its score is.",
        "Of the spread of people's overall scores 80.6% lies between organisations. A mean of 3.0 people, as there are here, "
          + "tells organisations apart with a reliability of 0.93.",
        "8 of 55 items go at least as closely with the rest of their own barrier as with any other. “readiness reliability” "
          + "says whether the key of barriers holds.",
        "12 of 200 people have marks of careless answers of two kinds or more. Nobody is left out for that; “readiness "
          + "quality” tells more.",
      ])
  }

  @Test("One organisation's page tells of reliability alone; without organisations there is nothing to tell apart")
  func one() {
    #expect(texts(TrustSection(trust: trust(nil), isOfOne: true).section).count == 1)
    #expect(
      texts(TrustSection(trust: trust(nil), isOfOne: false).section)[1]
        == "Too few organisations may be shown to say whether their people agree.")
  }
}
