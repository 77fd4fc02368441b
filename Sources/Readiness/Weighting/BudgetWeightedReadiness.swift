import Statistics
import Survey

/// Overall readiness with the budget's weights of the dimensions: columns of its own, and never what ranks rest on.
package struct BudgetWeightedReadiness: Sendable {
  /// Each organisation by name.
  package let organizations: [String: Estimate]
}

extension GroupSummaries {
  /// Overall readiness with other weights of the dimensions, for each organisation.
  ///
  /// The same rule as the headline: the weighted mean of the group's dimension means, given when enough of the weight has one.
  /// `n` is, as for the headline, the people with an overall score. The interval takes the weights as fixed.
  /// - Parameter weights: one per dimension in the instrument's order; nil counts as 0.
  package func overall(weights: [Double?]) -> BudgetWeightedReadiness {
    let responses = people.scores.responses
    let (names, placeOf) = responses.organizationOrder
    let weights = weights.map { $0 ?? 0 }
    let inside = people.cells.map { Int32($0.organization < 0 ? -1 : placeOf[$0.organization]) }
    let organizations = estimates(weights, groupOf: inside, groupCount: names.count)
    return BudgetWeightedReadiness(organizations: Dictionary(uniqueKeysWithValues: zip(names, organizations)))
  }

  private func estimates(_ weights: [Double], groupOf: [Int32], groupCount: Int) -> [Estimate] {
    let (layout, plan) = (people.scores.layout, people.scores.plan)
    var tallies = layout.measures.map { _ in [Tally](repeating: Tally(), count: groupCount) }
    let headline = layout.measures.firstIndex { $0.kind == .overall }
    for place in layout.dimensions + [headline].compactMap(\.self) {
      for (cell, group) in groupOf.enumerated() where group >= 0 {
        tallies[place][Int(group)] = tallies[place][Int(group)] + people.tallies[place][cell]
      }
    }
    let composite = GroupComposite(people, tallies: tallies, groupOf: groupOf, groupCount: groupCount, weights: weights)
    return (0..<groupCount).map { group in
      let n = headline.map { tallies[$0][group].n } ?? 0
      guard let value = composite.values[group], n > 0 else {
        let asked = layout.dimensions.contains { !layout.items[$0].isEmpty }
        return Estimate(value: nil, interval: nil, n: asked ? n : nil, status: asked ? .tooFewAnswers : .notAsked)
      }
      var interval: ConfidenceInterval?
      if let error = composite.standardErrors[group], error > ScoreRows.noError, n >= max(2, plan.intervalMinimum) {
        interval = .mean(
          value, standardError: error, degreesOfFreedom: Double(n - 1), level: plan.level, within: 0...100)
      }
      return Estimate(value: value, interval: interval, n: n, status: .ok)
    }
  }
}
