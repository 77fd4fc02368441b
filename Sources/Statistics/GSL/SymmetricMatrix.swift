/// A small symmetric matrix in Swift, as products of matrices need it: row by row.
struct SymmetricMatrix: Sendable, Hashable {
  let dimension: Int
  private(set) var cells: [Double]

  init(dimension: Int) {
    self.dimension = dimension
    cells = [Double](repeating: 0, count: dimension * dimension)
  }

  /// Fills the cells; `cell` must be symmetric.
  init(dimension: Int, cell: (Int, Int) -> Double) {
    self.dimension = dimension
    cells = (0..<dimension).flatMap { row in (0..<dimension).map { cell(row, $0) } }
  }

  subscript(row: Int, column: Int) -> Double { cells[row * dimension + column] }

  /// Adds `weight` × x x′.
  mutating func add(_ x: [Double], weight: Double = 1) {
    for row in 0..<dimension where x[row] != 0 {
      for column in 0..<dimension { cells[row * dimension + column] += weight * x[row] * x[column] }
    }
  }

  /// Adds `weight` × another matrix.
  mutating func add(_ other: SymmetricMatrix, weight: Double = 1) {
    for place in cells.indices { cells[place] += weight * other.cells[place] }
  }

  /// The matrix with nought in some rows and columns.
  func clearing(_ places: [Int]) -> SymmetricMatrix {
    let cleared = Set(places)
    return SymmetricMatrix(dimension: dimension) {
      cleared.contains($0) || cleared.contains($1) ? 0 : self[$0, $1]
    }
  }

  /// The sum of all cells.
  var sum: Double { cells.reduce(0, +) }

  /// The sum of the diagonal.
  var trace: Double { (0..<dimension).reduce(0) { $0 + self[$1, $1] } }

  /// The matrix times a vector.
  func times(_ x: [Double]) -> [Double] {
    (0..<dimension).map { row in (0..<dimension).reduce(0) { $0 + self[row, $1] * x[$1] } }
  }

  /// x′ M y.
  func form(_ x: [Double], _ y: [Double]) -> Double { zip(x, times(y)).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The same eigenvectors with other eigenvalues.
  func mapped(_ change: (Double) -> Double) -> SymmetricMatrix {
    let (values, vectors) = GSL.eigen(symmetric: cells, dimension: dimension)
    var result = SymmetricMatrix(dimension: dimension)
    for (value, vector) in zip(values, vectors) { result.add(vector, weight: change(value)) }
    return result
  }

  /// The inverse, and the logarithm of the determinant; nil for a matrix that has none, because its columns explain each other.
  var inverse: (matrix: SymmetricMatrix, logDeterminant: Double)? {
    // Scaled to a diagonal of 1, so that units do not pass for dependence.
    let scales = (0..<dimension).map { self[$0, $0] > 0 ? self[$0, $0].squareRoot() : 0 }
    guard !scales.contains(0) else { return nil }
    var scaled = self
    for row in 0..<dimension {
      for column in 0..<dimension { scaled.cells[row * dimension + column] /= scales[row] * scales[column] }
    }
    let values = GSL.eigen(symmetric: scaled.cells, dimension: dimension).values
    guard let least = values.min(), let most = values.max(), least > 1e-12 * most else { return nil }
    var inverse = scaled.mapped { 1 / $0 }
    for row in 0..<dimension {
      for column in 0..<dimension { inverse.cells[row * dimension + column] /= scales[row] * scales[column] }
    }
    let logarithm = values.reduce(0) { $0 + GSL.logarithm($1) } + 2 * scales.reduce(0) { $0 + GSL.logarithm($1) }
    return (inverse, logarithm)
  }
}
