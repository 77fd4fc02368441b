/// What the sandwich estimators know of each cluster: products of its design with itself and with its residuals, so that nothing
/// grows with the square of a cluster's size.
struct SandwichPieces: Sendable {
  /// One cluster.
  private struct Part {
    /// X_g′ X_g.
    let product: SymmetricMatrix
    /// X_g′ e_g.
    let score: [Double]
    /// The p × p matrix K, row by row, with (I − H)^(−1/2) X_g = X_g K.
    let correction: [[Double]]
  }

  private let bread: SymmetricMatrix
  private let parts: [Part]
  private let width: Int

  init(_ fit: LeastSquares, clusters: [Int]) {
    let width = fit.bread.dimension
    let root = fit.bread.mapped { max(0, $0).squareRoot() }
    bread = fit.bread
    self.width = width
    parts = Dictionary(grouping: clusters.indices) { clusters[$0] }.sorted { $0.key < $1.key }.map { _, rows in
      var product = SymmetricMatrix(dimension: width)
      var score = [Double](repeating: 0, count: width)
      for row in rows {
        product.add(fit.design[row], weight: fit.frequencies[row])
        for place in 0..<width {
          score[place] += fit.frequencies[row] * fit.design[row][place] * fit.residuals[row]
        }
      }
      // H has the non-zero eigenvalues λ of root × X′X × root; ((1 − λ)^(−1/2) − 1) ÷ λ acts on them, ½ at 0, and −1 where the
      // cluster alone decides a coefficient (λ = 1), as the generalised inverse has it.
      var inner = SymmetricMatrix(dimension: width)
      for row in rows { inner.add(root.times(fit.design[row]), weight: fit.frequencies[row]) }
      let shrunk = inner.mapped { eigenvalue in
        if eigenvalue < 1e-9 { return 0.5 + 0.375 * max(0, eigenvalue) }
        if eigenvalue > 1 - 1e-9 { return -1 / eigenvalue }
        return ((1 / (1 - eigenvalue).squareRoot()) - 1) / eigenvalue
      }
      // Columns of K: e + root × shrunk × root × X′X e.
      let columns = (0..<width).map { column in
        let unit = (0..<width).map { $0 == column ? 1.0 : 0 }
        return zip(unit, root.times(shrunk.times(root.times(product.times(unit))))).map { $0 + $1 }
      }
      return Part(
        product: product, score: score, correction: (0..<width).map { row in columns.map { $0[row] } })
    }
  }

  /// The variance of a coefficient.
  func variance(_ place: Int, corrected: Bool) -> Double { covariance(place, place, corrected: corrected) }

  private func covariance(_ one: Int, _ other: Int, corrected: Bool) -> Double {
    parts.reduce(0) { $0 + pull(one, $1, corrected) * pull(other, $1, corrected) }
  }

  /// A cluster's part in a coefficient: c′ (X′X)⁻¹ X_g′ A_g e_g.
  private func pull(_ place: Int, _ part: Part, _ corrected: Bool) -> Double {
    let weights = corrected ? weights(place, part) : row(place)
    return zip(weights, part.score).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// (X′X)⁻¹ c for a coefficient.
  private func row(_ place: Int) -> [Double] { (0..<width).map { bread[$0, place] } }

  /// K_g (X′X)⁻¹ c.
  private func weights(_ place: Int, _ part: Part) -> [Double] {
    let base = row(place)
    return part.correction.map { zip($0, base).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// Satterthwaite's degrees of freedom of a coefficient's CR2, if people are unrelated with one variance.
  func freedom(_ place: Int) -> Double {
    let (trace, squares) = moments([place], scale: [[1]])
    return trace[0] * trace[0] / squares
  }

  /// Of the estimated covariances of scaled coefficients, if people are unrelated with variance 1: the expectation of each
  /// variance, and the sum of the variances of all cells (for a single coefficient half of it).
  private func moments(_ places: [Int], scale: [[Double]]) -> (expectation: [Double], squares: Double) {
    let count = places.count
    // Per cluster and scaled coefficient: w and X_g′X_g w.
    let pairs = parts.map { part in
      scale.map { mix in
        let w = zip(mix, places).reduce([Double](repeating: 0, count: width)) { sum, term in
          zip(sum, weights(term.1, part)).map { $0 + term.0 * $1 }
        }
        return (w: w, u: part.product.times(w))
      }
    }
    // The covariance of cluster g's and h's parts is δ w′u − u′ B u; its squares add up over all pairs without looking at each,
    // by the matrices M of Σ u u′ (Σ_gh (x_g′ B y_h)(v_h′ B z_g) = tr(B Σ y v′ B Σ z x′)).
    func dot(_ one: [Double], _ other: [Double]) -> Double { zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }
    var expectation = [Double](repeating: 0, count: count)
    var squares = 0.0
    for pair in pairs {
      let own = pair.map { s in pair.map { t in dot(s.w, t.u) } }
      let shared = pair.map { s in pair.map { t in bread.form(s.u, t.u) } }
      for s in 0..<count {
        expectation[s] += own[s][s] - shared[s][s]
        for t in 0..<count {
          squares += own[s][s] * own[t][t] - own[s][s] * shared[t][t] - shared[s][s] * own[t][t]
          guard count > 1 else { continue }
          squares += own[s][t] * own[t][s] - own[s][t] * shared[t][s] - shared[s][t] * own[t][s]
        }
      }
    }
    // B M for every two of the coefficients, M = Σ u_s u_t′.
    let products = (0..<count).map { s in
      (0..<count).map { t -> [[Double]] in
        var sum = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
        for pair in pairs {
          for row in 0..<width where pair[s].u[row] != 0 {
            for column in 0..<width { sum[row][column] += pair[s].u[row] * pair[t].u[column] }
          }
        }
        return (0..<width).map { row in
          (0..<width).map { column in (0..<width).reduce(0) { $0 + bread[row, $1] * sum[$1][column] } }
        }
      }
    }
    func trace(_ one: [[Double]], _ other: [[Double]]) -> Double {
      (0..<width).reduce(0) { sum, row in (0..<width).reduce(sum) { $0 + one[row][$1] * other[$1][row] } }
    }
    for s in 0..<count {
      for t in 0..<count {
        squares += trace(products[s][t], products[t][s])
        if count > 1 { squares += trace(products[t][s], products[t][s]) }
      }
    }
    return (expectation, squares)
  }

  /// HC3's variances; nil where a row decides a coefficient alone.
  func heteroscedastic(_ fit: LeastSquares) -> [Double]? {
    var variances = [Double](repeating: 0, count: width)
    for (index, row) in fit.design.enumerated() {
      let residual = fit.residuals[index]
      let rest = 1 - fit.leverage(row)
      guard rest > 1e-9 else { return nil }
      for (place, pull) in bread.times(row).enumerated() {
        variances[place] += fit.frequencies[index] * pull * pull * residual * residual / (rest * rest)
      }
    }
    return variances
  }

  /// The approximate Hotelling T² test of several coefficients.
  func wald(_ places: [Int], estimates: [Double]) -> ClusterRobustRegression.Wald? {
    let count = places.count
    var robust = SymmetricMatrix(dimension: count)
    for part in parts { robust.add(places.map { pull($0, part, true) }) }
    // The covariance if people are unrelated with variance 1.
    let target = SymmetricMatrix(dimension: count) { bread[places[$0], places[$1]] }
    guard let inverse = robust.inverse?.matrix, target.inverse != nil else { return nil }
    let root = target.mapped { 1 / $0.squareRoot() }
    let scale = (0..<count).map { row in (0..<count).map { root[row, $0] } }
    let q = Double(count)
    let squares = moments(places, scale: scale).squares
    let eta = count == 1 ? freedom(places[0]) : q * (q + 1) / squares
    guard eta > q - 1 else { return nil }
    let f = (eta - q + 1) / (eta * q) * inverse.form(estimates, estimates)
    return ClusterRobustRegression.Wald(
      f: f, numeratorDegreesOfFreedom: q, denominatorDegreesOfFreedom: eta - q + 1,
      p: PairwiseComparisons.positive(FDistribution.upperTail(f, q, eta - q + 1)))
  }
}
