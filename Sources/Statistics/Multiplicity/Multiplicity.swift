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

  /// The least Holm-adjusted p-value that any outcome of the family can give, from the smallest p that each test can
  /// reach; above .05 no configuration of the family can reach .05. 1 for an empty family.
  public static func smallestHolm(_ smallest: [Double]) -> Double {
    smallest.min().map { min(1, Double(smallest.count) * $0) } ?? 1
  }
}
