import Foundation

extension PairwiseComparisons {
  /// Dunnett's T3: all differences of means, whatever the variances, for groups so small that Games–Howell is too liberal.
  ///
  /// - Shapes: two or more groups of at least two values.
  /// - Null: the studentised maximum modulus of as many independent comparisons as there are pairs, with each pair's own
  ///   Satterthwaite degrees of freedom, not rounded; p and intervals are adjusted for all pairs.
  /// - Cost: pairs, each some milliseconds for its quantile.
  /// - Source: Dunnett (1980), JASA 75(372), 796–800, doi:10.1080/01621459.1980.10477552.
  /// - Throws: as ``gamesHowell(_:level:)``.
  public static func dunnettT3(_ groups: [Moments], level: Double = 0.95) throws(SampleFault) -> [PairwiseComparison] {
    let welch = try welchPairs(groups)
    return welch.map { pair in
      let tail = { (t: Double) in
        MaximumModulus.upperTail(t, comparisons: welch.count, degreesOfFreedom: pair.freedom)
      }
      let half = pair.error * MaximumModulus.quantile(level, tail)
      let t = pair.difference / pair.error
      return PairwiseComparison(
        first: pair.first, second: pair.second, difference: pair.difference, statistic: t,
        degreesOfFreedom: pair.freedom, p: positive(tail(abs(t))),
        interval: ConfidenceInterval(lower: pair.difference - half, upper: pair.difference + half, level: level))
    }
  }

  /// Dunnett's method: every group against one control, variances taken to be equal, with simultaneous intervals.
  ///
  /// - Shapes: two or more groups of at least one value, some group of two; `control` is the index of one.
  /// - Null: the multivariate t of correlated comparisons; p and intervals are adjusted for all of them. In each comparison the
  ///   first is the group and the second the control.
  /// - Cost: comparisons, each some tens of milliseconds, and one quantile.
  /// - Source: Dunnett (1955), JASA 50(272), 1096–1121, doi:10.1080/01621459.1955.10501294.
  /// - Throws: as ``AnovaTest``.
  public static func dunnett(_ groups: [Moments], control: Int, level: Double = 0.95) throws(SampleFault)
    -> [PairwiseComparison]
  {
    precondition(groups.indices.contains(control), "the control is one of the groups")
    let test = try AnovaTest(groups)
    let freedom = test.denominatorDegreesOfFreedom
    let others = groups.indices.filter { $0 != control }
    let base = Double(groups[control].count)
    let loads = others.map { (Double(groups[$0].count) / (Double(groups[$0].count) + base)).squareRoot() }
    let tail = { (t: Double) in MaximumModulus.upperTail(t, loads: loads, degreesOfFreedom: freedom) }
    let critical = MaximumModulus.quantile(level, tail)
    return others.map { group in
      let error = (test.table.within.meanSquare * (1 / Double(groups[group].count) + 1 / base)).squareRoot()
      let difference = groups[group].mean - groups[control].mean
      return PairwiseComparison(
        first: group, second: control, difference: difference, statistic: difference / error,
        degreesOfFreedom: freedom, p: positive(tail(abs(difference) / error)),
        interval: ConfidenceInterval(
          lower: difference - critical * error, upper: difference + critical * error, level: level))
    }
  }
}

/// The largest absolute value of several t that share one estimate of the standard deviation.
///
/// Integrals add positive terms only, so that small upper tails keep their digits.
enum MaximumModulus {
  /// P(max |T| ≥ t) of independent comparisons.
  static func upperTail(_ t: Double, comparisons: Int, degreesOfFreedom: Double) -> Double {
    guard t > 0 else { return 1 }
    return StudentDistribution.average(degreesOfFreedom: degreesOfFreedom) { s in
      log(-expm1(Double(comparisons) * logInside(t * s, 0, 1)))
    }
  }

  /// P(max |T| ≥ t) of comparisons i and j with correlation `loads[i]` × `loads[j]`.
  static func upperTail(_ t: Double, loads: [Double], degreesOfFreedom: Double) -> Double {
    guard t > 0 else { return 1 }
    let rests = loads.map { (1 - $0 * $0).squareRoot() }
    return StudentDistribution.average(degreesOfFreedom: degreesOfFreedom) { s in
      let outside = GaussLegendre.integral(from: -9, to: 9, panels: 6) { z in
        exp(-0.5 * z * z) * -expm1(zip(loads, rests).reduce(0) { $0 + logInside(t * s, $1.0 * z, $1.1) })
      }
      return log(outside / (2 * Double.pi).squareRoot())
    }
  }

  /// The t that is exceeded with probability 1 − `level`.
  static func quantile(_ level: Double, _ upperTail: (Double) -> Double) -> Double {
    var high = 4.0
    while upperTail(high) > 1 - level { high *= 2 }
    return RootSearch.zero(from: 0, to: high) { upperTail($0) - (1 - level) }
  }

  /// ln P(−bound ≤ centre + rest × Z ≤ bound).
  private static func logInside(_ bound: Double, _ centre: Double, _ rest: Double) -> Double {
    let outside =
      GSL.normalUpperTail((bound - centre) / rest) + GSL.normalUpperTail((bound + centre) / rest)
    return log1p(-min(1, outside))
  }
}
