import Foundation
import Statistics

/// Scores of many units from columns of parts: the rules of `Aggregation`, a whole column at a time.
///
/// - Shapes: one column per dimension, one value per unit, NaN where missing; weights need not add up to 1. A missing part is dropped and the
///   other weights are scaled up; a unit without any part has the score 0.
/// - Cost: units × dimensions.
struct CompositeColumns {
  let columns: [[Double]]
  let weights: [Double]
  let count: Int

  func scores(_ rule: Aggregation) -> [Double] {
    switch rule {
    case .arithmetic: return means { $0 }
    case .geometric, .power(0): return means { log(1 + 0.99 * $0) }.map { (exp($0) - 1) / 0.99 }
    case .harmonic: return means { 1 / (1 + 0.99 * $0) }.map { (1 / $0 - 1) / 0.99 }
    case .power, .minimum, .mazziottaPareto, .ordered: return one(by: rule)
    }
  }

  /// Weighted means of a function of the parts.
  private func means(_ value: (Double) -> Double) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    var totals = sums
    for (column, weight) in zip(columns, weights) where weight > 0 {
      for unit in 0..<count where !column[unit].isNaN {
        sums[unit] += weight * value(column[unit])
        totals[unit] += weight
      }
    }
    return zip(sums, totals).map { $1 > 0 ? $0 / $1 : 0 }
  }

  /// Unit by unit, through `Aggregation`, with parts of weight 0 left out.
  private func one(by rule: Aggregation) -> [Double] {
    let used = weights.indices.filter { weights[$0] > 0 }
    guard let shares = try? IndicatorWeights(proportions: used.map { weights[$0] }) else {
      return [Double](repeating: 0, count: count)
    }
    return (0..<count).map { unit in
      let parts = used.map { columns[$0][unit].isNaN ? nil : columns[$0][unit] }
      return rule.score(parts, weights: shares, needing: 0) ?? 0
    }
  }
}
