import Disclosure
import Statistics
import Survey

extension Assessment {
  /// Scores, compares, ranks, and withholds what disclosure hides, in that order.
  ///
  /// - Parameters:
  ///   - responses: valid responses.
  ///   - plan: every choice of the run.
  ///   - invited: how many people were invited, where a list was given.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  /// - Throws: ``AssessmentFault`` when the plan asks for what cannot be done, such as pilot mode without a recorded consent.
  public init(
    _ responses: Responses, plan: ScoringPlan, invited: [Invitation] = [], threads: Int = 0
  ) throws(AssessmentFault) {
    try plan.check(against: responses)
    let scores = responses.scored(by: plan, threads: threads)
    let summaries = GroupSummaries(scores, threads: threads)
    let groupings = responses.groupings(by: plan.by)
    let groups = AssessmentGroups(responses, groupings: groupings)
    var raw = AssessmentScores(summaries.rows, measures: scores.measures)
    let suppression = AssessmentSuppression(
      groups, counts: raw.counts(of: groups), layout: scores.layout,
      rule: SuppressionRule(minimum: plan.disclosureMinimum), threads: threads)
    let counts = AssessmentCounts(suppression)
    let gaps = AssessmentGaps(suppression, instrument: responses.instrument, measures: scores.measures)
      .published(summaries.gaps)
    let participation = counts.published(summaries.participation(invited: invited))
    let rows = OrganizationRows(responses.organization)
    let budget = AssessmentBudget(summaries, suppression: suppression, threads: threads)

    let organizations = AssessmentOrganizations(
      scores, raw: raw, suppression: suppression, rows: rows, budget: budget, gaps: gaps, participation: participation,
      threads: threads)
    let compared = Self.comparisons(
      scores, groupings: groupings, rows: rows, suppression: suppression, threads: threads)
    let distributions = counts.published(summaries.distributions, threads: threads)
    raw.publish(
      suppression, items: scores.layout.items.map(\.count), overall: organizations.overall,
      intervals: organizations.intervals)
    self.init(
      instrument: responses.instrument, plan: plan, intake: responses.intake, measures: scores.measures,
      participation: participation,
      scores: raw.rows,
      profiles: organizations.profiles, allocations: budget.allocations, budgetFindings: budget.findings,
      weights: budget.weights, moneyAndNeed: budget.moneyAndNeed, comparisons: compared.flatMap(\.rows),
      familyNotes: compared.flatMap(\.notes),
      distributions: distributions, gaps: gaps,
      disclosureNotes: suppression.notes(plan: plan),
      cautions: Self.cautions(responses, plan: plan, profiles: organizations.profiles))
  }

  /// The comparisons of every grouping that the plan names, in its order; none for an instrument without barriers.
  private static func comparisons(
    _ scores: Scores, groupings: [Grouping], rows: OrganizationRows, suppression: AssessmentSuppression, threads: Int
  ) -> [GroupComparisons] {
    guard !scores.responses.instrument.items.isEmpty else { return [] }
    var done: Set<String> = []
    return scores.plan.by.filter { done.insert($0).inserted }.compactMap { name in
      groupings.first { $0.name == name }.map { grouping in
        let groups = RespondentGrouping(grouping)
        return GroupComparisons(
          scores, grouping: groups, rows: rows,
          hidden: { measure in
            guard let place = scores.place(of: measure) else { return [] }
            return Set(
              groups.labels.indices.filter {
                suppression.isHidden(GroupKey(by: name, group: groups.labels[$0]), measure: place)
              })
          }, minimum: suppression.rule.minimum, threads: threads)
      }
    }
  }
}
