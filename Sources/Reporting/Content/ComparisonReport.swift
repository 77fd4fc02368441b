public import Readiness

/// The page of comparisons alone: `report.txt` of `readiness compare`.
public struct ComparisonReport: Sendable {
  let findings: ComparisonFindings
  let intake: Intake
  let software: String

  /// Makes the page; `software` is the name and version that the methods name.
  public init(_ findings: ComparisonFindings, intake: Intake, software: String) {
    self.findings = findings
    self.intake = intake
    self.software = software
  }

  /// What it says.
  public var report: Report {
    let labels = Labels(findings.instrument, level: findings.plan.level, measures: findings.measures)
    let people = findings.participation.filter { $0.organization == nil }
    let instrument = findings.instrument
    return Report(
      name: "report", title: "Who sees it differently",
      subtitles: [PageFrame.surveyLine(instrument)],
      stamps: PageFrame.stamps(plan: findings.plan, intake: intake),
      sections: (people.isEmpty ? [] : [ParticipationSection(rows: people, labels: labels).section])
        + [AllocationDifferences(findings: findings, labels: labels).section].compactMap { $0 }
        + ComparisonSection(findings: findings, labels: labels).sections
        + ComparisonMethods(findings: findings, software: software).sections)
  }
}

/// How comparisons were made, on a page that has nothing else.
struct ComparisonMethods {
  let findings: ComparisonFindings
  let software: String

  var sections: [Section] {
    let plan = findings.plan
    let points: [Phrase] = [
      """
      Scores run from 0 to 100, higher is readier. “Don't know”, “not for me”, skipped and not asked are kept apart \
      and never counted as scores.
      """,
      "Tests: \(Self.words(for: plan.comparison.null)). Comparisons are adjusted within each family (Holm).",
      """
      Seed \(verbatim: "\(plan.seed)"), up to \(Words.count(plan.permutations)) shuffles. Made with \(verbatim: software). The same answers, \
      plan and seed give the same files, and “readiness run” gives the same rows.
      """,
    ]
    return [Section("How this was made", [.points(points + findings.disclosureNotes)])]
      + (findings.instrument.credits.isEmpty
        ? [] : [Section("Credits", [.points(findings.instrument.creditLines.map(Phrase.label))])])
  }

  /// How the null distribution was chosen, in plain words.
  static func words(for null: ComparisonPlan.Null) -> Phrase {
    switch null {
    case .automatic: "exact where all outcomes can be listed, else by random shuffles"
    case .exact: "exact ones only, as the plan asks"
    case .permutation: "by random shuffles, as the plan asks"
    case .asymptotic: "by their limits in large samples, as the plan asks"
    }
  }
}
