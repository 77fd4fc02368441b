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
    let plan = scores.plan
    var done: Set<String> = []
    let compared = plan.by.filter { done.insert($0).inserted }.compactMap { name in
      groupings.first { $0.name == name }
    }
    let missing = MissingAnswers(
      summaries.people, groupings: compared, minimum: suppression.rule.minimum, threads: threads
    ) { by, group, measure in
      suppression.isHidden(GroupKey(by: by, group: group), measure: measure)
    }
    let choices = ContrastChoices(
      null: plan.comparison.null, permutations: plan.permutations, level: plan.level, minimum: suppression.rule.minimum)
    return compared.map { grouping in
      let groups = RespondentGrouping(grouping)
      let hidden = scores.measures.indices.map { place in
        Set(
          groups.labels.indices.filter {
            suppression.isHidden(GroupKey(by: grouping.name, group: groups.labels[$0]), measure: place)
          })
      }
      return GroupComparisons(
        ComparisonEngine(
          scores: scores, grouping: groups, rows: rows, hidden: hidden, missing: missing, choices: choices),
        threads: threads)
    }
  }
}
