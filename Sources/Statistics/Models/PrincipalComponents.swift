/// Principal components of correlated columns, with varimax rotation of those that are kept.
///
/// - Shapes: columns of one length, complete, each with some variation.
/// - Units: columns are standardised first, so their units do not matter.
/// - Source: Kaiser (1958), Psychometrika 23(3), 187–200, doi:10.1007/BF02289233 (varimax).
public struct PrincipalComponents: Sendable, Hashable {
  /// The variances of the components, largest first; together the number of columns.
  public let variances: [Double]
  /// Correlations of each column with each component: `loadings[component][column]`.
  public let loadings: [[Double]]

  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for fewer than two rows, ``SampleFault/noVariation`` for a column that
  ///   does not vary.
  public init(columns: [[Double]]) throws(SampleFault) {
    let correlations = try Self.correlations(columns)
    let eigen = GSL.eigen(symmetric: correlations.flatMap(\.self), dimension: correlations.count)
    let order = eigen.values.indices.sorted { (eigen.values[$1], $0) < (eigen.values[$0], $1) }
    variances = order.map { max(0, eigen.values[$0]) }
    loadings = order.map { component in
      // The sign of a vector is free: its largest entry is made positive, so that it is the same everywhere.
      let vector = eigen.vectors[component]
      let largest = vector.max { abs($0) < abs($1) } ?? 0
      let length = max(0, eigen.values[component]).squareRoot()
      return vector.map { largest < 0 ? -$0 * length : $0 * length }
    }
  }

  /// Pearson's correlations of columns.
  static func correlations(_ columns: [[Double]]) throws(SampleFault) -> [[Double]] {
    guard let first = columns.first, first.count > 1 else { throw .tooFewValues(group: 0, needed: 2) }
    var standard: [[Double]] = []
    for column in columns {
      precondition(column.count == first.count, "columns differ in length")
      let moments = Moments(column)
      guard moments.squares > 0, column.contains(where: { $0 != column[0] }) else { throw .noVariation }
      standard.append(column.map { ($0 - moments.mean) / moments.squares.squareRoot() })
    }
    return standard.indices.map { a in
      standard.indices.map { b in
        a == b ? 1 : zip(standard[a], standard[b]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
  }

  /// The loadings of the first `count` components turned so that each column loads on few (varimax, Kaiser's normalisation).
  public func rotatedLoadings(_ count: Int) -> [[Double]] {
    precondition((1...loadings.count).contains(count), "there are not so many components")
    var factors = Array(loadings.prefix(count))
    guard count > 1 else { return factors }
    let width = factors[0].count
    let lengths = (0..<width).map { column in
      max(factors.reduce(0) { $0 + $1[column] * $1[column] }.squareRoot(), 1e-150)
    }
    for factor in factors.indices { for column in 0..<width { factors[factor][column] /= lengths[column] } }
    for _ in 0..<1_000 {
      var largest = 0.0
      for first in 0..<count {
        for second in (first + 1)..<count {
          largest = max(largest, abs(Self.rotate(&factors, first, second)))
        }
      }
      if largest < 1e-12 { break }
    }
    for factor in factors.indices { for column in 0..<width { factors[factor][column] *= lengths[column] } }
    return factors
  }

  /// Turns two factors in their plane to the largest variance of squared loadings; answers with the angle.
  private static func rotate(_ factors: inout [[Double]], _ first: Int, _ second: Int) -> Double {
    let (x, y) = (factors[first], factors[second])
    let n = Double(x.count)
    let (u, v) = (zip(x, y).map { $0 * $0 - $1 * $1 }, zip(x, y).map { 2 * $0 * $1 })
    let (a, b) = (u.reduce(0, +), v.reduce(0, +))
    let c = zip(u, v).reduce(0) { $0 + $1.0 * $1.0 - $1.1 * $1.1 }
    let d = zip(u, v).reduce(0) { $0 + 2 * $1.0 * $1.1 }
    let angle = arcTangent(d - 2 * a * b / n, c - (a * a - b * b) / n) / 4
    let (c1, s1) = (cosine(angle), sine(angle))
    factors[first] = zip(x, y).map { c1 * $0 + s1 * $1 }
    factors[second] = zip(x, y).map { -s1 * $0 + c1 * $1 }
    return angle
  }
}
