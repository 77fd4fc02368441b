/// A bootstrap interval with the way it was made and what is to be said of it.
public struct BootstrapInterval: Sendable, Hashable {
  /// How an interval is made from draws.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Quantiles of the draws.
    case percentile
    /// Twice the estimate less quantiles of the draws.
    case basic
    /// Quantiles of the draws at levels corrected for bias and acceleration.
    case bca
  }

  /// Something to be said of an interval.
  public enum Caveat: Sendable, Hashable {
    /// Every draw equals the estimate: the interval is that one value, and says nothing of its precision.
    case degenerate
    /// The jackknife does not vary: the acceleration was taken as 0.
    case noJackknifeVariation
    /// Every draw lies on one side of the estimate, or the correction left the range: the percentile interval stands
    /// in.
    case correctionUndefined
    /// A limit asks for a quantile beyond the draws: the most extreme draw stands in.
    case extremeDraws
    /// The statistic is undefined for some draws, which were left out.
    case undefinedDraws(Int)
  }

  /// The interval.
  public let interval: ConfidenceInterval
  /// How it was made.
  public let method: Method
  /// What is to be said of it; empty when nothing is.
  public let caveats: [Caveat]
  /// BCa's bias correction z₀, half weight for draws that equal the estimate; nil where it was not used.
  public let biasCorrection: Double?
  /// The levels at which the draws' quantiles were taken.
  public let levels: [Double]
}

extension Bootstrap {
  /// An interval from the draws.
  ///
  /// Quantiles are those of R's boot: the order statistic (B + 1) q, interpolated on the scale of normal quantiles.
  ///
  /// - Units: those of the statistic.
  /// - Cost: constant, once the draws are sorted.
  /// - Source: Efron (1987), JASA 82(397), 171–185, doi:10.1080/01621459.1987.10478410; Davison & Hinkley (1997),
  ///   5.2–5.3.
  public func interval(_ method: BootstrapInterval.Method, level: Double = 0.95) -> BootstrapInterval {
    precondition(level > 0 && level < 1, "a level is not between 0 and 1")
    var caveats: [BootstrapInterval.Caveat] = undefinedDraws > 0 ? [.undefinedDraws(undefinedDraws)] : []
    var levels = [(1 - level) / 2, (1 + level) / 2]
    var correction: Double?
    let tolerance = 1e-12 * max(1, abs(estimate))
    if abs(draws[0] - estimate) <= tolerance, abs(draws[draws.count - 1] - estimate) <= tolerance {
      return BootstrapInterval(
        interval: ConfidenceInterval(lower: estimate, upper: estimate, level: level), method: method,
        caveats: caveats + [.degenerate], biasCorrection: nil, levels: levels)
    }
    if method == .bca {
      if acceleration == nil { caveats.append(.noJackknifeVariation) }
      if let corrected = correctedLevels(levels) {
        (correction, levels) = (corrected.bias, corrected.levels)
      } else {
        caveats.append(.correctionUndefined)
      }
    }
    let quantiles = levels.map { quantile($0) }
    if quantiles.contains(where: \.isExtreme) { caveats.append(.extremeDraws) }
    let (low, high) = (quantiles[0].value, quantiles[1].value)
    let ends = method == .basic ? (2 * estimate - high, 2 * estimate - low) : (low, high)
    return BootstrapInterval(
      interval: ConfidenceInterval(lower: min(ends.0, ends.1), upper: max(ends.0, ends.1), level: level),
      method: method,
      caveats: caveats, biasCorrection: correction, levels: levels)
  }

  /// The share of draws below the estimate, half weight for those that equal it, as a normal quantile; nil at 0 and 1.
  var biasCorrection: Double? {
    let tolerance = 1e-12 * max(1, abs(estimate))
    let below = draws.count { $0 < estimate - tolerance }
    let equal = draws.count { abs($0 - estimate) <= tolerance }
    let share = (Double(below) + Double(equal) / 2) / Double(draws.count)
    return share > 0 && share < 1 ? GSL.normalQuantile(share) : nil
  }

  private func correctedLevels(_ levels: [Double]) -> (bias: Double, levels: [Double])? {
    guard let bias = biasCorrection else { return nil }
    var corrected: [Double] = []
    for level in levels {
      let moved = bias + GSL.normalQuantile(level)
      let scale = 1 - (acceleration ?? 0) * moved
      guard scale > 0 else { return nil }
      corrected.append(1 - GSL.normalUpperTail(bias + moved / scale))
    }
    return corrected[0] > 0 && corrected[0] < corrected[1] && corrected[1] < 1 ? (bias, corrected) : nil
  }

  private func quantile(_ level: Double) -> (value: Double, isExtreme: Bool) {
    let count = draws.count
    let place = Double(count + 1) * level
    let below = Int(place)
    if below < 1 { return (draws[0], true) }
    if below >= count { return (draws[count - 1], true) }
    if Double(below) == place { return (draws[below - 1], false) }
    let scale = { (k: Int) in GSL.normalQuantile(Double(k) / Double(count + 1)) }
    let share = (GSL.normalQuantile(level) - scale(below)) / (scale(below + 1) - scale(below))
    return (draws[below - 1] + share * (draws[below] - draws[below - 1]), false)
  }
}
