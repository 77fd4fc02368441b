import Foundation
import Statistics

extension ModelRow {
  /// The row as finely as it may be told: one error, in as many digits as p; estimate and interval in steps of a part of it.
  ///
  /// No degrees of freedom are told but those of tests that count columns: they count the clusters and strata in which a group has somebody, or
  /// are as many as these allow only where a group is spread evenly.
  func told(_ digits: SpreadDigits) -> ModelRow {
    guard digits != .full else { return self }
    var row = self
    row.errors = Errors()
    row.standardError = standardError.map(digits.nearest)
    row.statistic = digits.told(statistic)
    let countsColumns = item == "rank_test" ? denominator != nil : item != nil && item != "rao_scott"
    if !countsColumns { row.degreesOfFreedom = nil }
    row.denominator = nil
    row.p = p.map { digits.told(PValue(value: $0, method: .asymptotic, smallestAttainable: 1e-300), sizes: nil).value }
    row.designEffect = designEffect.map(digits.nearest)
    if kind == .variance {
      row.estimate = estimate.map(digits.nearest)
    } else if kind == .weights {
      // Whoever does not know the weights solves it for nothing; of equal ones it is the number of people.
      row.estimate = estimate.map { min(SpreadDigits.two.nearest($0), Double(n ?? .max)) }
    } else if let error = standardError ?? chance, error > 0 {
      row.round(to: PartDigits.unit(atLeast: error / pow(10, Double(digits.digits - 1)) / 2), digits)
    }
    if p != nil || (kind == .mean && estimate != nil) { row.note = .spaced([note, ComparisonDraft.fewDigits]) }
    return row
  }

  /// Estimate and interval in steps, and what follows from these alone.
  private mutating func round(to step: Double, _ digits: SpreadDigits) {
    estimate = estimate.map { PartDigits.nearest($0, unit: step) }
    interval = interval.map { interval in
      let width = interval.upper - interval.lower
      guard width > 0 else { return interval }
      return PartDigits.outwards(
        interval, max(step, PartDigits.unit(atLeast: width / pow(10, Double(digits.digits)) / 2)))
    }
    if oddsRatio != nil { oddsRatio = estimate.map { digits.nearest(exp($0)) } }
    if oddsRatioInterval != nil {
      oddsRatioInterval = interval.map {
        ConfidenceInterval(
          lower: digits.nearest(exp($0.lower)), upper: digits.nearest(exp($0.upper)), level: $0.level)
      }
    }
    // At no difference a step of the logarithm is a sixth of one of the chance.
    superiority = superiority.map { PartDigits.nearest($0, unit: PartDigits.unit(atLeast: min(0.5, step / 6))) }
  }
}
