import Foundation

/// How the interval of a probability of superiority is made.
public enum SuperiorityInterval: Sendable, Hashable {
  /// Brunner–Munzel's on the logit scale, with Newcombe's method 5 where that has none: the default.
  case automatic
  /// Brunner–Munzel's t interval of the probability itself, cut at 0 and 1; it covers less near the ends.
  case untransformed
  /// Newcombe's method 5, which always exists.
  case newcombe
  /// Cliff's asymmetric interval from the unbiased variance of delta; it covers less near the ends.
  case cliff
}

extension EffectSize {
  /// The probability of superiority with an interval of one's own choice.
  ///
  /// - Shapes: two groups of at least two values for `untransformed` and `cliff`, of one for the others.
  /// - Units: a probability.
  /// - Source: Brunner & Munzel (2000), Biometrical Journal 42(1), 17–25; Newcombe (2006), Statistics in Medicine 25(4),
  ///   559–573; Cliff (1996), Ordinal Methods for Behavioral Data Analysis, with the asymmetric limits of Feng & Cliff (2004),
  ///   Journal of Modern Applied Statistical Methods 3(2), 322–332.
  /// - Throws: ``SampleFault`` for an empty group or one too small; ``SampleFault/noVariation`` where complete
  ///   separation leaves `untransformed` or `cliff` without a variance.
  public static func probabilityOfSuperiority(
    _ counts: ValueCounts, interval choice: SuperiorityInterval, level: Double = 0.95
  ) throws(SampleFault) -> EffectSize {
    let plain = try probabilityOfSuperiority(counts, level: level)
    let placements = Placements(counts)
    if choice == .untransformed || choice == .cliff {
      for (group, size) in counts.groupTotals.enumerated() where size < 2 {
        throw .tooFewValues(group: group, needed: 2)
      }
    }
    func effect(_ interval: ConfidenceInterval, _ method: String) -> EffectSize {
      EffectSize(name: plain.name, value: plain.value, interval: interval, intervalMethod: method)
    }
    switch choice {
    case .automatic: return plain
    case .newcombe:
      return effect(
        newcombeInterval(plain.value, [placements], shares: [1], level: level), "Newcombe's method 5")
    case .untransformed:
      let test = try BrunnerMunzelTest(counts, null: .asymptotic)
      guard let freedom = test.degreesOfFreedom else { throw .noVariation }
      let limits = ConfidenceInterval.mean(
        plain.value, standardError: placements.variance.squareRoot(), degreesOfFreedom: freedom, level: level,
        within: 0...1)
      return effect(limits, "Brunner–Munzel, t")
    case .cliff:
      let d = 2 * plain.value - 1
      let z = GSL.normalQuantile((1 + level) / 2)
      let variance = placements.cliffsVariance(counts)
      let half =
        z * (variance * ((1 - d * d) * (1 - d * d) + z * z * variance)).squareRoot()
      let scale = 1 - d * d + z * z * variance
      guard scale > 0 else { throw .noVariation }
      func probability(_ delta: Double) -> Double { (min(1, max(-1, delta)) + 1) / 2 }
      return effect(
        ConfidenceInterval(
          lower: probability((d - d * d * d - half) / scale), upper: probability((d - d * d * d + half) / scale),
          level: level), "Cliff's asymmetric interval")
    }
  }
}

extension Placements {
  /// The variance of the superiority, s₁² ÷ n₁ + s₂² ÷ n₂; groups have two members or more.
  var variance: Double { firstSquares / (first - 1) / first + secondSquares / (second - 1) / second }

  /// The unbiased variance of Cliff's delta, floored at (1 − d²) ÷ (nm − 1).
  func cliffsVariance(_ counts: ValueCounts) -> Double {
    let d = 2 * superiority - 1
    // Signs of all pairs: ties have none, so Σ(d_ij − d)² = nm (untied share − d²).
    let ties = counts.values.indices.reduce(0.0) { $0 + Double(counts[0, $1]) * Double(counts[1, $1]) }
    let cells = first * second * (1 - d * d) - ties
    // A row's mean sign is 2 × placement − 1.
    let unbiased =
      (second * second * 4 * firstSquares + first * first * 4 * secondSquares - cells)
      / (first * second * (first - 1) * (second - 1))
    return max(unbiased, (1 - d * d) / (first * second - 1))
  }
}
