import Survey

/// Comparisons of respondent types alone, ready to be published: what `readiness compare` writes.
///
/// Made by the same engine as ``Assessment``, so the same responses, plan and seed give the same rows in both.
public struct ComparisonStudy: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Every choice of the run.
  public let plan: ScoringPlan
  /// What was read, set aside and noticed.
  public let intake: Intake
  /// The measures in the order of files and pages.
  public let measures: [Measure]
  /// Who answered, by type.
  public let participation: [ParticipationRow]
  /// Comparisons across respondent types.
  public let comparisons: [Comparison]
  /// What each family of comparisons can and cannot show, in plain sentences.
  public let familyNotes: [FamilyNote]
  /// How every two groups see every barrier differently, in one family per grouping.
  public let perceptionGaps: [PerceptionGap]
  /// What was hidden and why, in counts only.
  public let disclosureNotes: [Phrase]

  /// Scores the responses and compares the groups that the plan names.
  ///
  /// - Parameters:
  ///   - responses: valid responses.
  ///   - plan: every choice of the run.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  /// - Throws: ``AssessmentFault`` when the plan asks for what cannot be done.
  public init(_ responses: Responses, plan: ScoringPlan, threads: Int = 0) throws(AssessmentFault) {
    let basis = try AssessmentBasis(responses, plan: plan, threads: threads)
    let compared = basis.comparisons(threads: threads)
    let allocated = basis.allocationComparisons(threads: threads)
    instrument = responses.instrument
    self.plan = plan
    intake = responses.intake
    measures = basis.scores.measures
    participation = AssessmentCounts(basis.suppression).published(basis.summaries.participation(invited: []))
    comparisons = compared.flatMap(\.rows) + allocated.flatMap(\.rows)
    familyNotes = compared.flatMap(\.notes) + allocated.flatMap(\.notes)
    perceptionGaps = compared.flatMap(\.gaps)
    disclosureNotes = basis.suppression.notes(plan: plan)
  }
}
