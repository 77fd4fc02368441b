/// Intervals from bootstrap draws of an estimate.
///
/// Quantiles are order statistics k = (draws + 1) × level, interpolated on the normal scale, as in R's boot.
///
/// - Shapes: `draws` of the estimate, at least one. Draws that never vary give the estimate's own place.
/// - Units: those of the estimate.
/// - Cost: sorting the draws.
/// - Source: Davison & Hinkley (1997), Bootstrap Methods and their Application, chapter 5; BCa, Efron (1987), JASA 82(397),
///   171–185, doi:10.1080/01621459.1987.10478410.
public enum BootstrapInterval {
  /// The percentile interval.
  public static func percentile(draws: [Double], level: Double = 0.95) -> ConfidenceInterval {
    let sorted = checked(draws)
    return interval(quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2), level)
  }

  /// The basic interval: the percentile interval turned about the estimate.
  public static func basic(estimate: Double, draws: [Double], level: Double = 0.95) -> ConfidenceInterval {
    let limits = percentile(draws: draws, level: level)
    return interval(2 * estimate - limits.upper, 2 * estimate - limits.lower, level)
  }

  /// The bias-corrected and accelerated interval.
  ///
  /// Draws equal to the estimate count half on either side, which matters for answers on a lattice. The acceleration comes from
  /// the estimates without each person (or each organisation) in turn; where those are all equal it is 0.
  ///
  /// - Parameter jackknife: the estimate without each unit in turn.
  public static func bca(estimate: Double, draws: [Double], jackknife: [Double], level: Double = 0.95)
    -> ConfidenceInterval
  {
    let sorted = checked(draws)
    let tolerance = 1e-12 * max(1, abs(estimate))
    if sorted[sorted.count - 1] - sorted[0] <= tolerance { return interval(sorted[0], sorted[sorted.count - 1], level) }
    let below = sorted.count { $0 < estimate - tolerance }
    let equal = sorted.count { abs($0 - estimate) <= tolerance }
    let n = Double(sorted.count)
    // All draws on one side would put the correction at infinity: half a draw is left on the other.
    let share = min(max((Double(below) + Double(equal) / 2) / n, 0.5 / n), 1 - 0.5 / n)
    let bias = GSL.normalQuantile(share)
    let acceleration = acceleration(jackknife)
    func place(_ probability: Double) -> Double {
      let z = bias + GSL.normalQuantile(probability)
      let denominator = 1 - acceleration * z
      guard denominator > 0 else { return probability < 0.5 ? 0 : 1 }
      return GSL.normalUpperTail(-(bias + z / denominator))
    }
    return interval(
      quantile(sorted, place((1 - level) / 2)), quantile(sorted, place((1 + level) / 2)), level)
  }

  /// Σ d³ ÷ 6 (Σ d²)^1.5 of the distances of the jackknife values below their mean; 0 where there are none.
  static func acceleration(_ jackknife: [Double]) -> Double {
    let moments = Moments(jackknife)
    guard moments.squares > 1e-24 * max(1, moments.mean * moments.mean) else { return 0 }
    let cubes = jackknife.reduce(0) { sum, value in
      let distance = moments.mean - value
      return sum + distance * distance * distance
    }
    return cubes / (6 * moments.squares * moments.squares.squareRoot())
  }

  private static func checked(_ draws: [Double]) -> [Double] {
    precondition(!draws.isEmpty && draws.allSatisfy { !$0.isNaN }, "an interval needs draws that are numbers")
    return draws.sorted()
  }

  private static func interval(_ lower: Double, _ upper: Double, _ level: Double) -> ConfidenceInterval {
    ConfidenceInterval(lower: min(lower, upper), upper: max(lower, upper), level: level)
  }

  private static func quantile(_ sorted: [Double], _ probability: Double) -> Double {
    let n = Double(sorted.count + 1)
    let place = probability * n
    let whole = Int(place)
    guard whole >= 1 else { return sorted[0] }
    guard whole < sorted.count else { return sorted[sorted.count - 1] }
    let (low, high) = (sorted[whole - 1], sorted[whole])
    if place == Double(whole) || low == high { return low }
    let (zLow, zHigh) = (GSL.normalQuantile(Double(whole) / n), GSL.normalQuantile(Double(whole + 1) / n))
    return low + (GSL.normalQuantile(probability) - zLow) / (zHigh - zLow) * (high - low)
  }
}
