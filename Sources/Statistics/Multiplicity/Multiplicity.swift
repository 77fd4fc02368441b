import Foundation

/// Adjustments of a family of p-values for its size.
public enum Multiplicity {
  /// Holm's adjusted p-values, in the order given: they hold the chance of any false rejection in the family.
  ///
  /// - Source: Holm (1979), Scandinavian Journal of Statistics 6(2), 65–70.
  public static func holm(_ p: [Double]) -> [Double] {
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var adjusted = p
    var running = 0.0
    for (step, index) in order.enumerated() {
      running = max(running, min(1, Double(p.count - step) * p[index]))
      adjusted[index] = running
    }
    return adjusted
  }

  /// Bonferroni's adjusted p-values, in the order given: as Holm's, never smaller.
  ///
  /// - Source: Dunn (1961), JASA 56(293), 52–64, doi:10.1080/01621459.1961.10482090.
  public static func bonferroni(_ p: [Double]) -> [Double] { p.map { min(1, Double(p.count) * $0) } }

  /// Šidák's adjusted p-values, 1 − (1 − p)ᵐ, in the order given: for independent tests.
  ///
  /// - Source: Šidák (1967), JASA 62(318), 626–633, doi:10.1080/01621459.1967.10482935.
  public static func sidak(_ p: [Double]) -> [Double] {
    p.map { $0 < 1 ? -expm1(Double(p.count) * log1p(-$0)) : 1 }
  }

  /// Hochberg's adjusted p-values, in the order given: never larger than Holm's, for independent or positively dependent tests.
  ///
  /// - Source: Hochberg (1988), Biometrika 75(4), 800–802, doi:10.1093/biomet/75.4.800.
  public static func hochberg(_ p: [Double]) -> [Double] { stepUp(p) { count, rank in Double(count - rank + 1) } }

  /// The least Holm-adjusted p-value that any outcome of the family can give, from the smallest p that each test can
  /// reach; above .05 no configuration of the family can reach .05. 1 for an empty family.
  public static func smallestHolm(_ smallest: [Double]) -> Double {
    smallest.min().map { min(1, Double(smallest.count) * $0) } ?? 1
  }

  /// Hommel's adjusted p-values, in the order given: never larger than Holm's, for independent or positively dependent tests.
  ///
  /// - Cost: the square of the family.
  /// - Source: Hommel (1988), Biometrika 75(2), 383–386, doi:10.1093/biomet/75.2.383; adjusted p after Wright (1992), Biometrics
  ///   48(4), 1005–1013.
  public static func hommel(_ p: [Double]) -> [Double] {
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    let sorted = order.map { p[$0] }
    let n = sorted.count
    guard n > 0 else { return [] }
    func scaled(_ size: Int, _ rank: Int, _ value: Double) -> Double { Double(size) * value / Double(rank) }
    let start = sorted.indices.map { scaled(n, $0 + 1, sorted[$0]) }.min() ?? 1
    var least = [Double](repeating: start, count: n)
    var adjusted = least
    for size in stride(from: n - 1, through: 2, by: -1) {
      // The last size − 1 tests against ranks 2…size; the others against their own value times the size.
      let split = n - size + 1
      let bound = (split..<n).map { scaled(size, $0 - split + 2, sorted[$0]) }.min() ?? 1
      for place in 0..<split { least[place] = min(Double(size) * sorted[place], bound) }
      for place in split..<n { least[place] = least[n - size] }
      for place in 0..<n { adjusted[place] = max(adjusted[place], least[place]) }
    }
    var result = p
    for (place, index) in order.enumerated() { result[index] = min(1, max(adjusted[place], sorted[place])) }
    return result
  }

  /// Benjamini and Hochberg's adjusted p-values: they hold the expected share of false rejections among all rejections, for
  /// independent or positively dependent tests.
  ///
  /// - Source: Benjamini & Hochberg (1995), JRSS B 57(1), 289–300, doi:10.1111/j.2517-6161.1995.tb02031.x.
  public static func benjaminiHochberg(_ p: [Double]) -> [Double] {
    stepUp(p) { count, rank in Double(count) / Double(rank) }
  }

  /// Benjamini and Yekutieli's adjusted p-values: as ``benjaminiHochberg(_:)``, under any dependence.
  ///
  /// - Source: Benjamini & Yekutieli (2001), Annals of Statistics 29(4), 1165–1188, doi:10.1214/aos/1013699998.
  public static func benjaminiYekutieli(_ p: [Double]) -> [Double] {
    let sum = p.indices.reduce(0) { $0 + 1 / Double($1 + 1) }
    return stepUp(p) { count, rank in sum * Double(count) / Double(rank) }
  }

  /// Each p times its factor, which the family's size and the p's rank from below decide, but never above a larger p's.
  private static func stepUp(_ p: [Double], factor: (Int, Int) -> Double) -> [Double] {
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var adjusted = p
    var running = 1.0
    for (step, index) in order.enumerated().reversed() {
      running = min(running, factor(p.count, step + 1) * p[index])
      adjusted[index] = running
    }
    return adjusted
  }
}
