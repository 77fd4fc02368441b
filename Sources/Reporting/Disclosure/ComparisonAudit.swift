import Readiness

extension ColumnAudit<Comparison> {
  /// What is withheld or rounded in `comparisons.csv`.
  func counted() -> [DisclosureRow] {
    let keys: Set = ["family", "measure", "by", "group_a", "group_b", "primary", "status", "note"]
    let isCoarse = rows.map(\.isCoarse)
    func isOpen(_ place: Int) -> Bool { rows[place].status != .suppressed }
    func coarse(_ action: DisclosureRow.Action) -> (Int) -> Finding? {
      { isCoarse[$0] ? Finding(action, .spread) : nil }
    }
    let effects: Set = [
      "effect", "effect_low", "effect_high", "leave_one_out_low", "leave_one_out_high", "dk_effect_low",
      "dk_effect_high",
    ]
    let tests: Set = ["statistic", "p_smallest"]
    return counted([
      suppressed(besides: keys, \.status, \.whyWithheld),
      .empty(["n_a"]) { Finding(.withheld, rows[$0].whyPeople) },
      .empty(["n_b"]) { rows[$0].groupB == nil ? nil : Finding(.withheld, rows[$0].whyPeople) },
      .empty(["organisations", "design_reason"], Self.always(true, .withheldOrNone, .organizationNumbers)),
      .empty(["icc1", "design_effect"], Self.always(true, .withheldOrNone, .spread)),
      .empty(["n_without_score", "dk_answers", "nfm_answers", "skipped_answers", "not_asked_answers"]) { _ in
        Finding(.withheldOrNone, .fewAnswers)
      },
      .empty(
        effects.union(tests).union(["effect_name", "effect_interval", "effect_by_chance"]), coarse(.withheldOrNone)),
      .empty(["dk_effect_low", "dk_effect_high"], Self.always(true, .withheldOrNone, .fewAnswers)),
      .empty(["p_smallest"]) { rows[$0].nA == nil ? Finding(.withheldOrNone, rows[$0].whyPeople) : nil },
      .filled(effects.union(tests).union(["p", "p_low", "p_high", "p_adjusted"]), coarse(.rounded)),
      .filled(["df"]) { isCoarse[$0] && rows[$0].hasFreedomOfModel ? Finding(.rounded, .spread) : nil },
      .filled(["effect_interval"]) {
        rows[$0].effect?.intervalMethod.hasSuffix(withoutFreedom) ?? false
          ? Finding(.rounded, .organizationNumbers) : nil
      },
    ])
  }
}

/// How the words for an interval end that do not say the degrees of freedom, which are how many organisations there are less one.
private let withoutFreedom = "organisations as units"

extension Comparison {
  /// Whether degrees of freedom are no count of groups.
  fileprivate var hasFreedomOfModel: Bool {
    ["cluster_robust_difference", "random_intercept"].contains(method)
      || degreesOfFreedom.map { $0 != $0.rounded() } ?? false
  }

  /// Whether its numbers are in so few digits as those of tests whose numbers of people are hidden.
  fileprivate var isCoarse: Bool {
    guard status == .ok, let p else { return false }
    return ToldDigits.isShort(p.value, 3) && ToldDigits.isShort(statistic, 3) && ToldDigits.isShort(effect?.value, 4)
  }

  /// Why its numbers of people are not told.
  fileprivate var whyPeople: DisclosureRow.Why { isOfBudget ? .fewAllocations : .fewAnswers }

  /// Why it is withheld as a whole.
  fileprivate var whyWithheld: DisclosureRow.Why {
    if isOfBudget { return .fewAllocations }
    if note == Self.fewSideBySide { return .spread }
    return family.hasPrefix("dont_know") ? .fewAnswers : .primaryClassOrComplementary
  }

  private var isOfBudget: Bool { family.hasPrefix("allocation") || family.hasPrefix("money") }
}

extension ColumnAudit<PerceptionGap> {
  /// What is withheld or rounded in `perception-gaps.csv`.
  func counted() -> [DisclosureRow] {
    let keys: Set = ["by", "group_a", "group_b", "measure", "kind", "status", "note"]
    func isCoarse(_ place: Int) -> Bool { ToldDigits.isShort(rows[place].p?.value, 3) }
    return counted([
      suppressed(besides: keys, \.status) { row in
        row.note == Comparison.fewSideBySide
          ? .spread : row.kind == .knowledge ? .fewAnswers : .primaryClassOrComplementary
      },
      .empty(["n_a", "n_b"], Self.always(true, .withheld, .fewAnswers)),
      .empty(["difference_low", "difference_high", "interval_method"]) {
        rows[$0].status == .ok ? Finding(.withheldOrNone, .secondEquation) : nil
      },
      .empty(["p_smallest"]) { rows[$0].p != nil && isCoarse($0) ? Finding(.withheldOrNone, .spread) : nil },
      .filled(["difference_low", "difference_high"]) {
        let interval = rows[$0].difference.interval
        return ToldDigits.isShort(interval?.lower, 6) && ToldDigits.isShort(interval?.upper, 6)
          ? Finding(.rounded, .secondEquation) : nil
      },
      .filled(["interval_method"]) {
        rows[$0].intervalMethod.hasSuffix(withoutFreedom) ? Finding(.rounded, .organizationNumbers) : nil
      },
      .filled(["p", "p_smallest", "p_adjusted"]) { isCoarse($0) ? Finding(.rounded, .spread) : nil },
    ])
  }
}

extension ColumnAudit<WaveChange> {
  /// What is withheld in `wave-changes.csv`.
  func counted() -> [DisclosureRow] {
    let parts: [(prefix: String, part: (WaveChange) -> WaveChange.Part)] = [
      ("", \.everybody), ("twice_", \.paired), ("once_", \.unpaired),
    ]
    let clear: Set = ["change_clear_from", "change_found_from"]
    return counted(
      [.empty(["n_twice", "n_only_first", "n_only_second"], Self.always(true, .withheld, .primaryOrComplementary))]
        + parts.flatMap { prefix, part -> [Rule] in
          let freedom = Set(["standard_error", "df"].map { prefix + $0 })
          let changes = Set(["change", "change_low", "change_high"].map { prefix + $0 })
          func isHidden(_ place: Int) -> Bool { part(rows[place]).status == .suppressed }
          return [
            .empty(changes.union(freedom).union(prefix.isEmpty ? clear : [])) {
              isHidden($0) ? Finding(.withheld, .primaryOrComplementary) : nil
            },
            .empty(freedom) {
              part(rows[$0]).estimate == nil ? nil : Finding(.withheldOrNone, .organizationNumbers)
            },
          ]
        })
  }
}
