extension EffectSize {
  /// Hedges' g: the difference of two means in pooled standard deviations, freed of its bias.
  ///
  /// - Shapes: two groups of at least two values.
  /// - Units: standard deviations; positive where the first group is higher.
  /// - Interval: by inverting the noncentral t, which takes the variances to be equal.
  /// - Source: Hedges (1981), Journal of Educational Statistics 6(2), 107–128, doi:10.3102/10769986006002107.
  /// - Throws: ``SampleFault`` for a group of fewer than two values, or groups that both lack variation.
  public static func hedgesG(_ first: Moments, _ second: Moments, level: Double = 0.95) throws(SampleFault)
    -> EffectSize
  {
    for (group, moments) in [first, second].enumerated() where moments.count < 2 {
      throw .tooFewValues(group: group, needed: 2)
    }
    let freedom = Double(first.count + second.count - 2)
    let deviation = ((first.squares + second.squares) / freedom).squareRoot()
    guard deviation > 0 else { throw .noVariation }
    let scale = (1 / Double(first.count) + 1 / Double(second.count)).squareRoot()
    return standardized(
      "hedges_g", difference: first.mean - second.mean, deviation: deviation, scale: scale, freedom: freedom,
      correction: smallSampleCorrection(freedom), level: level)
  }
}
