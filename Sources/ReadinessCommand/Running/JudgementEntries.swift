import Foundation
import Readiness

/// Pairwise judgements as they are read, one by one, from a file of judgements or from a plan.
struct JudgementEntries {
  /// Two dimensions that nobody compared.
  struct Gap: Error {
    let sentence: String
  }

  private(set) var dimensions: [String] = []
  private var values: [[String]: Double] = [:]

  /// Takes one judgement: a number above 0 or a fraction such as 1/3. Answers with what is wrong with it, or nil.
  ///
  /// Mirror images must be reciprocals within a hundredth, so that 0.33 passes for a third.
  mutating func add(_ row: String, _ column: String, _ text: String) -> String? {
    for id in [row, column] where !dimensions.contains(id) { dimensions.append(id) }
    guard let value = Self.number(text), value > 0, value.isFinite else {
      return "found “\(text)”, expected a number above 0 or a fraction such as 1/3"
    }
    if row == column {
      return value == 1 ? nil : "found “\(text)”, expected 1: nothing is more important than itself"
    }
    if let mirror = values[[column, row]], abs(value * mirror - 1) > 0.01 {
      return
        "found “\(text)”, expected the reciprocal of \(column) over \(row), which is \(String(format: "%.4g", mirror))"
    }
    values[[row, column]] = value
    return nil
  }

  /// The whole square: what was given, mirror images filled in.
  var table: Result<JudgementTable, Gap> {
    var judgements = dimensions.map { _ in dimensions.map { _ in 1.0 } }
    for (row, first) in dimensions.enumerated() {
      for (column, second) in dimensions.enumerated() where row < column {
        guard let value = values[[first, second]] ?? values[[second, first]].map({ 1 / $0 }) else {
          return .failure(
            Gap(sentence: "“\(first)” and “\(second)” are not compared; give one number for every two dimensions"))
        }
        judgements[row][column] = value
        judgements[column][row] = 1 / value
      }
    }
    return .success(JudgementTable(dimensions: dimensions, judgements: judgements))
  }

  /// A decimal number, or a fraction of two.
  private static func number(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    switch parts.count {
    case 1: return parts[0]
    case 2: return parts[0].flatMap { top in parts[1].map { top / $0 } }
    default: return nil
    }
  }
}
