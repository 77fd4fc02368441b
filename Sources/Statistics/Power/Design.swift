/// What a design can show before anyone is asked.
public enum Design {
  /// The smallest two-sided p that an exact rank or permutation test of two groups can reach, without ties: 2 ÷ C(n + m, n).
  ///
  /// - Shapes: groups of at least one; people, or whole organisations where those are permuted.
  public static func smallestP(_ first: Int, _ second: Int) -> Double {
    precondition(first > 0 && second > 0, "groups need members")
    let ways = GSL.logFactorial(first + second) - GSL.logFactorial(first) - GSL.logFactorial(second)
    return min(1, 2 * exponential(-ways))
  }

  /// The design effect of asking several people in each organisation: 1 + (mean size − 1) × ICC, sizes weighted by themselves.
  ///
  /// - Source: Kish (1965), Survey Sampling, 5.4.
  public static func effect(sizes: [Int], intraclassCorrelation: Double) -> Double {
    precondition(sizes.allSatisfy { $0 > 0 } && !sizes.isEmpty, "organisations need people")
    let total = Double(sizes.reduce(0, +))
    let weighted = sizes.reduce(0) { $0 + Double($1) * Double($1) } / total
    return max(1, 1 + (weighted - 1) * intraclassCorrelation)
  }

  /// The probability of superiority that a Mann–Whitney test of two groups finds with the power given: Noether's formula.
  ///
  /// - Parameters:
  ///   - designEffect: by how much clustering inflates the variance.
  ///   - tieFactor: 1 − Σ p³ of the answers' shares; 1 without ties.
  /// - Returns: a probability above ½; nil when even complete separation would be missed.
  /// - Source: Noether (1987), JASA 82(398), 645–647, doi:10.1080/01621459.1987.10478478.
  public static func detectableSuperiority(
    _ first: Int, _ second: Int, power: Double = 0.8, level: Double = 0.05, designEffect: Double = 1,
    tieFactor: Double = 1
  ) -> Double? {
    precondition(first > 0 && second > 0, "groups need members")
    let total = Double(first + second)
    let share = Double(first) / total
    let z = GSL.normalQuantile(1 - level / 2) + GSL.normalQuantile(power)
    let distance = z * (designEffect * tieFactor / (12 * share * (1 - share) * total)).squareRoot()
    return distance <= 0.5 ? 0.5 + distance : nil
  }

  /// The power of a two-sided t test of two groups of equal size for a difference in standard deviations, in the upper tail.
  ///
  /// - Source: Cohen (1988), Statistical Power Analysis, 2; the tail by the noncentral t.
  public static func power(difference: Double, perGroup: Int, level: Double = 0.05) -> Double {
    precondition(perGroup >= 2, "groups need two members")
    let freedom = Double(2 * perGroup - 2)
    let critical = GSL.studentQuantile(1 - level / 2, degreesOfFreedom: freedom)
    return StudentDistribution.noncentralUpperTail(
      critical, degreesOfFreedom: freedom, noncentrality: abs(difference) * (Double(perGroup) / 2).squareRoot())
  }

  /// The difference in standard deviations that a two-sided t test of two groups of equal size finds with the power given.
  public static func detectableDifference(perGroup: Int, power: Double = 0.8, level: Double = 0.05) -> Double {
    var reach = 1.0
    while Self.power(difference: reach, perGroup: perGroup, level: level) < power { reach *= 2 }
    return RootSearch.zero(from: 0, to: reach) {
      Self.power(difference: $0, perGroup: perGroup, level: level) - power
    }
  }
}
