/// Ordinary least squares: what all estimates of its errors share.
struct LeastSquares {
  let design: [[Double]]
  /// How many people each row stands for.
  let frequencies: [Double]
  let coefficients: [Double]
  let residuals: [Double]
  /// (X′X)⁻¹.
  let bread: SymmetricMatrix
  /// People less coefficients.
  let freedom: Int

  init(design: [[Double]], values: [Double], frequencies: [Int]? = nil) throws(ModelFault) {
    precondition(design.count == values.count, "the design does not fit the values")
    precondition(frequencies.map { $0.count == values.count && $0.allSatisfy { $0 > 0 } } ?? true, "count every row")
    let weights = frequencies.map { $0.map { Double($0) } } ?? [Double](repeating: 1, count: values.count)
    let people = Int(weights.reduce(0, +))
    let width = design.first?.count ?? 0
    precondition(design.allSatisfy { $0.count == width } && width > 0, "rows of the design differ in length")
    guard people > width else { throw .tooFewRows }
    var product = SymmetricMatrix(dimension: width)
    for (row, weight) in zip(design, weights) { product.add(row, weight: weight) }
    guard let inverse = product.inverse?.matrix else { throw .dependentColumns }
    // About the mean, and once more about the first fit, so that no digits are lost where the level is far from zero.
    func fit(_ values: [Double]) -> (coefficients: [Double], residuals: [Double]) {
      var sums = [Double](repeating: 0, count: width)
      for (index, row) in design.enumerated() {
        for place in 0..<width { sums[place] += weights[index] * row[place] * values[index] }
      }
      let coefficients = inverse.times(sums)
      return (
        coefficients,
        zip(design, values).map { row, value in value - zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 } }
      )
    }
    let first = fit(values)
    let second = fit(first.residuals)
    self.design = design
    self.frequencies = weights
    coefficients = zip(first.coefficients, second.coefficients).map { $0 + $1 }
    residuals = second.residuals
    bread = inverse
    freedom = people - width
  }

  /// The residual variance.
  var variance: Double { squares / Double(freedom) }

  /// The sum of the squared residuals.
  var squares: Double { zip(residuals, frequencies).reduce(0) { $0 + $1.1 * $1.0 * $1.0 } }

  /// Row i's leverage, its weight in its own fitted value.
  func leverage(_ row: [Double]) -> Double { bread.form(row, row) }
}
