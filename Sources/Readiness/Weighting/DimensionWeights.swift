import Statistics
import Survey

/// Weights of the dimensions from budget answers: the budget allocation process through the crosswalk.
///
/// Each allocation is divided by its own total, averaged within organisations and then across them, so that the organisation
/// with most respondents does not set everybody's weights.
/// - Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), s. 6.5. It holds up to ten or twelve
///   indicators, so eleven are at its limit, and it measures urgency rather than importance.
package struct BudgetWeights: Sendable {
  /// Per dimension: the share of the money, a factor that serves several dimensions split equally over them. Sums to 1; nil for a
  /// dimension that no factor serves.
  package let split: [Double?]
  /// Per dimension: the share of the money on factors that serve it. Shares overlap and are not to be summed.
  package let overlapping: [Double?]
  /// Intervals of ``split``.
  package private(set) var splitIntervals: [ConfidenceInterval?]
  /// Intervals of ``overlapping``.
  package private(set) var overlappingIntervals: [ConfidenceInterval?]
  /// The factors that serve each dimension.
  private let serving: [[Int]]
  /// Whether people are the units of the intervals, as there is one organisation.
  private let isOfPeople: Bool

  /// Weights of `dimensions`; nil when nobody in any organisation gave an allocation, or no factor serves any dimension.
  ///
  /// Intervals are logit-t with floors over organisations, or over the respondents when there is one organisation.
  ///
  /// - Parameter unit: hundredths of a point that shares are rounded to, as if of 100 points, before they are used anywhere; nil for none.
  package init?(
    _ budget: BudgetAnswers, dimensions: [String], organizationOf: [Int32], level: Double, unit: Int? = nil
  ) {
    let factors = budget.question.factors
    let known = Set(dimensions)
    let served = factors.map { $0.dimensions.filter(known.contains) }
    let organizations = budget.organizationCounts.count
    guard organizations > 0, served.contains(where: { !$0.isEmpty }) else { return nil }

    // Shares of the money per factor and unit: an organisation, or a respondent when there is one organisation.
    let units =
      organizations > 1 ? budget.organizationShares : Self.personShares(budget, organizationOf: organizationOf)
    let unitCount = units.first?.count ?? 0
    var split: [[Double]] = []
    var overlapping: [[Double]] = []
    let serving = dimensions.map { dimension in factors.indices.filter { served[$0].contains(dimension) } }
    for serving in serving {
      split.append(
        (0..<unitCount).map { unit in
          serving.reduce(0) { $0 + units[$1][unit] / Double(served[$1].count) }
        })
      overlapping.append((0..<unitCount).map { unit in serving.reduce(0) { $0 + units[$1][unit] } })
    }
    // A factor that serves no dimension carries no weight: what the others draw is closed to 1.
    let closed = (0..<unitCount).map { unit in split.reduce(0) { $0 + $1[unit] } }
    guard closed.reduce(0, +) > 0 else { return nil }
    if factors.indices.contains(where: { served[$0].isEmpty }) {
      split = split.map { shares in shares.indices.map { closed[$0] > 0 ? shares[$0] / closed[$0] : 0 } }
    }
    func published(_ shares: [[Double]], _ value: (Moments) -> ConfidenceInterval?) -> [ConfidenceInterval?] {
      zip(dimensions, shares).map { dimension, shares in
        served.contains { $0.contains(dimension) } ? value(Moments(shares)) : nil
      }
    }
    func means(_ shares: [[Double]]) -> [Double?] {
      zip(dimensions, shares).map { dimension, shares in
        served.contains { $0.contains(dimension) } ? shares.reduce(0, +) / Double(shares.count) : nil
      }
    }
    func told(_ share: Double) -> Double {
      unit == nil ? share : AllocationDigits.told(share * 100, unit: unit) / 100
    }
    func ends(_ shares: Moments) -> ConfidenceInterval? {
      interval(of: shares, times: 1, level: level).map {
        ConfidenceInterval(lower: told($0.lower), upper: told($0.upper), level: level)
      }
    }
    let coarse = means(split).map { $0.map(told) }
    let sum = unit == nil ? 1 : coarse.reduce(0) { $0 + ($1 ?? 0) }
    self.split = coarse.map { $0.map { sum > 0 ? $0 / sum : 0 } }
    self.overlapping = means(overlapping).map { $0.map(told) }
    splitIntervals = published(split, ends)
    overlappingIntervals = published(overlapping, ends)
    self.serving = serving
    isOfPeople = organizations == 1
  }

  /// Leaves out intervals that are sums of squares of a few people's answers.
  mutating func withhold(_ givers: FewGivers) {
    guard isOfPeople else { return }
    for dimension in serving.indices where serving[dimension].contains(where: { givers.isRare[$0] }) {
      splitIntervals[dimension] = nil
      overlappingIntervals[dimension] = nil
    }
  }

  /// Shares of each person's own total, factor × person.
  private static func personShares(_ budget: BudgetAnswers, organizationOf: [Int32]) -> [[Double]] {
    let allocations = budget.allocations
    let rows = allocations.given.indices.filter { allocations.given[$0] && organizationOf[$0] >= 0 }
    let totals = BudgetAnswers.totals(allocations)
    return allocations.hundredths.map { points in rows.map { Double(points[$0]) / Double(totals[$0]) } }
  }
}

extension Scores {
  /// Budget weights of the dimensions; nil when the budget was not asked or nobody answered it.
  ///
  /// - Parameter unit: hundredths of a point that shares are rounded to; nil for none.
  package func budgetWeights(_ budget: BudgetAnswers?, unit: Int? = nil) -> BudgetWeights? {
    budget.flatMap {
      BudgetWeights(
        $0, dimensions: responses.instrument.dimensions.map(\.id), organizationOf: responses.organization.codes,
        level: plan.level, unit: unit)
    }
  }
}
