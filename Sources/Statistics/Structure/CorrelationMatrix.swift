/// Correlations of several items, with the number of people they rest on.
///
/// - Shapes: items × items.
/// - Units: none, −1…1.
public struct CorrelationMatrix: Sendable, Hashable {
  /// What kind of correlation.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// Of the answers as numbers.
    case pearson
    /// Of the answers' ranks.
    case spearman
    /// Of the normal variables that the answers are taken to be steps of.
    case polychoric
  }

  /// What kind of correlation.
  public let kind: Kind
  /// People.
  public let count: Int
  /// Whether ``smoothed(floor:)`` changed it.
  public let isSmoothed: Bool
  let matrix: SymmetricMatrix

  /// The number of items.
  public var itemCount: Int { matrix.dimension }
  /// One row per item.
  public var rows: [[Double]] { (0..<itemCount).map { row in (0..<itemCount).map { self[row, $0] } } }

  /// The correlation of two items.
  public subscript(first: Int, second: Int) -> Double { matrix[first, second] }

  init(_ matrix: SymmetricMatrix, count: Int, kind: Kind = .pearson, isSmoothed: Bool = false) {
    self.kind = kind
    self.count = count
    self.isSmoothed = isSmoothed
    self.matrix = matrix
  }

  /// Wraps correlations made elsewhere; the matrix must be symmetric with ones on its diagonal.
  public init(rows: [[Double]], count: Int, kind: Kind = .pearson) {
    precondition(rows.allSatisfy { $0.count == rows.count }, "correlations are square")
    for (row, cells) in rows.enumerated() {
      precondition(abs(cells[row] - 1) < 1e-12, "a correlation of an item with itself is not 1")
      let isSymmetric = cells.indices.allSatisfy { abs(cells[$0] - rows[$0][row]) < 1e-12 }
      precondition(isSymmetric, "correlations are not symmetric")
    }
    self.init(SymmetricMatrix(dimension: rows.count) { rows[$0][$1] }, count: count, kind: kind)
  }

  /// Pearson's correlations.
  ///
  /// - Throws: ``FactorFault/tooFewItems(needed:)``, ``FactorFault/tooFewPeople(needed:)``, ``FactorFault/noVariation(item:)``.
  public init(_ moments: ItemMoments) throws(FactorFault) {
    guard moments.itemCount >= 2 else { throw .tooFewItems(needed: 2) }
    guard moments.count >= 2 else { throw .tooFewPeople(needed: 2) }
    if let constant = moments.constantItems.first { throw .noVariation(item: constant) }
    self.init(moments.products.scaledToUnitDiagonal, count: moments.count)
  }

  /// Eigenvalues, largest first; together the number of items.
  public var eigenvalues: [Double] {
    GSL.eigen(symmetric: matrix.cells, dimension: itemCount).values.sorted(by: >)
  }

  /// Whether it can be the correlations of anything, with no item explained wholly by the others.
  public var isPositiveDefinite: Bool { (eigenvalues.last ?? 0) > 1e-10 }

  /// The nearest that can be, by raising eigenvalues below `floor` to it; itself if none is.
  ///
  /// Correlations of pairs of items, each from its own table, need not fit together.
  ///
  /// - Source: Knol & ten Berge (1989), Psychometrika 54(1), 53–61, doi:10.1007/BF02294448.
  public func smoothed(floor: Double = 1e-6) -> CorrelationMatrix {
    guard (eigenvalues.last ?? 1) < floor else { return self }
    let raised = matrix.mapped { max($0, floor) }
    return CorrelationMatrix(raised.scaledToUnitDiagonal, count: count, kind: kind, isSmoothed: true)
  }
}

extension SymmetricMatrix {
  /// The matrix with rows and columns divided by the roots of its diagonal, which must be positive; correlations from covariances.
  var scaledToUnitDiagonal: SymmetricMatrix {
    let roots = (0..<dimension).map { self[$0, $0].squareRoot() }
    return SymmetricMatrix(dimension: dimension) { row, column in
      row == column ? 1 : min(1, max(-1, self[row, column] / (roots[row] * roots[column])))
    }
  }
}
