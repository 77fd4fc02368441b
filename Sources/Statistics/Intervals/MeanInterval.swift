extension ConfidenceInterval {
  /// Student's t interval for a mean.
  ///
  /// - Shapes: at least two values.
  /// - Units: those of the values; clipped to `range` where one is given.
  /// - Source: Student (1908), Biometrika 6(1), 1–25, doi:10.2307/2331554.
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for fewer than two values.
  public static func mean(
    _ moments: Moments, level: Double = 0.95, within range: ClosedRange<Double>? = nil
  ) throws(SampleFault) -> ConfidenceInterval {
    guard let error = moments.standardError else { throw .tooFewValues(group: 0, needed: 2) }
    return mean(
      moments.mean, standardError: error, degreesOfFreedom: Double(moments.count - 1), level: level, within: range)
  }

  /// Student's t interval for an estimate with a standard error and its degrees of freedom.
  ///
  /// - Units: those of the estimate; clipped to `range` where one is given.
  public static func mean(
    _ value: Double, standardError: Double, degreesOfFreedom: Double, level: Double = 0.95,
    within range: ClosedRange<Double>? = nil
  ) -> ConfidenceInterval {
    precondition(standardError >= 0, "a standard error is negative or not a number")
    let half = GSL.studentQuantile((1 + level) / 2, degreesOfFreedom: degreesOfFreedom) * standardError
    let interval = ConfidenceInterval(lower: value - half, upper: value + half, level: level)
    return range.map { interval.clipped(to: $0) } ?? interval
  }
}
