import Statistics
import Survey

/// Each person's share of the money on every dimension, through the crosswalk: what redrawn weights are means of.
///
/// - Shapes: `columns[dimension][row]`, NaN for people without an allocation.
/// - Units: shares of the person's own total, 0…1. Split, they add up to what the person spent on factors that serve a dimension; overlapping,
///   they may add up to more than 1.
struct AllocationShares: Sendable {
  let columns: [[Double]]
  /// Whether an organisation's means are closed to 1 before they are averaged: some factor serves no dimension.
  let closesOrganizations: Bool

  /// Nil where the budget was not asked or no factor serves a dimension.
  init?(_ budget: BudgetAnswers?, dimensions: [String], overlapping: Bool) {
    guard let budget else { return nil }
    let known = Set(dimensions)
    let served = budget.question.factors.map { $0.dimensions.filter(known.contains) }
    guard served.contains(where: { !$0.isEmpty }) else { return nil }
    let allocations = budget.allocations
    let totals = BudgetAnswers.totals(allocations)
    columns = dimensions.map { dimension in
      let serving = served.indices.filter { served[$0].contains(dimension) }
      return allocations.given.indices.map { row in
        guard allocations.given[row] else { return .nan }
        return serving.reduce(0.0) { sum, factor in
          sum + Double(allocations.hundredths[factor][row]) / Double(totals[row])
            / (overlapping ? 1 : Double(served[factor].count))
        }
      }
    }
    closesOrganizations = !overlapping && served.contains(where: \.isEmpty)
  }
}
