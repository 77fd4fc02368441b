/// The test of ordered marginal homogeneity: did the mean score change between two occasions?
///
/// Adds, over the people who changed, the difference of the scores of their two answers.
///
/// - Shapes: a square table of two occasions on one scale, at least one person off its diagonal.
/// - Units: scores are the scale's values unless others are given; a change of origin or unit leaves the result alone.
/// - Null: each change is as likely upwards as downwards. Exact by dynamic programming when scores are whole numbers
///   (after division by `unit`), within 5 × 10⁸ additions; else drawn. Other scores have the normal limit.
/// - Cost: grows with (people who changed) × (sum of their changes) when exact, else with the table's cells.
/// - Source: Stuart (1955), Biometrika 42(3–4), 412–416; Agresti (2013), Categorical Data Analysis, 3rd ed., 11.3.
public struct MarginalHomogeneityTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "ordered marginal homogeneity test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "Each change of score is as likely upwards as downwards."

  /// Z: the sum of the changes over its standard deviation under the null; positive when scores rose.
  public let statistic: Double
  /// None: the limit distribution is normal.
  public let degreesOfFreedom: Double? = nil
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// The mean change of score over all pairs.
  public let meanChange: Double
  /// People who did not change.
  public let unchanged: Int

  /// - Parameters:
  ///   - counts: how many people moved from each value to each other.
  ///   - scores: a score per value, in place of the values themselves.
  ///   - unit: what scores are whole multiples of, for the exact null.
  ///   - null: how p is found.
  /// - Throws: ``SampleFault/emptyGroup(_:)`` for an empty table, ``SampleFault/noVariation`` when no score changed.
  public init(
    _ counts: PairedCounts, scores: [Double]? = nil, unit: Double = 1, null: NullDistribution = .automatic
  ) throws(SampleFault) {
    let scores = scores ?? counts.values
    precondition(scores.count == counts.values.count, "scores do not fit the values")
    precondition(unit > 0, "the unit is not above zero")
    guard counts.total > 0 else { throw .emptyGroup(0) }
    var moves: [(difference: Double, count: Int)] = []
    for first in scores.indices {
      for second in scores.indices where counts[first, second] > 0 {
        moves.append((scores[second] - scores[first], counts[first, second]))
      }
    }
    let differences = PairedDifferences(moves)
    guard !differences.magnitudes.isEmpty else { throw .noVariation }
    let change = differences.magnitudes.reduce(0) { $0 + $1.size * Double($1.rises - $1.falls) }
    let squares = differences.magnitudes.reduce(0) { $0 + $1.size * $1.size * Double($1.count) }
    statistic = change / squares.squareRoot()
    meanChange = change / Double(counts.total)
    unchanged = differences.unchanged
    pValue = Self.pValue(differences, unit: unit, standardized: change / squares.squareRoot(), null: null)
  }

  private static func pValue(
    _ differences: PairedDifferences, unit: Double, standardized: Double, null: NullDistribution
  ) -> PValue {
    let steps = differences.magnitudes.map { ($0.size / unit).rounded() }
    let isWhole = zip(steps, differences.magnitudes).allSatisfy { step, magnitude in
      step < 1e9 && abs(step * unit - magnitude.size) <= 1e-9 * max(1, magnitude.size)
    }
    if isWhole {
      let magnitudes = zip(steps, differences.magnitudes).map { (value: Int($0), count: $1.count) }
      let rising = zip(steps, differences.magnitudes).reduce(0) { $0 + Int($1.0) * $1.1.rises }
      return SignedSum(magnitudes: magnitudes, observed: rising).pValue(null)
    }
    let most = differences.magnitudes.reduce(0) { $0 + $1.size * Double($1.count) }
    let squares = differences.magnitudes.reduce(0) { $0 + $1.size * $1.size * Double($1.count) }
    return .asymptotic(
      2 * GSL.normalUpperTail(abs(standardized)), smallest: 2 * GSL.normalUpperTail(most / squares.squareRoot()))
  }
}
