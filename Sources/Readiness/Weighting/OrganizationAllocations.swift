import Statistics
import Survey

/// Each organisation's own mean allocation, and whether it may be shown.
///
/// What is hidden must not come out by subtraction: the cohort's mean, the mean of the organisations' means and the interval of the latter are
/// published, three equations. So where any organisation is hidden, four are at least, of as many people as are never shown apart.
package struct OrganizationAllocations: Sendable {
  /// Names of the organisations with an allocation, in alphabetical order.
  package let names: [String]
  /// People with an allocation.
  package let counts: [Int]
  /// Mean points as given, `means[organization][factor]`.
  package let means: [[Double]]
  /// Mean shares of people's own totals, `shares[organization][factor]`.
  package let shares: [[Double]]
  /// Whether the organisation may be shown.
  package let isShown: [Bool]

  /// - Parameters:
  ///   - names: every organisation with an allocation, in the order of the budget's columns.
  ///   - minimum: the fewest people that are shown; 0 shows all.
  package init(_ budget: BudgetAnswers, names: [String], minimum: Int) {
    self.names = names
    counts = budget.organizationCounts
    means = names.indices.map { place in budget.organizationMeans.map { $0[place] } }
    shares = names.indices.map { place in budget.organizationShares.map { $0[place] } }
    let unnamed = budget.respondents - budget.organizationCounts.reduce(0, +)
    isShown = Self.shown(counts: budget.organizationCounts, unnamed: unnamed, minimum: minimum)
  }

  /// Which organisations may be shown by their people.
  ///
  /// - Parameter unnamed: people of no organisation.
  static func shown(counts: [Int], unnamed: Int, minimum: Int) -> [Bool] {
    var shown = counts.map { $0 >= minimum }
    guard minimum > 0, shown.contains(false) || (1..<minimum).contains(unnamed) else { return shown }
    let order = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    for place in order where shown[place] {
      let hidden = counts.indices.filter { !shown[$0] }
      if hidden.count >= 4, hidden.reduce(0, { $0 + counts[$1] }) >= minimum { break }
      shown[place] = false
    }
    return shown
  }
}

/// One row of `organisation-allocations.csv`: the mean points of one organisation's people for one factor.
public struct OrganizationAllocationRow: Sendable, Hashable {
  /// The organisation.
  public let organization: String
  /// `b01`…`b11`.
  public let factor: String
  /// The wording.
  public let label: String
  /// People of the organisation who gave an allocation; nil when hidden.
  public let respondents: Int?
  /// Their mean points; nil when hidden.
  public let mean: Double?
  /// Why there is a number or none.
  public let status: Status
}

extension OrganizationAllocations {
  /// The rows of `organisation-allocations.csv`: organisations by name, factors in the instrument's order.
  ///
  /// Where one organisation's number of people is not told the means of all are rounded to one unit.
  func rows(_ question: BudgetQuestion, _ digits: AllocationDigits = AllocationDigits()) -> [OrganizationAllocationRow]
  {
    names.indices.flatMap { place in
      let isShown = isShown[place] && !digits.hidesOrganizations
      let tells = digits.tells.isEmpty || digits.tells[place]
      return question.factors.indices.map { factor in
        OrganizationAllocationRow(
          organization: names[place], factor: question.factors[factor].id,
          label: question.factors[factor].label.english, respondents: isShown && tells ? counts[place] : nil,
          mean: isShown ? AllocationDigits.told(means[place][factor], unit: digits.organizations) : nil,
          status: isShown ? .ok : .suppressed)
      }
    }
  }
}
