import Statistics
import Survey

/// The budget question collapsed: per factor the sums that means, medians, ranks and weights are made from.
///
/// Points are summed as whole hundredths, so means are exact and do not depend on the order of respondents. People who gave
/// no allocation count nowhere. Sampling weights are not applied to allocations.
package struct BudgetAnswers: Sendable {
  /// What was asked.
  package let question: BudgetQuestion
  /// The points, for what has to look at persons.
  package let allocations: Allocations
  /// People who gave an allocation.
  package let respondents: Int
  /// Σ of hundredths per factor.
  package let sums: [Int]
  /// Moments of the shares (points ÷ total of the question) per factor.
  package let shares: [Moments]
  /// Median points per factor; empty when nobody gave an allocation.
  package let medians: [Double]
  /// People who gave nothing to a factor.
  package let zeros: [Int]
  /// Organisations with an allocation, by name.
  package let organizationNames: [String]
  /// People with an allocation per organisation, by name, organisations without one left out.
  package let organizationCounts: [Int]
  /// Mean points as given, factor × organisation.
  package let organizationMeans: [[Double]]
  /// What every answer of an organisation's people is a multiple of, hundredths.
  package let organizationGrids: [Int]
  /// Mean share of the person's own total, factor × organisation.
  package let organizationShares: [[Double]]

  /// Collapses the allocations; nil when no file has the budget question.
  package init?(_ responses: Responses, threads: Int = 0) {
    guard let question = responses.instrument.budget, let allocations = responses.allocations else { return nil }
    let rows = allocations.given.indices.filter { allocations.given[$0] }
    let totals = Self.totals(allocations)
    let scale = max(1, question.total) * 100
    let (names, placeOf) = responses.organizationOrder
    let organizationOf = responses.organization.codes.map { $0 < 0 ? -1 : placeOf[Int($0)] }
    var counts = [Int](repeating: 0, count: names.count)
    for row in rows where organizationOf[row] >= 0 { counts[organizationOf[row]] += 1 }
    let present = names.indices.filter { counts[$0] > 0 }
    let people = counts

    let factors = concurrentMap(question.factors.count, threads: threads) { factor in
      let points = allocations.hundredths[factor]
      var histogram = [Int](repeating: 0, count: Int(points.max() ?? 0) + 1)
      var sums = [Int](repeating: 0, count: names.count)
      var grids = sums
      var shares = [Double](repeating: 0, count: names.count)
      for row in rows {
        histogram[Int(points[row])] += 1
        guard organizationOf[row] >= 0 else { continue }
        sums[organizationOf[row]] += Int(points[row])
        grids[organizationOf[row]] = Self.divisor(grids[organizationOf[row]], Int(points[row]))
        shares[organizationOf[row]] += Double(points[row]) / Double(totals[row])
      }
      return Factor(
        histogram: histogram, means: present.map { Double(sums[$0]) / Double(people[$0] * 100) },
        shares: present.map { shares[$0] / Double(people[$0]) }, grids: present.map { grids[$0] })
    }
    self.question = question
    self.allocations = allocations
    respondents = rows.count
    sums = factors.map(\.sum)
    shares = factors.map { factor in
      Moments(count: rows.count, sum: factor.sum, sumOfSquares: factor.sumOfSquares, scale: Double(scale))
    }
    medians = rows.isEmpty ? [] : factors.map { $0.median(of: rows.count) }
    zeros = factors.map { $0.histogram[0] }
    organizationNames = present.map { names[$0] }
    organizationCounts = present.map { people[$0] }
    organizationMeans = factors.map(\.means)
    organizationShares = factors.map(\.shares)
    organizationGrids = present.indices.map { place in factors.reduce(0) { Self.divisor($0, $1.grids[place]) } }
  }

  /// Mean points per factor over respondents, as given: one division of whole numbers. Empty when nobody gave an allocation.
  package var means: [Double] {
    respondents == 0 ? [] : sums.map { Double($0) / Double(100 * respondents) }
  }

  /// Mean of the organisations' means per factor, points. Empty when nobody gave an allocation.
  package var meansOverOrganizations: [Double] {
    organizationCounts.isEmpty ? [] : organizationMeans.map { $0.reduce(0, +) / Double($0.count) }
  }

  /// Each person's own total in hundredths; 1 where there is none, so that a share can always be taken.
  package static func totals(_ allocations: Allocations) -> [Int] {
    var totals = [Int](repeating: 0, count: allocations.given.count)
    for points in allocations.hundredths {
      for row in totals.indices { totals[row] += Int(points[row]) }
    }
    return totals.map { max(1, $0) }
  }

  /// The largest number that divides both; the other one where one is 0.
  private static func divisor(_ a: Int, _ b: Int) -> Int {
    if a != 0, b % a == 0 { return a }
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// One factor's answers by size.
  private struct Factor: Sendable {
    let histogram: [Int]
    let means: [Double]
    let shares: [Double]
    let grids: [Int]

    var sum: Int { histogram.enumerated().reduce(0) { $0 + $1.offset * $1.element } }
    var sumOfSquares: Int { histogram.enumerated().reduce(0) { $0 + $1.offset * $1.offset * $1.element } }

    /// The median points of `count` answers: the middle one, or the mean of the two middle ones.
    func median(of count: Int) -> Double {
      Double(value(at: (count - 1) / 2) + value(at: count / 2)) / 200
    }

    /// The answer at a place of the sorted answers.
    private func value(at place: Int) -> Int {
      var below = 0
      for (value, count) in histogram.enumerated() {
        below += count
        if below > place { return value }
      }
      return histogram.count - 1
    }
  }
}
