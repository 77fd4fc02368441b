import CGSL

/// x′ S⁺ x for a covariance S, which may be singular: S⁺ is the generalised inverse, from the eigenvectors of S.
struct QuadraticForm {
  /// The rank of the covariance.
  let rank: Int
  /// Eigenvectors divided by the root of their eigenvalues, one after the other.
  private let rows: [Double]

  /// Eigenvalues below 10⁻¹⁰ of the largest count as zero.
  init(covariance: [Double], dimension: Int) {
    let (values, vectors) = GSL.eigen(symmetric: covariance, dimension: dimension)
    let threshold = 1e-10 * (values.max() ?? 0)
    let kept = values.indices.filter { values[$0] > threshold && values[$0] > 0 }
    rows = kept.flatMap { index in vectors[index].map { $0 / values[index].squareRoot() } }
    rank = kept.count
  }

  /// (x − c)′ S⁺ (x − c).
  func value(_ x: [Double], about centre: [Double]) -> Double {
    var sum = 0.0
    for row in 0..<rank {
      var product = 0.0
      for index in x.indices { product += rows[row * x.count + index] * (x[index] - centre[index]) }
      sum += product * product
    }
    return sum
  }
}

extension GSL {
  /// Eigenvalues and eigenvectors (one per row) of a symmetric matrix, in no particular order.
  static func eigen(symmetric matrix: [Double], dimension: Int) -> (values: [Double], vectors: [[Double]]) {
    precondition(matrix.count == dimension * dimension && dimension > 0, "a matrix does not fit its dimension")
    switchOffHandler()
    var copy = matrix
    var values = [Double](repeating: 0, count: dimension)
    var vectors = [Double](repeating: 0, count: dimension * dimension)
    let workspace = EigenWorkspace(dimension: dimension)
    copy.withUnsafeMutableBufferPointer { copy in
      values.withUnsafeMutableBufferPointer { values in
        vectors.withUnsafeMutableBufferPointer { vectors in
          var a = gsl_matrix_view_array(copy.baseAddress, dimension, dimension)
          var eigenvalues = gsl_vector_view_array(values.baseAddress, dimension)
          var eigenvectors = gsl_matrix_view_array(vectors.baseAddress, dimension, dimension)
          workspace.solve(&a.matrix, &eigenvalues.vector, &eigenvectors.matrix)
        }
      }
    }
    // GSL puts eigenvectors in columns.
    return (values, (0..<dimension).map { column in (0..<dimension).map { vectors[$0 * dimension + column] } })
  }
}

/// GSL's workspace for eigenvectors, freed with its owner.
private struct EigenWorkspace: ~Copyable {
  private let pointer: UnsafeMutablePointer<gsl_eigen_symmv_workspace>?

  init(dimension: Int) { pointer = gsl_eigen_symmv_alloc(dimension) }

  deinit { gsl_eigen_symmv_free(pointer) }

  func solve(
    _ matrix: UnsafeMutablePointer<gsl_matrix>, _ values: UnsafeMutablePointer<gsl_vector>,
    _ vectors: UnsafeMutablePointer<gsl_matrix>
  ) {
    precondition(pointer != nil, "no memory for eigenvectors")
    gsl_eigen_symmv(matrix, values, vectors, pointer)
  }
}
