import Foundation

/// Pearson's correlation of two variables, such as two scales: how far do they lie on one line?
///
/// - Shapes: two values per person; a pair with a NaN is left out; three people or more, and both variables vary.
/// - Units: any linear change of unit leaves the size alone.
/// - Null: Student's t with n − 2 degrees of freedom, for normal variables.
/// - Interval: Fisher's z, from four people.
/// - Cost: people.
/// - Source: Pearson (1895), Proceedings of the Royal Society 58, 240–242; Fisher (1921), Metron 1, 3–32.
public struct PearsonTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Pearson's correlation"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "The two variables are normal and have no correlation."
  /// r.
  public let statistic: Double
  /// n − 2.
  public let degreesOfFreedom: Double?
  /// The two-sided p-value.
  public let pValue: PValue
  /// The interval of r; nil for three people.
  public let interval: ConfidenceInterval?
  /// Complete pairs.
  public let count: Int

  /// - Throws: ``SampleFault`` for fewer than three people or when a variable does not vary.
  public init(_ first: [Double], _ second: [Double], level: Double = 0.95) throws(SampleFault) {
    precondition(first.count == second.count, "the two variables differ in length")
    let complete = first.indices.filter { !first[$0].isNaN && !second[$0].isNaN }
    let n = complete.count
    guard n >= 3 else { throw .tooFewValues(group: 0, needed: 3) }
    let (x, y) = (Moments(complete.lazy.map { first[$0] }), Moments(complete.lazy.map { second[$0] }))
    guard x.squares > 0, y.squares > 0 else { throw .noVariation }
    let product = complete.reduce(0) { $0 + (first[$1] - x.mean) * (second[$1] - y.mean) }
    let r = min(1, max(-1, product / (x.squares.squareRoot() * y.squares.squareRoot())))
    let freedom = Double(n - 2)
    let rest = (1 - r) * (1 + r)
    statistic = r
    degreesOfFreedom = freedom
    count = n
    pValue = .asymptotic(
      rest > 0 ? StudentDistribution.bothTails(r * (freedom / rest).squareRoot(), degreesOfFreedom: freedom) : 0,
      smallest: 0)
    if n < 4 {
      interval = nil
    } else if rest > 0 {
      let half = GSL.normalQuantile((1 + level) / 2) / Double(n - 3).squareRoot()
      interval = ConfidenceInterval(lower: tanh(atanh(r) - half), upper: tanh(atanh(r) + half), level: level)
    } else {
      interval = ConfidenceInterval(lower: r, upper: r, level: level)
    }
  }
}
