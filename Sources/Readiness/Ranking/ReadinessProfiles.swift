import Statistics
import Survey

/// Makes the profile of every organisation from what is published about it, and ranks them.
struct ReadinessProfiles: Sendable {
  /// What is published about one organisation.
  struct Sources: Sendable {
    let name: String
    let respondents: Int?
    /// Every measure by id, respondents equal.
    let measures: [String: Estimate]
    let typesEqual: Estimate
    let budgetWeighted: Estimate
    let findings: OrganizationFindings
    let gaps: [GapRow]
    let participation: [ParticipationRow]
    let flags: [Phrase]
    /// Measures on which its views are split, by id.
    var splitViews: [String: Views] = [:]
    /// People of each roll-up that may be told, by code.
    var rollUps: [String: Int] = [:]
  }

  /// Ranked ones by rank and name, then the others by name.
  let profiles: [ReadinessProfile]
  /// The organisations that are ranked, in the order of their sources, and their ranking; nil where fewer than two are.
  let ranked: (units: [RankedOrganization], ranking: OrganizationRanking)?

  /// - Parameter showsPeople: whether the number of an organisation's people with a score on a measure may be shown.
  init(
    _ sources: [Sources], measures: [Measure], plan: ScoringPlan,
    showsPeople: (_ organization: String, _ measure: String) -> Bool
  ) {
    let overall = measures.first { $0.kind == .overall }?.id ?? "overall"
    let dimensions = measures.filter { if case .dimension = $0.kind { true } else { false } }.map(\.id)
    var reasons: [Phrase?] = sources.map {
      Self.reasonNotToRank(
        $0, overall: $0.measures[overall] ?? .withheld(.notAsked), plan: plan,
        showsPeople: showsPeople($0.name, overall))
    }
    var ranked = sources.indices.filter { reasons[$0] == nil }
    if ranked.count == 1 {
      reasons[ranked[0]] = "There is no other organisation to rank it against."
      ranked = []
    }
    let units = ranked.compactMap {
      RankedOrganization(sources[$0], overall: overall, showsPeople: showsPeople(sources[$0].name, overall))
    }
    let ranking =
      units.isEmpty
      ? nil
      : OrganizationRanking(
        scores: units.map(\.score), people: units.map(\.people), draws: units.map(\.draws), level: plan.level)
    self.ranked = ranking.map { (units, $0) }
    // A rank among those alone whose score may be told would be another rank.
    let typeScores = ranked.map { sources[$0].typesEqual }
    let typeRanks = OrganizationRanking.ranks(
      typeScores.contains { $0.status == .suppressed } ? typeScores.map { _ in nil } : typeScores.map(\.value))
    let budgetRanks = OrganizationRanking.ranks(ranked.map { sources[$0].budgetWeighted.value })
    let placeOf = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($1, $0) })

    let all = sources.indices.map { index -> ReadinessProfile in
      let source = sources[index]
      let place = placeOf[index]
      let readiness = source.measures[overall] ?? .withheld(.notAsked)
      func shown(_ estimate: Estimate, _ measure: String) -> Estimate {
        // Ranks compare means; a level is what its people stand for.
        if estimate.value != nil, source.splitViews[measure] != nil { return .withheld(.viewsSplit) }
        return showsPeople(source.name, measure) ? estimate : estimate.withoutPeople
      }
      let worst = dimensions.filter { source.splitViews[$0] == nil }.compactMap { id in
        source.measures[id]?.value.map { (id: id, score: $0) }
      }
      return ReadinessProfile(
        organization: source.name, respondents: source.respondents,
        rank: place.flatMap { ranking?.ranks[$0] }, rankSet: place.flatMap { ranking?.rankSets[$0] },
        band: place.flatMap { ranking?.bands[$0] }, notRankedBecause: reasons[index],
        readiness: shown(readiness, overall),
        readinessTypesEqual: shown(source.typesEqual, overall), rankTypesEqual: place.flatMap { typeRanks[$0] },
        readinessBudgetWeighted: shown(source.budgetWeighted, overall),
        rankBudgetWeighted: place.flatMap { budgetRanks[$0] },
        measures: Dictionary(
          uniqueKeysWithValues: source.measures.filter { $0.key != overall }.map { ($0.key, shown($0.value, $0.key)) }),
        worstBarriers: OrganizationRanking.threeLowest(worst), weakestCo: source.findings.weakestCo,
        earliestWeakStep: source.findings.earliestWeakStep,
        gap: source.gaps.first { $0.kind == .themAndUs }
          ?? GapRow(
            organization: source.name, kind: .themAndUs, measure: overall, difference: .withheld(.notAsked),
            firstN: nil,
            secondN: nil),
        growthGaps: source.gaps.filter { $0.kind == .growth }, participation: source.participation, flags: source.flags,
        splitViews: source.splitViews, rollUps: source.rollUps)
    }
    profiles = all.sorted { left, right in
      switch (left.rank, right.rank) {
      case (let a?, let b?) where a != b: a < b
      case (.some, nil): true
      case (nil, .some): false
      default: left.organization < right.organization
      }
    }
  }

  /// Why an organisation has no rank, in plain words; nil when it has one. Nothing that is hidden is told apart from what is
  /// hidden beside it.
  private static func reasonNotToRank(
    _ source: Sources, overall: Estimate, plan: ScoringPlan, showsPeople: Bool
  ) -> Phrase? {
    switch overall.status {
    case .suppressed:
      return
        "Hidden: this organisation, or one that it would give away, has fewer than \(plan.disclosureMinimum) people with a score."
    case .notAsked: return "The barriers were not asked."
    case .ok: break
    default: return "Too few barriers were answered for an overall score."
    }
    guard let n = overall.n, overall.value != nil, source.findings.draws != nil else {
      return "Too few barriers were answered for an overall score."
    }
    guard n >= plan.rankMinimum else {
      guard showsPeople else { return "Fewer than \(plan.rankMinimum) people have an overall score." }
      return .plural(
        n, one: "\(n) person has an overall score; a rank needs \(plan.rankMinimum).",
        other: "\(n) people have an overall score; a rank needs \(plan.rankMinimum).")
    }
    return nil
  }
}
