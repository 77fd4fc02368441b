import Disclosure
import Survey

/// What every publication of a run rests on: scores, their raw rows, and what disclosure hides.
struct AssessmentBasis: Sendable {
  let scores: Scores
  let summaries: GroupSummaries
  let groupings: [Grouping]
  /// Rows before anything is hidden.
  let raw: AssessmentScores
  let suppression: AssessmentSuppression
  /// Respondents by organisation.
  let rows: OrganizationRows

  /// Scores the responses and decides what is hidden.
  ///
  /// - Throws: ``AssessmentFault`` when the plan asks for what cannot be done.
  init(_ responses: Responses, plan: ScoringPlan, threads: Int) throws(AssessmentFault) {
    try plan.check(against: responses)
    scores = responses.scored(by: plan, threads: threads)
    summaries = GroupSummaries(scores, threads: threads)
    groupings = responses.groupings(by: plan.by)
    let groups = AssessmentGroups(responses, groupings: groupings)
    raw = AssessmentScores(summaries.rows, measures: scores.measures)
    suppression = AssessmentSuppression(
      groups, counts: raw.counts(of: groups), layout: scores.layout,
      rule: SuppressionRule(minimum: plan.disclosureMinimum), threads: threads)
    rows = OrganizationRows(responses.organization)
  }

  /// The comparisons of every grouping that the plan names, in its order; none for an instrument without barriers.
  func comparisons(threads: Int) -> [GroupComparisons] {
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
