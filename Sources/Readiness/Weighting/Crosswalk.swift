import Statistics
import Survey

/// Which dimensions each budget factor serves, by place: a factor's points are split equally over them.
package struct Crosswalk: Sendable {
  /// Dimensions, all of them.
  package let dimensionCount: Int
  /// Places of the dimensions that each factor serves.
  package let served: [[Int]]

  /// - Parameter dimensions: ids in the instrument's order; others that a factor names do not count.
  package init(_ question: BudgetQuestion, dimensions: [String]) {
    dimensionCount = dimensions.count
    served = question.factors.map { factor in dimensions.indices.filter { factor.dimensions.contains(dimensions[$0]) } }
  }

  /// Weights of the dimensions from shares of the factors; they add up to the share of factors that serve any.
  package func weights(_ parts: [Double]) -> [Double] {
    var weights = [Double](repeating: 0, count: dimensionCount)
    for (places, part) in zip(served, parts) {
      for place in places { weights[place] += part / Double(places.count) }
    }
    return weights
  }

  /// What a point on each factor is worth to a difference on the dimensions.
  package func worth(_ differences: [Double]) -> [Double] {
    served.map { places in places.reduce(0) { $0 + differences[$1] } / Double(max(1, places.count)) }
  }

  /// Dimensions that some factor serves, by place.
  package var reached: [Int] { Set(served.flatMap(\.self)).sorted() }
}
