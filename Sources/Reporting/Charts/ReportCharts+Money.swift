import Readiness

extension ReportCharts {
  /// The fewest organisations whose own means are drawn as points.
  static let fewestPoints = 3

  /// How the money would be spent; single points are the means of organisations that may be shown, never in the mode `public`.
  func allocation(_ rows: [AllocationRow], organizations: [OrganizationAllocationRow]) -> Chart? {
    guard instrument.budget != nil, rows.contains(where: { $0.mean != nil }) else { return nil }
    let shown = plan.disclosure == .public ? [] : organizations.filter { $0.mean != nil }
    let points = Dictionary(grouping: shown) { $0.factor }.mapValues { $0.compactMap(\.mean) }
    let hasPoints = Set(shown.map(\.organization)).count >= Self.fewestPoints
    return Chart(
      id: "chart-allocation",
      .allocation(
        AllocationChart(
          title: "Points given to each choice, most points first", rangeName: labels.range,
          pointName: hasPoints ? "Mean of one organisation" : nil,
          rows: rows.map { row in
            AllocationChart.Row(
              name: labels.factor(row.factor), mean: ChartNumber(row.mean, row.meanInterval, row.status),
              points: points[row.factor] ?? [])
          })), basis: Self.basis(people: rows.filter { $0.mean != nil }.map(\.respondents)))
  }

  /// Need against money; nil where no barrier has both.
  func priorities(_ weights: [WeightRow], scores: [String: Estimate]) -> Chart? {
    let money = Dictionary(
      weights.filter { $0.scheme == WeightingScheme.budget.name }.map { ($0.dimension, $0) },
      uniquingKeysWith: { first, _ in first })
    let points = instrument.dimensions.map { dimension in
      let share = money[dimension.id]
      let status = share?.status ?? .notAsked
      // A barrier that no factor on the list serves draws nothing; that is not a number that is missing.
      return PriorityChart.Point(
        name: .label(dimension.label), need: Self.severity(scores[dimension.id]),
        money: status == .notAsked && !money.isEmpty
          ? ChartNumber(0, nil, .ok, unit: 100) : ChartNumber(share?.weight, share?.interval, status, unit: 100))
    }
    guard points.contains(where: { $0.need.value != nil && $0.money.value != nil }) else { return nil }
    return Chart(
      id: "chart-need-and-money",
      .priority(
        PriorityChart(
          title: "How serious each barrier is, and the money it would get", rangeName: labels.range, points: points)),
      basis: Self.basis(instrument.dimensions.compactMap { scores[$0.id] }))
  }

  /// Severity is 100 minus readiness, with its interval turned round.
  static func severity(_ readiness: Estimate?) -> ChartNumber {
    switch ChartNumber(readiness) {
    case .known(let value, let range):
      .known(100 - value, range: range.map { 100 - $0.upperBound...100 - $0.lowerBound })
    case .withheld(let mark): .withheld(mark)
    }
  }
}
