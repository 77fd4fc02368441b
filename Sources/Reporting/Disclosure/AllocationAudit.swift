import Readiness

/// What is withheld or rounded in the tables about budgets.
///
/// Means are rounded where the number of people behind them is not told, which the tables show.
struct AllocationAudit {
  /// Whether how many shared out the budget is not told of everybody.
  let hidesPeople: Bool
  /// Whether it is not told of some organisation.
  let hidesOrganization: Bool
  /// Whether it is not told of some organisation of which means are told.
  let roundsOrganizations: Bool
  /// Whether some organisation is hidden, or some score of it: numbers over organisations are then over the others.
  let hidesScores: Bool

  init(
    _ allocations: [AllocationRow], organizations: [OrganizationAllocationRow], profiles: [ReadinessProfile]
  ) {
    hidesScores = profiles.contains { profile in
      profile.readiness.status == .suppressed || profile.measures.values.contains { $0.status == .suppressed }
    }
    hidesPeople = allocations.contains { $0.status == .ok && $0.respondents == nil }
    hidesOrganization = organizations.contains { $0.respondents == nil }
    roundsOrganizations = organizations.contains { $0.status == .ok && $0.respondents == nil }
  }
}

extension ColumnAudit {
  /// Rules for rows that are withheld as a whole.
  func suppressed(
    besides keys: Set<String>, _ status: @escaping (Row) -> Status, _ why: @escaping (Row) -> DisclosureRow.Why
  ) -> Rule {
    .empty(columns(besides: keys)) { [rows] in
      status(rows[$0]) == .suppressed ? Finding(.withheld, why(rows[$0])) : nil
    }
  }

  /// Rules for numbers that their rows name as withheld.
  func named(_ columns: @escaping (Row) -> [String]) -> [Rule] {
    Set(rows.flatMap(columns)).sorted().map { column in
      .empty([column]) { [rows] in columns(rows[$0]).contains(column) ? Finding(.withheld, .fewAllocations) : nil }
    }
  }

  /// A finding for every cell, where a condition holds.
  static func always(_ condition: Bool, _ action: DisclosureRow.Action, _ why: DisclosureRow.Why) -> (Int) -> Finding? {
    { _ in condition ? Finding(action, why) : nil }
  }
}

extension ColumnAudit<AllocationRow> {
  func counted(_ told: AllocationAudit) -> [DisclosureRow] {
    let parts: Set = ["organisation_mean", "organisation_low", "organisation_high", "organisation_rank"]
    let together: Set = ["organisation_low_together", "organisation_high_together"]
    let changes: Set = ["rank_less_one_organisation_low", "rank_less_one_organisation_high"]
    return counted(
      named(\.withheldColumns) + [
        suppressed(besides: ["factor", "label", "status"], \.status) { _ in .fewAllocations },
        .empty(["respondents"], Self.always(true, .withheld, .fewAllocations)),
        .empty(parts.union(together).union(changes), Self.always(true, .withheldOrNone, .fewAllocations)),
        .filled(
          [
            "mean", "mean_low", "mean_high", "median", "share_zero", "mean_low_together", "mean_high_together",
            "geometric_mean_small_fill", "geometric_mean_large_fill", "frechet_mean",
          ], Self.always(told.hidesPeople, .rounded, .fewAllocations)),
        .filled(
          parts.union(together).subtracting(["organisation_rank"]),
          Self.always(told.hidesOrganization, .rounded, .fewAllocations)),
      ])
  }
}

extension ColumnAudit<AllocationSummaryRow> {
  func counted(_ told: AllocationAudit) -> [DisclosureRow] {
    func isOfOrganizations(_ place: Int) -> Bool { rows[place].average == "organisations" }
    func isCoarse(_ place: Int) -> Bool {
      isOfOrganizations(place) ? told.hidesOrganization : told.hidesPeople
    }
    return counted(
      named(\.withheldColumns) + [
        suppressed(besides: ["average", "status"], \.status) { _ in .fewAllocations },
        .empty(["units"], Self.always(true, .withheld, .fewAllocations)),
        .empty(["even_splits", "one_factor", "few_factors"], Self.always(true, .withheld, .fewAllocations)),
        .empty(["points_to_tie", "changes_without_one_person"]) {
          isCoarse($0) || isOfOrganizations($0) ? Finding(.withheldOrNone, .fewAllocations) : nil
        },
        .filled(["leading", "following", "effective_number"]) {
          isCoarse($0) ? Finding(.rounded, .fewAllocations) : nil
        },
        .filled(["factors_used", "concentration"], Self.always(told.hidesPeople, .rounded, .fewAllocations)),
      ])
  }
}

extension ColumnAudit<OrganizationAllocationRow> {
  func counted(_ told: AllocationAudit) -> [DisclosureRow] {
    counted([
      .empty(["respondents", "mean"], Self.always(true, .withheld, .fewAllocations)),
      .filled(["mean"], Self.always(told.roundsOrganizations, .rounded, .fewAllocations)),
    ])
  }
}

extension ColumnAudit<MoneyAndNeedRow> {
  func counted(_ told: AllocationAudit) -> [DisclosureRow] {
    counted([
      .empty(["severity"]) { isHidden($0) ? Finding(.withheld, .primaryClassOrComplementary) : nil },
      .empty(["money", "money_overlapping"]) { isHidden($0) ? Finding(.withheldOrNone, .fewAllocations) : nil },
      .empty(["verdict"]) { place in
        guard isHidden(place) else { return nil }
        return Finding(.withheld, rows[place].severity == nil ? .primaryClassOrComplementary : .fewAllocations)
      },
      .filled(["money", "money_overlapping"], Self.always(told.hidesOrganization, .rounded, .fewAllocations)),
      .filled(["severity"]) { ToldDigits.isShort(rows[$0].severity, 5) ? Finding(.rounded, .fewAnswers) : nil },
    ])
  }

  private func isHidden(_ place: Int) -> Bool { rows[place].status == .suppressed }
}

extension ColumnAudit<WeightRow> {
  func counted(_ told: AllocationAudit) -> [DisclosureRow] {
    let weights: Set = ["weight", "weight_low", "weight_high"]
    let ofScores: Set = ["entropy", "critic", "pca", "benefit_of_the_doubt"]
    return counted([
      .empty(weights) { rows[$0].status == .suppressed ? Finding(.withheld, .fewAllocations) : nil },
      .empty(["weight_low", "weight_high"]) {
        rows[$0].weight != nil && rows[$0].scheme.hasPrefix("budget")
          ? Finding(.withheldOrNone, .fewAllocations) : nil
      },
      .empty(weights) {
        told.hidesScores && ofScores.contains(rows[$0].scheme) && rows[$0].status != .notAsked
          ? Finding(.withheldOrNone, .hiddenOrganizations) : nil
      },
      .empty(
        ["importance", "importance_linear"], Self.always(told.hidesScores, .withheldOrNone, .hiddenOrganizations)),
      .filled(weights) {
        told.hidesOrganization && rows[$0].scheme.hasPrefix("budget") ? Finding(.rounded, .fewAllocations) : nil
      },
    ])
  }
}

extension ColumnAudit<PriorityRow> {
  func counted() -> [DisclosureRow] {
    counted([
      suppressed(besides: ["organisation", "dimension", "status"], \.status) { _ in .primaryClassOrComplementary }
    ])
  }
}

extension ColumnAudit<WhoseWeightsRow> {
  func counted(_ told: AllocationAudit) -> [DisclosureRow] {
    let peers: Set = ["peers", "share_first_peers", "share_top_quarter_peers"]
    return counted([
      .empty(["judges"], Self.always(true, .withheld, .fewAllocations)),
      .empty(["share_first", "share_top_quarter"]) {
        rows[$0].status == .suppressed ? Finding(.withheld, .fewAllocations) : nil
      },
      .empty(peers.union(["budget_rank_without_own"]), Self.always(true, .withheldOrNone, .fewAllocations)),
      .empty(
        ["budget_rank", "next_above", "points_to_pass", "pass_to", "pass_from"],
        Self.always(told.hidesScores, .withheldOrNone, .hiddenOrganizations)),
      .filled(
        ["share_first", "share_top_quarter"], Self.always(told.hidesPeople, .rounded, .fewAllocations)),
    ])
  }
}
