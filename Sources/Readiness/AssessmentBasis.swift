import Disclosure
import Survey

/// What every publication of a run rests on: scores, their raw rows, and what disclosure hides.
struct AssessmentBasis: Sendable {
  let scores: Scores
  let summaries: GroupSummaries
  let groupings: [Grouping]
  /// Rows before anything is hidden, as finely as they may be told.
  let raw: AssessmentScores
  let suppression: AssessmentSuppression
  /// Counts per item and answer, as they are published.
  let distributions: [DistributionRow]
  /// What can be inferred about each count of ``distributions`` that is hidden.
  let distributionIntervals: [TableAudit.Interval?]
  /// Which counts of answers, and of people without a score, may be shown.
  let answers: AssessmentAnswers
  /// How finely means of one item are told.
  let digits: OneItemDigits
  /// Respondents by organisation.
  let rows: OrganizationRows
  /// What the weights of the dimensions are means of, where they come from the budget; nil where they are not redrawn.
  let shares: AllocationShares?

  /// Scores the responses and decides what is hidden.
  ///
  /// A weighting scheme that rests on answers is looked up first, among what is published under equal weights.
  /// - Parameter ledger: earlier releases that the answers are compared with; nil where they were compared before.
  /// - Throws: ``AssessmentFault`` when the plan asks for what cannot be done.
  init(_ responses: Responses, plan: ScoringPlan, threads: Int, ledger: CohortLedger? = nil) throws(AssessmentFault) {
    try plan.check(against: responses)
    try plan.checkOverallScore()
    guard !plan.scheme.isFixed else {
      self.init(scoring: responses, plan: plan, threads: threads, ledger: ledger)
      return
    }
    let budget = BudgetAnswers(responses, threads: threads)
    let first = AssessmentBasis(scoring: responses, plan: plan, threads: threads, ledger: ledger)
    do throws(SchemeRefusal) {
      let dimensions = responses.instrument.dimensions.map(\.id)
      let weights = try first.weigher(budget, plan: plan).weights(plan.scheme).shares
      let shares =
        plan.scheme == .budget || plan.scheme == .budgetOverlapping
        ? AllocationShares(budget, dimensions: dimensions, overlapping: plan.scheme == .budgetOverlapping) : nil
      self.init(
        scoring: responses, plan: plan.using(weights: weights, of: dimensions), shares: shares, threads: threads,
        ledger: ledger)
    } catch {
      throw .schemeImpossible(plan.scheme.name, reason: Wording.english.text(error.reason))
    }
  }

  /// What schemes may rest on.
  func weigher(_ budget: BudgetAnswers?, plan: ScoringPlan) -> DimensionWeigher {
    let hidden = BudgetDisclosure(budget, minimum: suppression.rule.minimum)
    var weights = scores.budgetWeights(budget, unit: allocationDigits(budget).overOrganizations)
    if let budget { weights?.withhold(FewGivers(budget, minimum: suppression.rule.minimum)) }
    let refusal: SchemeRefusal? =
      budget == nil
      ? SchemeRefusal(status: .notAsked, reason: "the budget was not asked")
      : hidden.hidesOrganizations
        ? SchemeRefusal(status: .suppressed, reason: "too few people shared out the budget, so its weights are hidden")
        : weights == nil ? SchemeRefusal(status: .tooFewAnswers, reason: "nobody shared out the budget") : nil
    return DimensionWeigher(
      plan: plan, dimensions: scores.responses.instrument.dimensions.map(\.id), budget: weights, budgetRefusal: refusal,
      matrix: matrix.matrix)
  }

  /// How finely means of allocations are told.
  func allocationDigits(_ budget: BudgetAnswers?) -> AllocationDigits {
    budget.map { AllocationDigits($0, scores, suppression) } ?? AllocationDigits()
  }

  /// What is published about organisations.
  var matrix: OrganizationMatrix { OrganizationMatrix(scores, raw: raw, suppression: suppression, names: rows.names) }

  private init(
    scoring responses: Responses, plan: ScoringPlan, shares: AllocationShares? = nil, threads: Int,
    ledger: CohortLedger?
  ) {
    self.shares = shares
    scores = responses.scored(by: plan, threads: threads)
    summaries = GroupSummaries(scores, threads: threads)
    groupings = responses.groupings(by: plan.by)
    let groups = AssessmentGroups(responses, groupings: groupings)
    var raw = AssessmentScores(summaries.rows, measures: scores.measures)
    let rule = plan.disclosure.rule
    let counted = summaries.distributions
    let networks = GroupNetwork.all(groups, instrument: responses.instrument, groupings: groupings)
    let earlier = ledger.map { [scores, groupings] ledger in
      let people = ReleasedPeople(scores, groups: groups, groupings: groupings, key: ledger.key)
      return EarlierReleases(ledger, release: people.release, networks: networks, rule: rule)
    }
    let items = responses.instrument.ratings.map(\.code)
    let alike = AlikeGroups(groups, raw: raw, counts: counted, items: items, minimum: rule.minimum)
    let first = AssessmentSuppression(
      groups, counts: raw.counts(of: groups), layout: scores.layout, rule: rule,
      networks: networks,
      overlaps: OverlappingGroups(responses, groups: groups, groupings: groupings, rule: rule), alike: alike,
      held: plan.heldBack, earlier: earlier, threads: threads)
    let means = OneItemMeans(scores)
    (distributions, distributionIntervals) = AssessmentCounts(first).published(counted, means: means, threads: threads)
    answers = AssessmentAnswers(
      first, raw: raw, layout: scores.layout, instrument: responses.instrument,
      distributions: (all: counted, published: distributions), means: means, threads: threads)
    suppression = first.withholding(
      means.hidden(counted, published: distributions, items: items, groups: groups, minimum: rule.minimum),
      ofOneItem: means.measures, alike: alike, layout: scores.layout, threads: threads)
    digits = OneItemDigits(scores, raw: raw, suppression: suppression, answers: answers, threads: threads)
    raw.coarsen(suppression)
    raw.coarsen(digits, suppression)
    self.raw = raw
    rows = OrganizationRows(responses.organization)
  }

  /// The groupings that the plan names, each once, in its order.
  private var compared: [Grouping] {
    var done: Set<String> = []
    return scores.plan.by.filter { done.insert($0).inserted }.compactMap { name in
      groupings.first { $0.name == name }
    }
  }

  private var choices: ContrastChoices {
    ContrastChoices(
      null: scores.plan.comparison.null, permutations: scores.plan.permutations, level: scores.plan.level,
      minimum: suppression.rule.minimum, crowded: CrowdedGroups(suppression),
      tellsMeans: scores.responses.weights.isEmpty || !suppression.isHidden.contains(true))
  }

  /// The comparisons of allocations for every grouping that the plan names; none when the budget was not asked or answered, or when
  /// the plan compares other measures alone.
  func allocationComparisons(threads: Int) -> [AllocationComparisons] {
    let (plan, chosen) = (scores.plan, scores.plan.comparison.measures)
    guard chosen.isEmpty || chosen.contains(AllocationComparisons.family),
      let sample = AllocationSample(scores.responses), sample.rows.count >= max(1, suppression.rule.minimum)
    else { return [] }
    let (compared, choices) = (compared, choices)
    let givers = AllocationGivers(scores, suppression: suppression)
    let concordance = SeverityConcordance(scores, sample: sample)
    return concurrentMap(compared.count, threads: threads) { place in
      let groups = RespondentGrouping(compared[place])
      var all = AllocationComparisons(
        sample, grouping: groups, hidden: hidden(people: sample.rows, grouping: groups), plan: plan, choices: choices,
        givers: givers, threads: threads)
      if let concordance {
        let known = concordance.people.indices.filter { concordance.people[$0] != nil }
        all.compare(
          concordance, grouping: groups, rows: rows, hidden: hidden(people: known, grouping: groups), plan: plan,
          choices: choices, givers: givers)
      }
      return all.leavingOut(unlisted(compared[place]))
    }
  }

  /// The groups that may not be shown by those of their people who gave something.
  func hidden(people given: [Int], grouping: RespondentGrouping) -> Set<Int> {
    let counts = suppression.groups.counts(of: given, scores.responses, groupings: groupings)
    let hidden = suppression.hidden(people: counts)
    return Set(
      grouping.labels.indices.filter { group in
        suppression.groups.place(GroupKey(by: grouping.name, group: grouping.labels[group])).map { hidden[$0] } ?? true
      })
  }

  /// The comparisons of every grouping that the plan names, in its order; none for an instrument without barriers.
  func comparisons(threads: Int) -> [GroupComparisons] {
    guard !scores.responses.instrument.items.isEmpty else { return [] }
    let compared = compared
    let missing = MissingAnswers(
      summaries.people, groupings: compared, answers: answers, digits: digits, minimum: suppression.rule.minimum,
      threads: threads)
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
          scores: scores, grouping: groups, rows: rows, hidden: hidden, missing: missing, choices: choices,
          told: ToldPeople(suppression, answers: answers, grouping: groups, organizations: rows.names)),
        threads: threads
      ).leavingOut(unlisted(grouping))
    }
  }

  /// The groups of a grouping whose names may not be listed.
  private func unlisted(_ grouping: Grouping) -> Set<String> {
    Set(grouping.groups.filter { suppression.isUnlisted(GroupKey(by: grouping.name, group: $0)) })
  }
}
