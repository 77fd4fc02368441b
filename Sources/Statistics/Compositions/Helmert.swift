/// The (D − 1) × D Helmert sub-matrix: an orthonormal basis of the vectors that sum to zero.
///
/// Row j (from 1) holds j entries 1 ⁄ √(j(j + 1)), then −j ⁄ √(j(j + 1)), then zeros. Products cost D steps, not D².
enum Helmert {
  /// H x.
  static func coordinates(_ x: [Double]) -> [Double] {
    var sum = 0.0
    return x.indices.dropLast().map { place in
      sum += x[place]
      let j = Double(place + 1)
      return (sum - j * x[place + 1]) / (j * (j + 1)).squareRoot()
    }
  }

  /// Hᵀ y.
  static func vector(_ y: [Double]) -> [Double] {
    var x = [Double](repeating: 0, count: y.count + 1)
    var tail = 0.0
    for place in y.indices.reversed() {
      let j = Double(place + 1)
      let entry = y[place] / (j * (j + 1)).squareRoot()
      x[place + 1] = tail - j * entry
      tail += entry
    }
    x[0] = tail
    return x
  }
}
