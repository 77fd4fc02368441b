import Foundation

/// Fisher's F and Student's t, through the beta distribution, and their noncentral forms' common parts.
enum FDistribution {
  /// P(F ≥ f).
  static func upperTail(_ f: Double, _ numerator: Double, _ denominator: Double) -> Double {
    if f <= 0 { return 1 }
    if !f.isFinite { return 0 }
    let (share, rest) = shares(f, numerator, denominator)
    return BetaDistribution.tails(share, rest: rest, numerator / 2, denominator / 2).upper
  }

  /// The f with P(F ≤ f) = `probability`.
  static func quantile(_ probability: Double, _ numerator: Double, _ denominator: Double) -> Double {
    if probability <= 0 { return 0 }
    if probability >= 1 { return .infinity }
    return RootSearch.place(from: 0, to: .greatestFiniteMagnitude) { f in
      let (share, rest) = shares(f, numerator, denominator)
      let tails = BetaDistribution.tails(share, rest: rest, numerator / 2, denominator / 2)
      return probability <= 0.5 ? tails.lower >= probability : tails.upper <= 1 - probability
    }
  }

  /// P(F ≤ f) and P(F ≥ f) of the noncentral F: a Poisson mixture of beta tails.
  static func noncentralTails(_ f: Double, _ numerator: Double, _ denominator: Double, noncentrality: Double) -> (
    lower: Double, upper: Double
  ) {
    if f <= 0 { return (0, 1) }
    if !f.isFinite { return (1, 0) }
    let (share, rest) = shares(f, numerator, denominator)
    return PoissonMixture.tails(mean: noncentrality / 2) { step in
      BetaDistribution.tails(share, rest: rest, numerator / 2 + Double(step), denominator / 2)
    }
  }

  /// n f ÷ (n f + d), and what is left of 1.
  private static func shares(_ f: Double, _ numerator: Double, _ denominator: Double) -> (Double, Double) {
    let ratio = numerator / denominator * f
    return ratio.isFinite ? (ratio / (1 + ratio), 1 / (1 + ratio)) : (1, 0)
  }
}

/// Noncentral χ².
enum NoncentralChiSquare {
  /// P(X ≤ x) and P(X ≥ x).
  static func tails(_ x: Double, degreesOfFreedom: Double, noncentrality: Double) -> (lower: Double, upper: Double) {
    if x <= 0 { return (0, 1) }
    return PoissonMixture.tails(mean: noncentrality / 2) { step in
      let freedom = degreesOfFreedom + 2 * Double(step)
      return (
        GSL.chiSquareLowerTail(x, degreesOfFreedom: freedom), GSL.chiSquareUpperTail(x, degreesOfFreedom: freedom)
      )
    }
  }
}

/// A mixture of distributions with Poisson weights, summed outwards from the most likely weight.
enum PoissonMixture {
  static func tails(mean: Double, _ tails: (Int) -> (lower: Double, upper: Double)) -> (lower: Double, upper: Double) {
    precondition(mean >= 0, "a noncentrality is negative")
    if mean == 0 { return tails(0) }
    // Terms of the lower tail fall with the step and those of the upper tail rise, so each has its own peak; both lie within
    // some standard deviations of the Poisson mean or between it and the tails' own centre.
    let start = Int(mean)
    let logWeight = Double(start) * log(mean) - mean - GSL.logFactorial(start)
    var lower = 0.0
    var upper = 0.0
    func add(_ step: Int, _ weight: Double) -> Bool {
      let (below, above) = tails(step)
      lower += weight * below
      upper += weight * above
      // Enough when neither sum grows any more.
      return weight * below > 1e-17 * lower || weight * above > 1e-17 * upper
    }
    var weight = exp(logWeight)
    var step = start
    while add(step, weight) {
      step += 1
      weight *= mean / Double(step)
    }
    weight = exp(logWeight)
    step = start
    while step > 0 {
      weight *= Double(step) / mean
      step -= 1
      if !add(step, weight) { break }
    }
    return (min(1, lower), min(1, upper))
  }
}
