/// Count, mean and variance of a sample.
///
/// - Units: those of the values; the variance is in their square, with divisor n − 1.
/// - Cost: one pass; two parts of a sample merge in constant time.
/// - Source: updates after Chan, Golub & LeVeque (1983), American Statistician 37(3), 242–247,
///   doi:10.1080/00031305.1983.10483115.
public struct Moments: Sendable, Hashable {
  /// The number of values.
  public let count: Int
  /// The mean; 0 for no values, which `count` tells apart.
  public let mean: Double
  /// The sum of squared distances from the mean.
  package let squares: Double

  /// The variance with divisor n − 1; nil for fewer than two values.
  public var variance: Double? { count < 2 ? nil : squares / Double(count - 1) }
  /// The standard deviation with divisor n − 1; nil for fewer than two values.
  public var standardDeviation: Double? { variance.map { $0.squareRoot() } }
  /// The standard error of the mean; nil for fewer than two values.
  public var standardError: Double? { variance.map { ($0 / Double(count)).squareRoot() } }

  /// Sums up a sample; values must be finite.
  public init(_ values: some Sequence<Double>) {
    var count = 0
    var mean = 0.0
    var squares = 0.0
    for value in values {
      count += 1
      let distance = value - mean
      mean += distance / Double(count)
      squares += distance * (value - mean)
    }
    self.init(count: count, mean: mean, squares: squares)
  }

  /// From a sum and a sum of squares of whole numbers, both exact; each value was divided by `scale`.
  public init(count: Int, sum: Int, sumOfSquares: Int, scale: Double = 1) {
    precondition(count >= 0 && scale > 0, "a sample needs a count from 0 and a positive scale")
    guard count > 0 else {
      self.init(count: 0, mean: 0, squares: 0)
      return
    }
    // n Σx² − (Σx)² in whole numbers, so that equal values have variance 0 exactly.
    let (left, leftOverflow) = count.multipliedReportingOverflow(by: sumOfSquares)
    let (right, rightOverflow) = sum.multipliedReportingOverflow(by: sum)
    let spread =
      leftOverflow || rightOverflow
      ? Double(count) * Double(sumOfSquares) - Double(sum) * Double(sum) : Double(left - right)
    self.init(
      count: count, mean: Double(sum) / Double(count) / scale,
      squares: max(0, spread) / Double(count) / (scale * scale))
  }

  init(count: Int, mean: Double, squares: Double) {
    self.count = count
    self.mean = mean
    self.squares = squares
  }

  /// The moments of two samples taken together.
  public static func + (left: Moments, right: Moments) -> Moments {
    guard left.count > 0 else { return right }
    guard right.count > 0 else { return left }
    let count = left.count + right.count
    let distance = right.mean - left.mean
    let share = Double(right.count) / Double(count)
    return Moments(
      count: count, mean: left.mean + distance * share,
      squares: left.squares + right.squares + distance * distance * Double(left.count) * share)
  }
}
