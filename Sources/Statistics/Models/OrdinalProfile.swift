extension CumulativeLikelihood {
  /// The thresholds and the log-likelihood without predictors.
  var empty: (thresholds: [Double], logarithm: Double) {
    let totals = (0...cuts).map { category in counts.reduce(0) { $0 + $1[category] } }
    let whole = totals.reduce(0, +)
    var passed = 0.0
    let thresholds = (0..<cuts).map { cut in
      passed += totals[cut]
      return link.quantile(passed / whole)
    }
    return (thresholds, totals.reduce(0) { $1 > 0 ? $0 + $1 * GSL.logarithm($1 / whole) : $0 })
  }

  /// The best fit, if there is one.
  func fitted(from start: [Double], rows: [[Double]]) throws(OrdinalRegression.Fault) -> Point {
    guard start.count > cuts else {
      guard let point = maximum(from: start) else { throw .notConverged }
      return point
    }
    // Columns that explain each other, or the thresholds, have no estimate whatever the answers.
    var product = SymmetricMatrix(dimension: dimension)
    for (row, forms) in forms.enumerated() where counts[row].contains(where: { $0 > 0 }) {
      for form in forms { product.add(form) }
    }
    guard product.inverse != nil else { throw .dependentColumns }
    let point = maximum(from: start)
    // The form of some person has run far, or the search lost its way: look whether it could run for ever.
    let reach = point.map { point in
      forms.joined().reduce(0) { max($0, abs(zip($1, point.parameters).reduce(0) { $0 + $1.0 * $1.1 })) }
    }
    if (reach ?? .infinity) > 8 {
      let unbounded = separatedParameters(point)
      guard unbounded.isEmpty else { throw .separated(columns: unbounded.map { $0 - cuts }) }
    }
    guard let point else { throw .notConverged }
    return point
  }

  /// The CR1 sandwich's variances: B Σ U U′ B × G ÷ (G − 1), with the scores U added up by cluster.
  ///
  /// `rowOf` has the row of the likelihood of each row of `counts`, which has one cluster.
  func sandwich(
    _ parameters: [Double], _ bread: SymmetricMatrix, rowOf: [Int], counts: [[Double]], clusters: [Int]
  ) -> [Double] {
    let pulls = slopes(parameters).map { $0.map(bread.times) }
    var sums: [Int: [Double]] = [:]
    for (part, row) in counts.enumerated() where row.contains(where: { $0 > 0 }) {
      var sum = sums[clusters[part]] ?? [Double](repeating: 0, count: dimension)
      for (answer, count) in row.enumerated() where count > 0 {
        let pull = pulls[rowOf[part]][answer]
        for place in sum.indices { sum[place] += count * pull[place] }
      }
      sums[clusters[part]] = sum
    }
    var variances = [Double](repeating: 0, count: dimension)
    for (_, sum) in sums.sorted(by: { $0.key < $1.key }) {
      for (place, pull) in sum.enumerated() { variances[place] += pull * pull }
    }
    let count = Double(sums.count)
    return variances.map { $0 * count / (count - 1) }
  }

  /// Where twice the fall of the profile of the likelihood is the quantile of χ² with one degree of freedom.
  func profile(_ best: Point, _ place: Int, error: Double, level: Double) -> ConfidenceInterval? {
    let quantile = GSL.normalQuantile((1 + level) / 2)
    let drop = quantile * quantile / 2
    func end(_ sign: Double) -> Double? {
      var warm = best.parameters
      func fall(_ distance: Double) -> Double {
        warm[place] = best.parameters[place] + sign * distance
        guard let point = maximum(from: warm, fixed: [place]) ?? maximum(from: spread(warm, place), fixed: [place])
        else {
          return .nan
        }
        warm = point.parameters
        return best.logarithm - point.logarithm - drop
      }
      var reach = quantile * error
      for _ in 0..<40 {
        let there = fall(reach)
        if there.isNaN { return nil }
        if there > 0 { return RootSearch.zero(from: 0, to: reach) { $0 == 0 ? -drop : fall($0) } }
        reach *= 1.5
      }
      return nil
    }
    guard let below = end(-1), let above = end(1) else { return nil }
    let estimate = best.parameters[place]
    guard below.isFinite, above.isFinite else { return nil }
    return ConfidenceInterval(lower: estimate - below, upper: estimate + above, level: level)
  }

  /// A start for a held coefficient when the last one leads nowhere: thresholds without predictors.
  private func spread(_ parameters: [Double], _ place: Int) -> [Double] {
    empty.thresholds + (cuts..<dimension).map { $0 == place ? parameters[$0] : 0 }
  }
}
