/// Ordinary least squares: what all estimates of its errors share.
struct LeastSquares {
  let design: [[Double]]
  let coefficients: [Double]
  let residuals: [Double]
  /// (X′X)⁻¹.
  let bread: SymmetricMatrix
  /// Rows less coefficients.
  let freedom: Int

  init(design: [[Double]], values: [Double]) throws(ModelFault) {
    precondition(design.count == values.count, "the design does not fit the values")
    let width = design.first?.count ?? 0
    precondition(design.allSatisfy { $0.count == width } && width > 0, "rows of the design differ in length")
    guard values.count > width else { throw .tooFewRows }
    var product = SymmetricMatrix(dimension: width)
    for row in design { product.add(row) }
    guard let inverse = product.inverse?.matrix else { throw .dependentColumns }
    // About the mean, and once more about the first fit, so that no digits are lost where the level is far from zero.
    func fit(_ values: [Double]) -> (coefficients: [Double], residuals: [Double]) {
      var sums = [Double](repeating: 0, count: width)
      for (row, value) in zip(design, values) { for place in 0..<width { sums[place] += row[place] * value } }
      let coefficients = inverse.times(sums)
      return (
        coefficients,
        zip(design, values).map { row, value in value - zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 } }
      )
    }
    let first = fit(values)
    let second = fit(first.residuals)
    self.design = design
    coefficients = zip(first.coefficients, second.coefficients).map { $0 + $1 }
    residuals = second.residuals
    bread = inverse
    freedom = values.count - width
  }

  /// The residual variance.
  var variance: Double { residuals.reduce(0) { $0 + $1 * $1 } / Double(freedom) }

  /// Row i's leverage, its weight in its own fitted value.
  func leverage(_ row: [Double]) -> Double { bread.form(row, row) }
}
