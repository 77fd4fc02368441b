import Statistics
import Survey

/// Everything that is found about single organisations: their intervals, profiles and ranks.
struct AssessmentOrganizations: Sendable {
  /// The place of the overall score among the measures.
  let overall: Int?
  /// The interval of each shown organisation's overall score, by name: from its own draws.
  let intervals: [String: ConfidenceInterval?]
  /// The profiles in the order of publication.
  let profiles: [ReadinessProfile]
  /// The organisations that are ranked, and their ranking; nil where fewer than two are.
  let ranked: (units: [RankedOrganization], ranking: OrganizationRanking)?

  init(
    _ scores: Scores, raw: AssessmentScores, suppression: AssessmentSuppression, answers: AssessmentAnswers,
    rows: OrganizationRows, budget: AssessmentBudget, gaps: [GapRow], participation: [ParticipationRow],
    shares: AllocationShares? = nil, threads: Int
  ) {
    let measures = scores.measures
    let overall = measures.firstIndex { $0.kind == .overall }
    @Sendable func published(_ name: String, _ measure: Int) -> Estimate {
      let key = GroupKey(organization: name)
      guard let estimate = raw.raw(key, measure: measure)?.estimate else { return .withheld(.notAsked) }
      let isHidden = suppression.isHidden(key, measure: measure) && estimate.status != .notAsked
      return isHidden ? .withheld(.suppressed) : estimate
    }
    let facets = Facet.allCases.map { facet in measures.firstIndex { $0.kind == .facet(facet) } }
    let views = OrganizationViews(scores, rows: rows, threads: threads)
    /// Whether a score that is published is no level, because views are split.
    @Sendable func isSplit(_ index: Int, _ measure: Int) -> Bool {
      published(rows.names[index], measure).value != nil && (views[index, measure]?.areSplit ?? false)
    }
    let weights = shares.map { WeightDraws($0, scores: scores, rows: rows, threads: threads) }
    let findings = concurrentMap(rows.names.count, threads: threads) { index in
      let name = rows.names[index]
      return OrganizationFindings(
        scores, rows: rows[index], name: name, overall: overall.map { published(name, $0) } ?? .withheld(.notAsked),
        facets: facets.map { place in
          place.map { isSplit(index, $0) ? .withheld(.viewsSplit) : published(name, $0) } ?? .withheld(.notAsked)
        }, weights: weights)
    }
    let gapsOf = Dictionary(grouping: gaps.filter { $0.organization != nil }) { $0.organization ?? "" }
    let participationOf = Dictionary(grouping: participation.filter { $0.organization != nil }) {
      $0.organization ?? ""
    }
    var intervals: [String: ConfidenceInterval?] = [:]
    let sources = zip(rows.names, findings).enumerated().map { index, found -> ReadinessProfiles.Sources in
      let (name, findings) = found
      var estimates: [String: Estimate] = [:]
      for (place, measure) in measures.enumerated() { estimates[measure.id] = published(name, place) }
      if let overall, let estimate = estimates[measures[overall].id], estimate.value != nil {
        intervals.updateValue(findings.interval, forKey: name)
        estimates[measures[overall].id] = Estimate(
          value: estimate.value, interval: findings.interval, n: estimate.n, status: estimate.status)
      }
      let place = suppression.groups.place(GroupKey(organization: name))
      let isShown = place.map { !suppression.isHidden[$0] } ?? false
      return ReadinessProfiles.Sources(
        name: name, respondents: isShown ? place.map { suppression.groups.sizes[$0] } : nil, measures: estimates,
        typesEqual: Self.typesEqual(name, overall, raw, suppression),
        budgetWeighted: budget.readiness(name, overall: overall.map { published(name, $0) }) { published(name, $0) },
        findings: findings, gaps: gapsOf[name] ?? [], participation: participationOf[name] ?? [],
        flags: Self.flags(name, scores, raw, suppression),
        splitViews: Dictionary(
          measures.enumerated().compactMap { place, measure -> (String, Views)? in
            guard isSplit(index, place), var own = views[index, place] else { return nil }
            if !answers.showsPeople(GroupKey(organization: name), measure: place) { own.averageDeviation = nil }
            return (measure.id, own)
          }, uniquingKeysWith: { first, _ in first }),
        rollUps: Self.rollUps(name, scores.responses.instrument, suppression))
    }
    self.overall = overall
    self.intervals = intervals
    let all = ReadinessProfiles(sources, measures: measures, plan: scores.plan) { name, measure in
      measures.firstIndex { $0.id == measure }.map {
        answers.showsPeople(GroupKey(organization: name), measure: $0)
      } ?? true
    }
    profiles = all.profiles
    ranked = all.ranked
  }

  /// People of each roll-up that may be told. That nobody is of one is told where the others are everybody: a hidden group looks the same.
  private static func rollUps(
    _ name: String, _ instrument: Instrument, _ suppression: AssessmentSuppression
  ) -> [String: Int] {
    let groups = suppression.groups
    guard let whole = groups.place(GroupKey(organization: name)), !suppression.isHidden[whole] else { return [:] }
    var told: [String: Int] = [:]
    for code in instrument.rollUps.map(\.code) {
      let place = groups.place(GroupKey(organization: name, by: "roll_up", group: code))
      if let place, !suppression.isHidden[place] { told[code] = groups.sizes[place] }
    }
    if suppression.rule.minimum == 0 || told.values.reduce(0, +) == groups.sizes[whole] {
      for code in instrument.rollUps.map(\.code) { told[code] = told[code] ?? 0 }
    }
    return told
  }

  private static func typesEqual(
    _ name: String, _ overall: Int?, _ raw: AssessmentScores, _ suppression: AssessmentSuppression
  ) -> Estimate {
    let key = GroupKey(organization: name)
    guard let overall, let place = suppression.groups.place(key),
      let estimate = raw.raw(key, measure: overall, weighting: .types)?.estimate
    else { return .withheld(.notAsked) }
    if estimate.status == .notAsked { return estimate }
    return suppression.hidden[overall][place] ? .withheld(.suppressed) : estimate
  }

  /// Cautions about one organisation; none about one that is hidden.
  private static func flags(
    _ name: String, _ scores: Scores, _ raw: AssessmentScores, _ suppression: AssessmentSuppression
  ) -> [Phrase] {
    let key = GroupKey(organization: name)
    var spreads: [Double] = []
    for place in scores.layout.dimensions {
      guard let row = raw.raw(key, measure: place), row.estimate.value != nil else { continue }
      if suppression.isHidden(key, measure: place) { return [] }
      guard let sd = row.sd else { return [] }
      spreads.append(sd)
    }
    return !spreads.isEmpty && spreads.allSatisfy { $0 <= 1e-9 } ? [Assessment.everybodyAlike] : []
  }
}

extension Assessment {
  /// The flag of an organisation in which nobody differs from anybody else on any dimension.
  static let everybodyAlike: Phrase = "Everybody here answered alike, so the scores have no interval."
}
