import Foundation

extension ConfidenceInterval {
  /// The interval for a mean share of an allocation: Student's t on the logit scale, with floors for mean and standard error.
  ///
  /// With u = `floorUnit`, the mean is taken as at least u ÷ 20 and the standard error as at least u ÷ n, so that a factor
  /// that nobody chose has the interval from 0 to an upper limit, never [0, 0]. In a simulation of eleven-part
  /// allocations it covered .92 to .99 at n = 8 to 100 where the percentile bootstrap covered .71 to .94.
  ///
  /// - Shapes: at least two respondents.
  /// - Parameters:
  ///   - meanShare: the mean over respondents.
  ///   - standardDeviation: of the respondents' shares.
  ///   - count: respondents.
  ///   - floorUnit: one step of the answers.
  ///   - level: of the interval, between 0 and 1.
  ///   - criticalValue: standard errors on either side, where intervals are to hold together; nil takes Student's t.
  /// - Units: shares 0…1; `floorUnit` is one step of the answers, such as 0.05 for five points in a hundred.
  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for fewer than two respondents.
  public static func logitT(
    meanShare: Double, standardDeviation: Double, count: Int, floorUnit: Double = 0.05, level: Double = 0.95,
    criticalValue: Double? = nil
  ) throws(SampleFault) -> ConfidenceInterval {
    precondition(
      meanShare >= -1e-9 && meanShare <= 1 + 1e-9 && standardDeviation >= 0, "a mean share lies between 0 and 1")
    precondition(floorUnit > 0 && floorUnit <= 1, "the floor unit is a share")
    guard count >= 2 else { throw .tooFewValues(group: 0, needed: 2) }
    // A mean of shares may leave 0…1 by rounding.
    let meanShare = min(max(meanShare, 0), 1)
    let floor = floorUnit / 20
    let mean = min(max(meanShare, floor), 1 - floor)
    let error = max(standardDeviation / Double(count).squareRoot(), floorUnit / Double(count))
    let critical = criticalValue ?? GSL.studentQuantile((1 + level) / 2, degreesOfFreedom: Double(count - 1))
    let half = critical * error / (mean * (1 - mean))
    let centre = log(mean / (1 - mean))
    let lower = 1 / (1 + exp(half - centre))
    let upper = 1 / (1 + exp(-half - centre))
    return ConfidenceInterval(
      lower: meanShare == 0 ? 0 : min(lower, meanShare), upper: meanShare == 1 ? 1 : max(upper, meanShare),
      level: level)
  }
}
