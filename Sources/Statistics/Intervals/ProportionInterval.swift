extension ConfidenceInterval {
  /// Wilson's interval for a proportion.
  ///
  /// - Shapes: `count` of `total`, at least one; 0 and 1 are limits where the count is 0 or all.
  /// - Source: Wilson (1927), JASA 22(158), 209–212, doi:10.1080/01621459.1927.10502953.
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for a total of 0.
  public static func wilson(count: Int, of total: Int, level: Double = 0.95) throws(SampleFault) -> ConfidenceInterval {
    precondition(count >= 0 && count <= total, "a count lies between 0 and its total")
    guard total > 0 else { throw .tooFewValues(group: 0, needed: 1) }
    let (x, n) = (Double(count), Double(total))
    let z = GSL.normalQuantile((1 + level) / 2)
    let centre = (x + z * z / 2) / (n + z * z)
    let half = z / (n + z * z) * (x * (n - x) / n + z * z / 4).squareRoot()
    return ConfidenceInterval(
      lower: count == 0 ? 0 : max(0, centre - half), upper: count == total ? 1 : min(1, centre + half), level: level)
  }

  /// Clopper and Pearson's exact interval for a proportion: it covers at least the level, often more.
  ///
  /// - Shapes: `count` of `total`, at least one.
  /// - Source: Clopper & Pearson (1934), Biometrika 26(4), 404–413, doi:10.2307/2331986.
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for a total of 0.
  public static func clopperPearson(count: Int, of total: Int, level: Double = 0.95) throws(SampleFault)
    -> ConfidenceInterval
  {
    precondition(count >= 0 && count <= total, "a count lies between 0 and its total")
    guard total > 0 else { throw .tooFewValues(group: 0, needed: 1) }
    let (x, n) = (Double(count), Double(total))
    return ConfidenceInterval(
      lower: count == 0 ? 0 : BetaDistribution.quantile((1 - level) / 2, x, n - x + 1),
      upper: count == total ? 1 : BetaDistribution.quantile((1 + level) / 2, x + 1, n - x), level: level)
  }

  /// Newcombe's hybrid score interval for the difference of two independent proportions, first less second.
  ///
  /// - Source: Newcombe (1998), Statistics in Medicine 17(8), 873–890, method 10.
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for a total of 0.
  public static func newcombe(
    _ first: (count: Int, total: Int), _ second: (count: Int, total: Int), level: Double = 0.95
  ) throws(SampleFault) -> ConfidenceInterval {
    let one = try wilson(count: first.count, of: first.total, level: level)
    let two = try wilson(count: second.count, of: second.total, level: level)
    let (p, q) = (Double(first.count) / Double(first.total), Double(second.count) / Double(second.total))
    func distance(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    return ConfidenceInterval(
      lower: p - q - distance(p - one.lower, two.upper - q), upper: p - q + distance(one.upper - p, q - two.lower),
      level: level)
  }
}
