import Statistics
import Survey

/// What holds for all factors together, and what is left of the ranks without one person or one organisation.
extension BudgetAnswers {
  /// Standard errors that intervals over respondents must reach to hold together; nil below two respondents.
  ///
  /// Sums of products of hundredths are whole numbers, so that the order of respondents changes no bit.
  func jointOverRespondents(level: Double) -> Double? {
    let points = allocations.hundredths
    var products = [[Int]](repeating: [Int](repeating: 0, count: points.count), count: points.count)
    for row in allocations.given.indices where allocations.given[row] {
      for a in points.indices where points[a][row] > 0 {
        for b in 0...a { products[a][b] += Int(points[a][row]) * Int(points[b][row]) }
      }
    }
    let people = Double(max(1, respondents))
    return critical(count: respondents, level: level) { a, b in
      Double(products[a][b]) - Double(sums[a]) * Double(sums[b]) / people
    }
  }

  /// The same over organisations' means; nil below two organisations.
  func jointOverOrganizations(level: Double) -> Double? {
    let centres = meansOverOrganizations
    return critical(count: organizationCounts.count, level: level) { a, b in
      zip(organizationMeans[a], organizationMeans[b]).reduce(0) {
        $0 + ($1.0 - centres[a]) * ($1.1 - centres[b])
      }
    }
  }

  /// - Parameter product: the sum of products of two factors about their means, the first with the higher place.
  private func critical(count: Int, level: Double, product: (Int, Int) -> Double) -> Double? {
    guard count > 1 else { return nil }
    let squares = question.factors.indices.map { product($0, $0) }
    let varying = squares.indices.filter { squares[$0] > 1e-9 }
    guard !varying.isEmpty else { return nil }
    let correlations = varying.map { a in
      varying.map { b in a == b ? 1 : product(max(a, b), min(a, b)) / (squares[a] * squares[b]).squareRoot() }
    }
    return JointCriticalValue(correlations: correlations, degreesOfFreedom: Double(count - 1), level: level).student
  }

  /// Best and worst rank of each factor by the mean when one respondent is left out; nil for one respondent, and above 20,000, where
  /// one no longer matters.
  var ranksWithoutOnePerson: [ClosedRange<Double>]? {
    guard (2...20_000).contains(respondents) else { return nil }
    let points = allocations.hundredths
    return Self.ranges(
      allocations.given.indices.lazy.filter { allocations.given[$0] }.map { row in
        points.indices.map { Double(sums[$0] - Int(points[$0][row])) }
      })
  }

  /// The same by the mean of organisations' means when one organisation is left out.
  var ranksWithoutOneOrganization: [ClosedRange<Double>]? {
    let count = organizationCounts.count
    guard (2...20_000).contains(count) else { return nil }
    let sums = organizationMeans.map { $0.reduce(0, +) }
    return Self.ranges(
      (0..<count).lazy.map { left in
        // Rounded, so that means which are equal in exact arithmetic tie.
        organizationMeans.indices.map { ((sums[$0] - organizationMeans[$0][left]) * 1e8).rounded() }
      })
  }

  private static func ranges(_ cases: some Sequence<[Double]>) -> [ClosedRange<Double>]? {
    var ranges: [ClosedRange<Double>] = []
    for values in cases {
      let ranks = Ranks.fractional(values)
      ranges =
        ranges.isEmpty
        ? ranks.map { $0...$0 } : zip(ranges, ranks).map { min($0.lowerBound, $1)...max($0.upperBound, $1) }
    }
    return ranges.isEmpty ? nil : ranges
  }
}
