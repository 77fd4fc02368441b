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
    let basis = try AssessmentBasis(responses, plan: plan, threads: threads)
    let (scores, summaries, suppression) = (basis.scores, basis.summaries, basis.suppression)
    var raw = basis.raw
    let counts = AssessmentCounts(suppression)
    let gaps = AssessmentGaps(
      suppression, answers: basis.answers, digits: basis.digits, instrument: responses.instrument,
      measures: scores.measures
    ).published(summaries.gaps)
    let participation = counts.published(summaries.participation(invited: invited))
    let budget = AssessmentBudget(basis, threads: threads)

    let answers = BudgetAnswers(responses, threads: threads)
    let weigher = basis.weigher(answers, plan: plan)
    let weights = WeightTable(
      instrument: responses.instrument, weigher: weigher, aggregation: scores.layout.aggregation)

    let organizations = AssessmentOrganizations(
      scores, raw: raw, suppression: suppression, answers: basis.answers, rows: basis.rows, budget: budget, gaps: gaps,
      participation: participation, shares: basis.shares, threads: threads)
    let compared = basis.comparisons(threads: threads)
    let allocated = basis.allocationComparisons(threads: threads)
    raw.publish(
      suppression, answers: basis.answers, overall: organizations.overall,
      intervals: organizations.intervals)
    self.init(
      instrument: responses.instrument, plan: plan, scoredPlan: scores.plan, intake: responses.intake,
      measures: scores.measures,
      participation: participation,
      scores: raw.rows,
      profiles: organizations.profiles, allocations: budget.allocations, budgetFindings: budget.findings,
      weights: weights.rows(weights.usual, threads: threads), moneyAndNeed: budget.moneyAndNeed,
      comparisons: compared.flatMap(\.rows) + allocated.flatMap(\.rows),
      familyNotes: compared.flatMap(\.notes) + allocated.flatMap(\.notes), perceptionGaps: compared.flatMap(\.gaps),
      distributions: counts.listed(basis.distributions), gaps: gaps,
      disclosureNotes: suppression.notes(plan: plan),
      cautions: Self.cautions(responses, plan: plan, profiles: organizations.profiles),
      allocationSummary: budget.summary, moneyConcordance: budget.concordance)
    organizationAllocations = budget.organizations
    disclosure =
      AssessmentDisclosure(
        suppression, measures: scores.measures, items: responses.instrument.ratings.map(\.code),
        means: OneItemMeans(scores), distributions: basis.distributions,
        intervals: basis.distributionIntervals, threads: threads
      ).rows
    let matrix = basis.matrix
    if let chosen = try? weigher.weights(plan.scheme) {
      priorities = PriorityTable(basis, matrix, weights: chosen).rows(threads: threads)
    }
    trust = TrustSummary(basis, threads: threads)
    whoseWeights = basis.whoseWeights(matrix, budget: answers, sample: AllocationSample(responses), plan: plan)
  }
}
