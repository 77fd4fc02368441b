import Readiness

// What several outputs read off a profile in the same way.
extension ReadinessProfile {
  /// The growth gap on a “degree now” measure; nil when not asked.
  func growthGap(_ measure: String) -> GapRow? { growthGaps.first { $0.measure == measure } }

  /// Every number of the row that is withheld, as `measure:status`, in the order of the columns.
  func withheld(instrument: Instrument, measures rest: [String]) -> [String] {
    var words: [String] = []
    func note(_ name: String, _ status: Status) {
      if status != .ok { words.append("\(name):\(status.rawValue)") }
    }
    if respondents == nil { note("respondents", .suppressed) }
    note("readiness", readiness.status)
    for id in Facet.allCases.map(\.columnName) + rest { note(id, measures[id]?.status ?? .notAsked) }
    note("readiness_types_equal", readinessTypesEqual.status)
    note("readiness_budget_weighted", readinessBudgetWeighted.status)
    if case .cannotSay(let status) = weakestCo { note("weakest_co", status) }
    if case .cannotSay(let status) = earliestWeakStep { note("earliest_weak_step", status) }
    note("gap", gap.difference.status)
    for gap in growthGaps { note(gap.measure.replacing("now_", with: "growth_"), gap.difference.status) }
    for rollUp in instrument.rollUps where rollUps[rollUp.code] == nil {
      note("n_\(rollUp.code)", .suppressed)
    }
    return words
  }
}
