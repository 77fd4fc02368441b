import Readiness

extension ColumnAudit<ReadinessProfile> {
  /// What is withheld or rounded in `profiles.csv`.
  func counted(_ hidden: HiddenNumbers, instrument: Instrument, measures: [Measure]) -> [DisclosureRow] {
    let overallID = measures.first { $0.kind == .overall }?.id ?? "overall"
    let dimensions = instrument.dimensions.map(\.id)
    let people = rows.map { hidden.people(organization: $0.organization) }
    func withheld(_ place: Int, _ why: DisclosureRow.Why) -> Finding {
      Finding(.withheld, rows[place].respondents == nil ? .wholeGroup : why)
    }
    func score(_ place: Int, _ measure: String) -> Finding {
      withheld(place, hidden.score(organization: rows[place].organization, measure: measure))
    }
    func overall(_ place: Int) -> Finding? {
      rows[place].readiness.status == .suppressed ? score(place, overallID) : nil
    }
    func hidesDimension(_ place: Int) -> Bool {
      dimensions.contains { rows[place].measures[$0]?.status == .suppressed }
    }
    let hidesRanks =
      rows.contains { $0.readiness.status == .suppressed } && rows.allSatisfy { $0.rank == nil }
    let hidesTypes = rows.contains { $0.rank != nil && $0.readinessTypesEqual.status == .suppressed }
    func budget(_ place: Int) -> Finding? {
      guard rows[place].readinessBudgetWeighted.status == .suppressed else { return nil }
      return overall(place) ?? Finding(.withheld, hidesDimension(place) ? .secondEquation : .fewAllocations)
    }
    func standout(_ place: Int, _ standout: Standout) -> Finding? {
      standout == .cannotSay(.suppressed) ? withheld(place, .primaryClassOrComplementary) : nil
    }
    // Without another organisation whose score is told there is no rank.
    func rank(_ place: Int) -> Finding? {
      overall(place) ?? (hidesRanks ? Finding(.withheldOrNone, .hiddenOrganizations) : nil)
    }
    let ranks: [Rule] = [
      .empty(["rank", "rank_low", "rank_high", "band_low", "band_high"], rank),
      .empty(["rank_types_equal"]) {
        rank($0) ?? (hidesTypes && rows[$0].rank != nil ? Finding(.withheld, .secondEquation) : nil)
      },
      .empty(["rank_budget_weighted"]) { budget($0) ?? rank($0) },
    ]
    let scores: [Rule] = [
      .empty(["respondents"]) { Finding(.withheld, people[$0] ?? .primaryOrComplementary) },
      .empty(["readiness", "readiness_low", "readiness_high"], overall),
      .empty(["readiness_types_equal"]) {
        rows[$0].readinessTypesEqual.status == .suppressed
          ? overall($0) ?? Finding(.withheld, .secondEquation) : nil
      },
      .filled(["readiness_types_equal"]) {
        ToldDigits.isShort(rows[$0].readinessTypesEqual.value, 4) ? Finding(.rounded, .secondEquation) : nil
      },
      .empty(["readiness_budget_weighted"], budget),
      .empty(["worst_barriers"]) { hidesDimension($0) ? withheld($0, .primaryClassOrComplementary) : nil },
      .empty(["weakest_co"]) { standout($0, rows[$0].weakestCo) },
      .empty(["earliest_weak_step"]) { standout($0, rows[$0].earliestWeakStep) },
      .empty(Set(instrument.rollUps.map { "n_\($0.code)" })) { withheld($0, .primaryOrComplementary) },
    ]
    let named = measures.map(\.id).filter { $0 != overallID }.map { id -> Rule in
      .empty([id]) { rows[$0].measures[id]?.status == .suppressed ? score($0, id) : nil }
    }
    return counted(ranks + scores + named + gaps(withheld))
  }

  /// Gaps between staff and citizens, and between leaders and others.
  private func gaps(_ withheld: @escaping (Int, DisclosureRow.Why) -> Finding) -> [Rule] {
    func rules(
      _ numbers: Set<String>, _ people: Set<String>, _ gap: @escaping (ReadinessProfile) -> GapRow?
    ) -> [Rule] {
      func isHidden(_ place: Int) -> Bool { gap(rows[place])?.difference.status == .suppressed }
      return [
        .empty(numbers.union(people)) { isHidden($0) ? withheld($0, .fewOnASide) : nil },
        .empty(people) { gap(rows[$0])?.difference.status == .ok ? Finding(.withheld, .fewAnswers) : nil },
      ]
    }
    let growth = Set(rows.flatMap { $0.growthGaps.map(\.measure) })
    return rules(["gap", "gap_low", "gap_high"], ["gap_n_staff", "gap_n_citizens"], \.gap)
      + growth.flatMap { measure in
        let column = measure.replacing("now_", with: "growth_")
        return rules([column], ["\(column)_n_leaders", "\(column)_n_others"]) { $0.growthGap(measure) }
      }
  }
}
