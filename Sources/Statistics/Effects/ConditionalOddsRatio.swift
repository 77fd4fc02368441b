import Foundation

/// The odds ratio of a two-by-two table given its margins, with its exact limits: what stands behind Fisher's exact test.
///
/// - Shapes: two rows and two columns, none of them empty.
/// - Units: a ratio of odds; 1 for independence, above 1 where the first row goes with the first column.
/// - Interval: the odds ratios under which the observed table, or one farther out, has half of what the level leaves; it can
///   disagree with Fisher's p, which orders tables by likelihood.
/// - Cost: a hundred evaluations of a distribution as long as the smallest margin.
/// - Source: Cornfield (1956), Proceedings of the Third Berkeley Symposium 4, 135–148; Fisher (1962), The Statistician 12(3).
public struct ConditionalOddsRatio: Sendable, Hashable {
  /// The conditional maximum-likelihood estimate; nil when it has no bound, as when the second row or column lacks what would
  /// speak against it.
  public let estimate: Double?
  /// The lower limit; 0 when the first cell is as small as the margins allow.
  public let lower: Double
  /// The upper limit; nil when there is none.
  public let upper: Double?
  /// The level of the limits.
  public let level: Double

  /// - Throws: ``SampleFault`` when a row or a column is empty.
  public init(_ table: CrossCounts, level: Double = 0.95) throws(SampleFault) {
    precondition(table.rowCount == 2 && table.columnCount == 2, "an odds ratio needs two rows and two columns")
    let law = NoncentralHypergeometric(try table.checkedForAssociation())
    let observed = table[0, 0]
    let tail = (1 - level) / 2
    self.level = level
    let isLeast = observed == law.values.lowerBound
    let isMost = observed == law.values.upperBound
    estimate =
      isMost ? nil : isLeast ? 0 : exp(law.root { law.moment($0) { Double($0) } - Double(observed) })
    lower = isLeast ? 0 : exp(law.root { law.moment($0) { $0 >= observed ? 1 : 0 } - tail })
    upper = isMost ? nil : exp(law.root { tail - law.moment($0) { $0 <= observed ? 1 : 0 } })
  }
}

/// The first cell of a table with given margins, as a function of the logarithm of the odds ratio.
private struct NoncentralHypergeometric {
  let values: ClosedRange<Int>
  private let logWeights: [Double]

  init(_ table: CrossCounts) {
    let (row, column, total) = (table.rowTotals[0], table.columnTotals[0], table.total)
    let values = max(0, row + column - total)...min(row, column)
    self.values = values
    logWeights = values.map { cell in
      -[cell, row - cell, column - cell, total - row - column + cell].reduce(0) { $0 + GSL.logFactorial($1) }
    }
  }

  /// The expectation of a function of the cell.
  func moment(_ logOdds: Double, _ function: (Int) -> Double) -> Double {
    let exponents = zip(values, logWeights).map { Double($0) * logOdds + $1 }
    let peak = exponents.max() ?? 0
    var (sum, weights) = (0.0, 0.0)
    for (value, exponent) in zip(values, exponents) {
      let weight = exp(exponent - peak)
      weights += weight
      sum += weight * function(value)
    }
    return sum / weights
  }

  /// The zero of an increasing function of the logarithm of the odds ratio.
  func root(_ function: (Double) -> Double) -> Double {
    var reach = 4.0
    while reach < 700, function(-reach) > 0 || function(reach) < 0 { reach *= 2 }
    return RootSearch.zero(from: -reach, to: reach, function)
  }
}
