import Foundation
import TestSupport
import Testing

@testable import Readiness
@testable import Reporting

/// The pages on comparisons: what is said first, the analyst's line word for word, the atlas, and the waves.
struct ComparisonPagesTests {
  private let labels: Labels

  init() throws {
    let instrument = try SampleAssessment.instrument()
    labels = Labels(instrument, level: 0.95, measures: instrument.measures)
  }

  private func text(_ sections: [Section]) -> String {
    PlainText().text(of: Report(name: "r", title: "t", subtitles: [], stamps: [], sections: sections))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func row(p: Double = 0.041, family: String = "dimensions") -> Comparison {
    var evidence = ComparisonEvidence()
    evidence.design = .withinOrganizations
    evidence.reason = "All 6 organisations hold groups side by side."
    evidence.sidedness = "distance_from_expectation"
    evidence.adjustment = "holm"
    evidence.organizations = 6
    evidence.intraclassCorrelation = 0.125
    evidence.designEffect = 1.75
    evidence.leaveOneOrganizationOut = 0.3...0.38
    evidence.doNotKnowBounds = 0.25...0.45
    evidence.missing = ComparisonEvidence.Missing(doNotKnow: 2, notForMe: 1)
    evidence.medians = ComparisonEvidence.Medians(first: 41.25, second: 56)
    return Comparison(
      family: family, measure: family == "overall" ? "overall" : "d04", by: "roll_up", groupA: "provider",
      groupB: "citizen", nA: 23, nB: 30, primary: true, method: "van_elteren", statistic: 4, degreesOfFreedom: nil,
      p: PValue(value: p, method: .exact, smallestAttainable: 0.00002), pAdjusted: min(1, 11 * p),
      effect: EffectSize(
        name: "probability_of_superiority", value: 0.34,
        interval: ConfidenceInterval(lower: 0.21, upper: 0.5, level: 0.95), intervalMethod: "Brunner–Munzel logit"),
      status: .ok, note: "", evidence: evidence)
  }

  private func findings(
    _ comparisons: [Comparison], notes: [FamilyNote] = [], gaps: [PerceptionGap] = []
  ) throws -> ComparisonFindings {
    ComparisonFindings(
      try SampleAssessment.make(comparisons: comparisons, familyNotes: notes, perceptionGaps: gaps))
  }

  @Test func `the analyst's line is that of the analysis plan, and holds only what the row holds`() {
    let full = row()
    let line = AnalystLine(row: full, family: [full, full], beside: nil, labels: labels).text.english
    #expect(
      line
        == "Barrier 4 “Poor processes”: Providers (n = 23) vs Citizens (n = 30): Mdn 41.3 vs 56.0; A12 = .34, 95% CI [.21, .50] "
        + "(Brunner–Munzel logit); van Elteren test within organisations, exact, p = .041 (|W−E|, smallest attainable "
        + "< .0001), Holm p = .451 (m = 2). 2 “don't know”, 1 “not for me”. Leave one organisation out .30 to .38; if don't-knows were answers "
        + ".25 to .45.")
    let bare = SampleAssessment.comparison("overall", "overall", "provider", nil, p: 1, adjusted: 1)
    #expect(
      AnalystLine(row: bare, family: [bare], beside: nil, labels: labels).text.english.hasSuffix(
        "exact, p = 1 (smallest attainable = .0002), Holm p = 1 (m = 1)."))
  }

  @Test func `what no answers could show comes first, and p only in the analyst's part`() throws {
    let limit: Phrase =
      "No configuration of answers could bring this family below .05; the smallest it can reach is .286."
    let found = try findings(
      [row(family: "overall")],
      notes: [FamilyNote(family: "overall", by: "roll_up", size: 1, smallestAdjusted: 0.286, sentence: limit)])
    let page = text(ComparisonSection(findings: found, labels: labels).sections)
    let first = try #require(page.range(of: "Overall readiness: No configuration"))
    let plain = try #require(
      page.range(of: "no clear difference between “Providers” and “Citizens” (23 and 30 people)"))
    let analyst = try #require(page.range(of: "For the analyst: the comparisons in numbers"))
    let p = try #require(page.range(of: "p = .041"))
    #expect(first.lowerBound < plain.lowerBound && plain.lowerBound < analyst.lowerBound)
    #expect(analyst.lowerBound < p.lowerBound)
    #expect(
      page.contains(
        "All 6 organisations hold groups side by side. People are compared with others in their own organisation, and "
          + "organisations do not get in the way. About 12.5% of the spread of single people's overall scores lies between "
          + "organisations "
          + "(ICC(1) 0.13, design effect 1.75); comparing colleagues leaves that out."))
    #expect(!page.lowercased().contains("significan"))
  }

  @Test func `a clear pair names the higher side first, with its own people, and says what a pair is`() throws {
    let found = try findings([row(p: 0.001, family: "overall")])
    let page = text(ComparisonSection(findings: found, labels: labels).sections)
    #expect(
      page.contains(
        "Overall readiness: “Citizens” (30 people) score clearly higher than “Providers” (23 people), in about 66 of 100 "
          + "pairs of people from one organisation."))
    #expect(page.contains("A pair is one of each group, picked at random; equal scores count half."))
  }

  @Test func `where nothing can be compared the reason is said once, and the atlas has one line`() throws {
    let unmade = ["overall", "d03"].map { measure in
      Comparison(
        family: measure == "overall" ? "overall" : "dimensions", measure: measure, by: "roll_up", groupA: "all",
        groupB: nil, nA: nil, nB: nil, primary: true, method: "", statistic: nil, degreesOfFreedom: nil, p: nil,
        pAdjusted: nil, effect: nil, status: .suppressed, note: "A group is too small to be shown.")
    }
    let notes = ["overall", "dimensions"].map {
      FamilyNote(family: $0, by: "roll_up", size: 0, smallestAdjusted: nil, sentence: "No comparison was made.")
    }
    let gaps = PerceptionGap.Kind.allCases.map { gap("d03", $0, nil, status: .suppressed) }
    let found = try findings(unmade, notes: notes, gaps: gaps)
    let sections = ComparisonSection(findings: found, labels: labels).sections
    let plain = text(Array(sections.prefix(2)))
    #expect(plain.contains("No comparison can be made. A group is too small to be shown. Perception gaps"))
    #expect(plain.hasSuffix("* One pair of groups cannot be shown, because a group is small or gave no answers."))
    #expect(!plain.contains("called clear"))
  }

  @Test func `for the console: families that can show nothing in full, the others in one line a grouping`() throws {
    func note(_ family: String, _ by: String, _ smallest: Double?) -> FamilyNote {
      let sentence: Phrase = smallest.map { "The smallest p is \(verbatim: "\($0)")." } ?? "No p in this family."
      return FamilyNote(family: family, by: by, size: 1, smallestAdjusted: smallest, sentence: sentence)
    }
    let notes = [
      note("overall", "roll_up", 0.01), note("dimensions", "roll_up", 0.11), note("co", "roll_up", 0.04),
      note("overall", "grade", 0.01), note("steps", "grade", 0.02), note("overall", "language", nil),
      note("steps", "language", nil),
    ]
    #expect(
      try findings([], notes: notes).notes == [
        "roll_up, dimensions: The smallest p is 0.11.",
        "roll_up: overall and co could give an adjusted p below .05.",
        "grade: every family could give an adjusted p below .05.",
        "language, overall and steps: No p in these families.",
      ])
  }

  private func gap(
    _ measure: String, _ kind: PerceptionGap.Kind, _ value: Double?, adjusted: Double? = 1, status: Status = .ok
  ) -> PerceptionGap {
    PerceptionGap(
      by: "roll_up", groupA: "provider", groupB: "citizen", measure: measure, kind: kind, nA: value.map { _ in 14 },
      nB: value.map { _ in 12 }, valueA: value, valueB: 0,
      difference: value.map {
        Estimate(
          value: $0, interval: ConfidenceInterval(lower: $0 - 4, upper: $0 + 4, level: 0.95), n: 26, status: .ok)
      } ?? .withheld(status), intervalMethod: "", method: "van_elteren", design: .withinOrganizations,
      p: value.map { _ in PValue(value: 0.001, method: .exact, smallestAttainable: 0.0001) },
      pAdjusted: value == nil ? nil : adjusted, status: status, note: "")
  }

  @Test func `the atlas: one calm table a pair, clear gaps in a sentence, marks where nothing can be shown`() throws {
    let gaps = [
      gap("d03", .level, -12.34, adjusted: 0.01), gap("d03", .consensus, 5.5, adjusted: 0.02),
      gap("d03", .knowledge, nil, status: .suppressed), gap("d04", .level, 1), gap("d04", .consensus, 2),
      gap("d04", .knowledge, nil, status: .noVariation),
    ]
    let section = try #require(GapAtlas(gaps: gaps, labels: labels).section(heading: "Perception gaps"))
    let page = text([section])
    #expect(
      page.contains(
        "Providers (up to 14 people) compared with Citizens (up to 12 people). Clear: Citizens agree more on Unfavourable culture."
      ))
    #expect(page.contains("Which levels differ clearly is said above; the tables give sizes. All 4 gaps"))
    #expect(page.contains("-12.3 (-16.3 to -8.3) 5.5 (1.5 to 9.5) [c]"))
    #expect(page.contains("1.0 (-3.0 to 5.0) 2.0 (-2.0 to 6.0) [x]"))
    #expect(page.contains("[c] hidden"))
    #expect(!page.contains("No configuration"))
    let calm = GapAtlas(gaps: [gap("d04", .level, 1)], labels: labels).section(heading: "g")
    // Whether a level differs clearly is said once, beside its test: never another verdict here.
    #expect(!text([try #require(calm)]).contains("clear."))
    #expect(GapAtlas(gaps: [], labels: labels).section(heading: "g") == nil)
  }

  private func wave(_ measure: String, _ method: String, p: Double, effect: EffectSize, organizations: Int)
    -> Comparison
  {
    var evidence = ComparisonEvidence()
    evidence.design = .samePeople
    evidence.organizations = organizations
    return Comparison(
      family: measure == "overall" ? "overall" : "dimensions", measure: measure, by: "wave", groupA: "2025",
      groupB: "2026", nA: 57, nB: 57, primary: method == "signed_rank", method: method, statistic: 1,
      degreesOfFreedom: nil, p: PValue(value: p, method: .exact, smallestAttainable: 1.0 / 2048), pAdjusted: p,
      effect: effect, status: .ok, note: "", evidence: evidence)
  }

  /// People rose with p .008, their twelve organisations with .147: the second decides what is called clear.
  @Test func `with many organisations a change is clear only when organisations changed`() throws {
    func rows(_ measure: String, _ organizations: Double, _ change: Double) -> [Comparison] {
      [
        wave(
          measure, "signed_rank", p: 0.008,
          effect: EffectSize(name: "matched_pairs_rank_biserial", value: 0.4, interval: nil, intervalMethod: ""),
          organizations: 12),
        wave(
          measure, "whole_organisation_signs", p: organizations,
          effect: EffectSize(name: "mean_change", value: change, interval: nil, intervalMethod: ""), organizations: 12),
      ]
    }
    let found = try findings(rows("overall", 0.147, 4.9) + rows("d02", 0.001, 19.7))
    let page = text(ComparisonSection(findings: found, labels: labels).sections)
    #expect(page.contains("Overall readiness: no clear change (57 people)."))
    #expect(
      page.contains(
        "Readiness on “Insufficient resources” rose clearly, by 19.7 points in the mean of 12 organisations (57 people)."
      ))
    #expect(
      page.contains("Whole organisations: signs of whole organisations exchanged, exact, mean change = 4.9, p = .147."))
  }
}
