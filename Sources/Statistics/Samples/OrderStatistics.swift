/// A sample in ascending order, and what is read off it: quantiles, the median, the trimmed mean and the median distance.
///
/// - Shapes: one value or more; none may be NaN.
/// - Units: those of the values.
/// - Cost: sorting once.
/// - Source: the nine kinds of quantile as numbered by Hyndman & Fan (1996), American Statistician 50(4), 361–365,
///   doi:10.1080/00031305.1996.10473566.
public struct OrderStatistics: Sendable, Hashable {
  /// Hyndman and Fan's kinds of quantile.
  public enum QuantileKind: Int, Sendable, Hashable, CaseIterable {
    /// The inverse of the empirical distribution.
    case inverse = 1
    /// As ``inverse``, the mean at its steps.
    case averagedInverse
    /// The nearest order statistic, even in doubt.
    case nearest
    /// Linear between the steps of the empirical distribution.
    case interpolatedInverse
    /// Linear between the middles of the steps: Hazen's.
    case hazen
    /// Through (k) ÷ (n + 1): Weibull's, as in SPSS and Minitab.
    case weibull
    /// Through (k − 1) ÷ (n − 1): R's default, NumPy's and Excel's.
    case spread
    /// Nearly free of bias for the median, whatever the distribution.
    case medianUnbiased
    /// Nearly free of bias for normal values.
    case normalUnbiased
  }

  /// The values, ascending.
  public let values: [Double]

  /// Sorts a sample.
  ///
  /// - Throws: ``SampleFault/emptyGroup(_:)`` for no values.
  public init(_ values: [Double]) throws(SampleFault) {
    guard !values.isEmpty else { throw .emptyGroup(0) }
    precondition(!values.contains { $0.isNaN }, "a value is not a number")
    self.values = values.sorted()
  }

  /// The median.
  public var median: Double { (values[(values.count - 1) / 2] + values[values.count / 2]) / 2 }

  /// The median distance from the median, times 1.4826 so that it is the standard deviation of normal values.
  public var medianDistance: Double {
    let middle = median
    let distances = values.map { abs($0 - middle) }.sorted()
    return 1.4826 * (distances[(distances.count - 1) / 2] + distances[distances.count / 2]) / 2
  }

  /// The mean of what is left when the share `trim` (below ½) is cut off at each end.
  public func trimmedMean(_ trim: Double) -> Double {
    precondition(trim >= 0 && trim < 0.5, "less than half is cut off at each end")
    let cut = Int((trim * Double(values.count) + 1e-9).rounded(.down))
    return Moments(values.dropFirst(cut).dropLast(cut)).mean
  }

  /// The quantile at a probability from 0 to 1.
  public func quantile(_ probability: Double, _ kind: QuantileKind = .spread) -> Double {
    precondition(probability >= 0 && probability <= 1, "a probability lies between 0 and 1")
    let n = Double(values.count)
    // A place in the sample counted from 1; 4 ε forgives the rounding of n p, as R does.
    let fuzz = 4 * Double.ulpOfOne
    switch kind {
    case .inverse, .averagedInverse, .nearest:
      let place = n * probability - (kind == .nearest ? 0.5 : 0)
      let below = (place + fuzz).rounded(.down)
      let isStep = place - below <= fuzz
      let weight: Double =
        switch kind {
        case .inverse: isStep ? 0 : 1
        case .averagedInverse: isStep ? 0.5 : 1
        default: isStep && below.truncatingRemainder(dividingBy: 2) == 0 ? 0 : 1
        }
      return blend(Int(below), weight)
    case .interpolatedInverse, .hazen, .weibull, .spread, .medianUnbiased, .normalUnbiased:
      let (a, b): (Double, Double) =
        switch kind {
        case .interpolatedInverse: (0, 1)
        case .hazen: (0.5, 0.5)
        case .weibull: (0, 0)
        case .spread: (1, 1)
        case .medianUnbiased: (1.0 / 3, 1.0 / 3)
        default: (0.375, 0.375)
        }
      let place = a + probability * (n + 1 - a - b)
      let below = (place + fuzz).rounded(.down)
      let weight = abs(place - below) < fuzz ? 0 : place - below
      return blend(Int(below), weight)
    }
  }

  /// Between the value at a place counted from 1 and the next; places beyond the ends are the ends.
  private func blend(_ place: Int, _ weight: Double) -> Double {
    let low = values[min(max(place, 1), values.count) - 1]
    let high = values[min(max(place + 1, 1), values.count) - 1]
    return weight == 0 ? low : weight == 1 ? high : low + weight * (high - low)
  }
}
