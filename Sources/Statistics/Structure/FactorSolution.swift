import Foundation

/// Loadings and uniquenesses of one factor, as a search finds them.
struct FactorSolution {
  var loadings: [Double]
  let uniquenesses: [Double]
  /// What was made small: the discrepancy of the likelihood, or half the sum of the squared residuals.
  let discrepancy: Double

  /// The least squares of the residual correlations: one loading after the other, each in closed form, so that the sum falls with
  /// every step.
  static func minimumResiduals(_ r: SymmetricMatrix) throws(FactorFault) -> FactorSolution {
    let p = r.dimension
    let most = (1 - OneFactorModel.leastUniqueness).squareRoot()
    let (values, vectors) = GSL.eigen(symmetric: r.cells, dimension: p)
    let first = values.indices.max { values[$0] < values[$1] } ?? 0
    var loadings = vectors[first].map { min(most, max(-most, $0 * max(values[first], 0).squareRoot())) }
    for _ in 0..<20_000 {
      var change = 0.0
      for item in 0..<p {
        var (product, square) = (0.0, 0.0)
        for other in 0..<p where other != item {
          product += r[item, other] * loadings[other]
          square += loadings[other] * loadings[other]
        }
        guard square > 0 else { continue }
        let next = min(most, max(-most, product / square))
        change = max(change, abs(next - loadings[item]))
        loadings[item] = next
      }
      guard change > 1e-12 else {
        let left = PairwiseComparisons.pairs(p).map { r[$0, $1] - loadings[$0] * loadings[$1] }
        return FactorSolution(
          loadings: loadings, uniquenesses: loadings.map { 1 - $0 * $0 },
          discrepancy: left.reduce(0) { $0 + $1 * $1 } / 2)
      }
    }
    throw .notConverged
  }

  /// Jöreskog's search over the logarithms of the uniquenesses: for given ones the loadings are the first eigenvector of what is left
  /// when items are divided by their roots.
  static func maximumLikelihood(_ r: SymmetricMatrix) throws(FactorFault) -> FactorSolution {
    let p = r.dimension
    let least = log(OneFactorModel.leastUniqueness)
    guard let inverse = r.inverse?.matrix else { throw .notPositiveDefinite }
    var place = (0..<p).map { max(least, log(min(1, (1 - 0.5 / Double(p)) / inverse[$0, $0]))) }
    var point = FactorPoint(r, place)
    for _ in 0..<500 {
      let (gradient, curvature) = point.derivatives
      // At the edge an item stays where going on would take it beyond.
      let free = (0..<p).filter { !(place[$0] <= least && gradient[$0] >= 0) && !(place[$0] >= 0 && gradient[$0] <= 0) }
      guard free.contains(where: { abs(gradient[$0]) > 1e-10 }) else { return point.solution }
      let block = SymmetricMatrix(dimension: free.count) {
        curvature[free[$0], free[$1]] + ($0 == $1 ? 1e-9 : 0)
      }
      let pull = free.map { gradient[$0] }
      let step = block.inverse?.matrix.times(pull) ?? pull
      var length = 1.0
      var isBetter = false
      for _ in 0..<40 {
        var tried = place
        for (index, item) in free.enumerated() {
          tried[item] = min(0, max(least, place[item] - min(2, max(-2, length * step[index]))))
        }
        let next = FactorPoint(r, tried)
        if next.discrepancy < point.discrepancy {
          (place, point, isBetter) = (tried, next, true)
          break
        }
        length /= 2
      }
      guard isBetter else {
        // No smaller number can be written: the search has ended, if the slope is that of rounding.
        guard free.allSatisfy({ abs(gradient[$0]) < 1e-6 }) else { throw .notConverged }
        return point.solution
      }
    }
    throw .notConverged
  }
}

/// The likelihood at given logarithms of the uniquenesses.
private struct FactorPoint {
  private let roots: [Double]
  private let values: [Double]
  private let vectors: [[Double]]
  private let first: Int
  let discrepancy: Double

  init(_ r: SymmetricMatrix, _ logarithms: [Double]) {
    let roots = logarithms.map { exp($0 / 2) }
    let scaled = SymmetricMatrix(dimension: r.dimension) { r[$0, $1] / (roots[$0] * roots[$1]) }
    (values, vectors) = GSL.eigen(symmetric: scaled.cells, dimension: r.dimension)
    let values = values
    first = values.indices.max { values[$0] < values[$1] } ?? 0
    let first = first
    self.roots = roots
    discrepancy = values.indices.reduce(0) { $1 == first ? $0 : $0 + values[$1] - 1 - log(max(values[$1], 1e-300)) }
  }

  /// The slope, and Jöreskog's approximation of the curvature, which is near where the model fits.
  var derivatives: (gradient: [Double], curvature: SymmetricMatrix) {
    let rest = values.indices.filter { $0 != first }
    let gradient = roots.indices.map { item in
      rest.reduce(0) { $0 + (1 - values[$1]) * vectors[$1][item] * vectors[$1][item] }
    }
    let curvature = SymmetricMatrix(dimension: roots.count) { one, other in
      let product = rest.reduce(0) { $0 + vectors[$1][one] * vectors[$1][other] }
      return product * product
    }
    return (gradient, curvature)
  }

  var solution: FactorSolution {
    let length = max(0, values[first] - 1).squareRoot()
    return FactorSolution(
      loadings: zip(roots, vectors[first]).map { $0 * $1 * length }, uniquenesses: roots.map { $0 * $0 },
      discrepancy: max(0, discrepancy))
  }
}
