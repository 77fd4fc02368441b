/// The variance between units, such as organisations, beyond what the errors of their means explain.
///
/// - Shapes: one mean and one squared standard error per unit, two units or more, every error positive.
/// - Units: the square of the values' unit; never negative.
/// - Cost: units, for the iterated methods times some hundred.
/// - Source: DerSimonian & Laird (1986), Controlled Clinical Trials 7(3), 177–188, doi:10.1016/0197-2456(86)90046-2; Hedges & Olkin
///   (1985); Paule & Mandel (1982), Journal of Research of the National Bureau of Standards 87(5), 377–385, doi:10.6028/jres.087.022;
///   the estimating equations as collected by Viechtbauer (2005), doi:10.3102/10769986030003261.
public enum BetweenVariance: String, Sendable, Hashable, CaseIterable {
  /// DerSimonian and Laird's moments: one step, no iteration.
  case derSimonianLaird = "dersimonian_laird"
  /// The unweighted moments of Hedges.
  case hedges
  /// Paule and Mandel's: the variance under which the weighted squares are as many as their degrees of freedom. Also known as
  /// empirical Bayes.
  case pauleMandel = "paule_mandel"
  /// Full maximum likelihood.
  case maximumLikelihood = "maximum_likelihood"
  /// Restricted maximum likelihood.
  case restrictedLikelihood = "restricted_likelihood"

  /// The estimate.
  ///
  /// - Throws: ``SampleFault/fewerThanTwoGroups``; ``SampleFault/noVariation`` when an error is not positive.
  public func estimate(means: [Double], squaredErrors: [Double]) throws(SampleFault) -> Double {
    precondition(means.count == squaredErrors.count, "errors do not fit the means")
    guard means.count > 1 else { throw .fewerThanTwoGroups }
    guard squaredErrors.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw .noVariation }
    let freedom = Double(means.count - 1)
    switch self {
    case .derSimonianLaird:
      let pool = WeightedMean(means, squaredErrors, between: 0)
      let spare = pool.weight - pool.squaredWeight / pool.weight
      return max(0, (pool.squares - freedom) / spare)
    case .hedges:
      let variance = Moments(means).variance ?? 0
      return max(0, variance - squaredErrors.reduce(0, +) / Double(means.count))
    case .pauleMandel:
      return root(means, squaredErrors) { WeightedMean(means, squaredErrors, between: $0).squares - freedom }
    case .maximumLikelihood, .restrictedLikelihood:
      return root(means, squaredErrors) { between in slope(means, squaredErrors, between) }
    }
  }

  /// Twice the derivative of the log-likelihood in the variance.
  private func slope(_ means: [Double], _ squaredErrors: [Double], _ between: Double) -> Double {
    let pool = WeightedMean(means, squaredErrors, between: between)
    let fit = zip(means, pool.weights).reduce(0) { $0 + $1.1 * $1.1 * ($1.0 - pool.mean) * ($1.0 - pool.mean) }
    let correction = self == .restrictedLikelihood ? pool.squaredWeight / pool.weight : 0
    return fit - pool.weight + correction
  }

  /// The largest place from 0 where a function turns from positive to negative; 0 when it is nowhere positive.
  private func root(_ means: [Double], _ squaredErrors: [Double], _ function: (Double) -> Double) -> Double {
    let top = (Moments(means).variance ?? 0) * Double(means.count) + (squaredErrors.max() ?? 0)
    // From above downwards, so that of several stationary points the largest counts.
    var high = top
    for _ in 0..<200 {
      let low = high > top * 1e-12 ? high * 0.8 : 0
      if function(low) > 0 { return RootSearch.zero(from: low, to: high, function) }
      if low == 0 { return 0 }
      high = low
    }
    return 0
  }
}

/// A mean weighted by 1 ÷ (squared error + variance between), and what goes with it.
struct WeightedMean {
  let weights: [Double]
  let weight: Double
  let squaredWeight: Double
  let mean: Double
  /// Σ w (y − mean)²: Cochran's Q when nothing lies between.
  let squares: Double

  init(_ means: [Double], _ squaredErrors: [Double], between: Double) {
    let weights = squaredErrors.map { 1 / ($0 + between) }
    let weight = weights.reduce(0, +)
    let mean = zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 } / weight
    self.weights = weights
    self.weight = weight
    self.mean = mean
    squaredWeight = weights.reduce(0) { $0 + $1 * $1 }
    squares = zip(weights, means).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
  }
}
