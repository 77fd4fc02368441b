public import Survey

/// Whether scores hang together well enough to be read: what `readiness reliability` writes.
///
/// Reliability and structure are of the whole cohort, agreement of the organisations that may be shown. Sampling weights are not used: reliability is of the answers as they came.
public struct ReliabilityStudy: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Every choice of the run.
  public let plan: ScoringPlan
  /// What was read, set aside and noticed.
  public let intake: Intake
  /// The measures in the order of the rows.
  public let measures: [Measure]
  /// Who answered, by type.
  public let participation: [ParticipationRow]
  /// Each score: do its parts say the same?
  public let reliability: [ReliabilityRow]
  /// Each part of each score.
  public let items: [ReliabilityItemRow]
  /// How many things the parts of a score measure.
  public let structure: [StructureRow]
  /// Whether people of one organisation say the same, and organisations differ.
  public let agreement: [AgreementRow]
  /// What was hidden and why, in counts only.
  public let disclosureNotes: [Phrase]

  /// Whether the key shows in the answers.
  public let verdict: KeyVerdict

  /// Scores the responses and looks at their parts.
  ///
  /// - Parameters:
  ///   - responses: valid responses.
  ///   - plan: every choice of the run.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  /// - Throws: ``AssessmentFault`` when the plan asks for what cannot be done.
  public init(_ responses: Responses, plan: ScoringPlan, threads: Int = 0) throws(AssessmentFault) {
    let basis = try AssessmentBasis(responses, plan: plan, threads: threads)
    let minimum = basis.suppression.rule.minimum
    let table = ReliabilityTable(
      scores: basis.scores, minimum: minimum, threads: threads, tellsPeople: basis.tellsPeople
    ).rows
    instrument = responses.instrument
    self.plan = plan
    intake = responses.intake
    measures = basis.scores.measures
    participation = AssessmentCounts(basis.suppression).published(basis.summaries.participation(invited: []))
    reliability = table.scales
    items = table.items
    structure = StructureTable(scores: basis.scores, minimum: minimum, threads: threads).rows
    verdict = KeyVerdict(items: table.judged, structure: structure)
    agreement =
      AgreementTable(
        basis: basis, views: OrganizationViews(basis.scores, rows: basis.rows, threads: threads), threads: threads
      ).rows
    disclosureNotes = basis.suppression.notes(plan: plan)
  }
}
