import Foundation
import Statistics

/// Scores of many units from columns of parts: the rules of `Aggregation`, a whole column at a time.
///
/// What an aggregation makes of a part is found once; every vector of weights then costs a sum.
///
/// - Shapes: one column per dimension, one value per unit, NaN where missing; weights need not add up to 1. A missing part is dropped and the
///   other weights are scaled up; a unit without any part has the score 0.
/// - Cost: units × dimensions.
struct CompositeColumns {
  let columns: [[Double]]
  let count: Int
  let rule: Aggregation
  /// The rule's function of every part, dimension by dimension; empty for a rule that is not the mean of one.
  private let values: [Double]
  private let isComplete: Bool

  init(_ columns: [[Double]], count: Int, rule: Aggregation) {
    self.columns = columns
    self.count = count
    self.rule = rule
    isComplete = columns.allSatisfy { !$0.contains(where: \.isNaN) }
    values =
      switch rule {
      case .arithmetic: columns.flatMap(\.self)
      case .geometric, .power(0): columns.flatMap { $0.map { log(1 + 0.99 * $0) } }
      case .harmonic: columns.flatMap { $0.map { 1 / (1 + 0.99 * $0) } }
      case .power, .minimum, .mazziottaPareto, .ordered: []
      }
  }

  /// The scores under one vector of weights.
  func scores(_ weights: [Double]) -> [Double] {
    precondition(weights.count == columns.count, "there is one weight for each column")
    return switch rule {
    case .arithmetic: means(weights)
    case .geometric, .power(0): means(weights).map { (exp($0) - 1) / 0.99 }
    case .harmonic: means(weights).map { (1 / $0 - 1) / 0.99 }
    case .power, .minimum, .mazziottaPareto, .ordered: one(weights)
    }
  }

  /// Weighted means of the rule's function of the parts; of nothing they make the score 0.
  private func means(_ weights: [Double]) -> [Double] {
    let nothing =
      switch rule {
      case .harmonic: 1.0
      default: 0.0
      }
    var sums = [Double](repeating: 0, count: count)
    if isComplete {
      var total = 0.0
      values.withUnsafeBufferPointer { values in
        sums.withUnsafeMutableBufferPointer { sums in
          for (place, weight) in weights.enumerated() where weight > 0 {
            let start = place * count
            for unit in 0..<count { sums[unit] += weight * values[start + unit] }
            total += weight
          }
        }
      }
      return sums.map { total > 0 ? $0 / total : nothing }
    }
    var totals = sums
    for (place, weight) in weights.enumerated() where weight > 0 {
      for unit in 0..<count where !values[place * count + unit].isNaN {
        sums[unit] += weight * values[place * count + unit]
        totals[unit] += weight
      }
    }
    return zip(sums, totals).map { $1 > 0 ? $0 / $1 : nothing }
  }

  /// Unit by unit, through `Aggregation`, with parts of weight 0 left out.
  private func one(_ weights: [Double]) -> [Double] {
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
