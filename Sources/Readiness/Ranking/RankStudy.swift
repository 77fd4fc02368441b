public import Statistics
public import Survey

/// The ranks of organisations and how far to trust them, ready to be published: what `readiness rank` writes.
///
/// Ranks, sets and bands are those of ``Assessment``: same responses, plan and seed, same numbers.
public struct RankStudy: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Every choice of the run.
  public let plan: ScoringPlan
  /// What was read, set aside and noticed.
  public let intake: Intake
  /// Who answered, by type.
  public let participation: [ParticipationRow]
  /// The ranked organisations by rank and name; empty where fewer than two can be ranked.
  public let ranks: [RankRow]
  /// Every pair of ranked organisations.
  public let pairs: [RankPair]
  /// Where the distance from 100 lies, for every organisation that is shown whole, by name.
  public let gapShares: [GapShareRow]
  /// What lies between the organisations beyond chance; nil where it cannot be estimated.
  public let shrinkage: EmpiricalBayes?
  /// Organisations without a rank by name, and why.
  public let notRanked: [(organization: String, reason: Phrase)]
  /// What was hidden and why, in counts only.
  public let disclosureNotes: [Phrase]

  /// Scores the responses and ranks the organisations.
  ///
  /// - Parameters:
  ///   - responses: valid responses.
  ///   - plan: every choice of the run.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  /// - Throws: ``AssessmentFault`` when the plan asks for what cannot be done.
  public init(_ responses: Responses, plan: ScoringPlan, threads: Int = 0) throws(AssessmentFault) {
    let basis = try AssessmentBasis(responses, plan: plan, threads: threads)
    let participation = AssessmentCounts(basis.suppression).published(basis.summaries.participation(invited: []))
    let organizations = AssessmentOrganizations(
      basis.scores, raw: basis.raw, suppression: basis.suppression, answers: basis.answers, rows: basis.rows,
      budget: AssessmentBudget(basis, threads: threads), gaps: [],
      participation: [], shares: basis.shares, threads: threads)
    let evidence = organizations.ranked.map { RankEvidence($0.units, ranking: $0.ranking, level: plan.level) }
    instrument = responses.instrument
    self.plan = plan
    intake = responses.intake
    self.participation = participation
    ranks = evidence?.rows ?? []
    pairs = evidence?.pairs ?? []
    gapShares = GapShares(basis, threads: threads).rows
    shrinkage = evidence?.shrinkage
    notRanked = organizations.profiles.compactMap { profile in
      profile.notRankedBecause.map { (profile.organization, $0) }
    }
    disclosureNotes = basis.suppression.notes(plan: plan)
  }
}
