/// Intervals for several estimates that hold together: max-|t| from joint draws.
///
/// Each estimate's standard error is the standard deviation of its draws; one critical value, the level's quantile over
/// draws of the largest |t|, serves all. An estimate whose draws never vary has its own value as interval and takes no
/// part in the critical value.
///
/// - Shapes: `draws[estimate][draw]`, equally many draws for every estimate, at least two; draw b is one joint re-drawing.
/// - Units: those of the estimates.
/// - Cost: estimates × draws.
/// - Source: Romano & Wolf (2005), Econometrica 73(4), 1237–1282, doi:10.1111/j.1468-0262.2005.00615.x.
public struct SimultaneousIntervals: Sendable {
  /// One interval per estimate, in the order given.
  public let intervals: [ConfidenceInterval]
  /// The half-width of every interval in standard errors; 0 when no estimate varies.
  public let criticalValue: Double

  /// Makes the intervals. A draw without value (NaN) takes the estimate's next draw that has one.
  public init(estimates: [Double], draws: [[Double]], level: Double = 0.95) {
    precondition(estimates.count == draws.count, "draws do not fit the estimates")
    let centred = draws.map { CentredDraws($0) }
    let count = centred.first?.deviations.count ?? 0
    var largest = [Double](repeating: 0, count: count)
    for (estimate, unit) in zip(estimates, centred) where !unit.isConstant(about: estimate) {
      precondition(unit.deviations.count == count, "estimates have different numbers of draws")
      for draw in 0..<count { largest[draw] = max(largest[draw], abs(unit.deviations[draw]) / unit.standardDeviation) }
    }
    let critical = CentredDraws.upperQuantile(of: largest, level: level)
    criticalValue = critical
    intervals = zip(estimates, centred).map { estimate, unit in
      let half = unit.isConstant(about: estimate) ? 0 : critical * unit.standardDeviation
      return ConfidenceInterval(lower: estimate - half, upper: estimate + half, level: level)
    }
  }
}

/// The draws of one unit about their own mean.
struct CentredDraws {
  let deviations: [Double]
  let standardDeviation: Double

  /// Centres draws; a draw without value (NaN) takes the next draw that has one, all without value are all 0.
  init(_ draws: [Double]) {
    var filled = draws
    if let last = draws.lastIndex(where: { !$0.isNaN }), draws.contains(where: \.isNaN) {
      // Backwards and round the end, so that the last draws take the first valued one.
      var next = draws.first { !$0.isNaN } ?? draws[last]
      for index in draws.indices.reversed() {
        if filled[index].isNaN { filled[index] = next } else { next = filled[index] }
      }
    } else if draws.allSatisfy(\.isNaN) {
      filled = [Double](repeating: 0, count: draws.count)
    }
    let moments = Moments(filled)
    deviations = filled.map { $0 - moments.mean }
    standardDeviation = moments.standardDeviation ?? 0
  }

  /// Whether the draws differ by no more than rounding.
  func isConstant(about value: Double) -> Bool { standardDeviation <= 1e-12 * max(1, abs(value)) }

  /// The smallest of the values that at least `level` of draws (counting one more) do not exceed; 0 for no values.
  static func upperQuantile(of values: [Double], level: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let place = Int((level * Double(sorted.count + 1) - 1e-9).rounded(.up))
    return sorted[min(max(place, 1), sorted.count) - 1]
  }
}
