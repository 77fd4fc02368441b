/// What a design can show before anyone is asked: design effects and the normal formula for ranks.
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

  /// By how much ties shrink the variance of a rank sum: 1 − Σ p³ over the shares of the answers; 1 without ties.
  ///
  /// - Shapes: shares of 0 or more that total 1. Even shares give the largest factor, 1 − 1 ÷ k² for k answers.
  /// - Source: the large-sample form of 1 − Σ (t³ − t) ÷ (N³ − N), Lehmann (1975), Nonparametrics, 1.4.
  public static func tieFactor(shares: [Double]) -> Double {
    precondition(shares.allSatisfy { $0 >= 0 } && abs(shares.reduce(0, +) - 1) < 1e-9, "shares must total 1")
    return 1 - shares.reduce(0) { $0 + $1 * $1 * $1 }
  }

  /// The probability of superiority that a Mann–Whitney test of two groups finds with the power given: Noether's formula.
  ///
  /// - Parameters:
  ///   - first: people of the first group, at least 1.
  ///   - second: people of the second group, at least 1.
  ///   - power: how often the effect is to be found, between 0 and 1.
  ///   - level: of the two-sided test.
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
}
