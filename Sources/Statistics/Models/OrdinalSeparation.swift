extension CumulativeLikelihood {
  /// Parameters that have no largest likelihood, after a search that went far.
  ///
  /// By linear programs where the rows are few enough for them; else those whose error is beyond any that answers allow.
  func separatedParameters(_ point: Point?) -> [Int] {
    guard counts.count > 500 else { return unboundedParameters }
    guard let covariance = point?.information.inverse?.matrix else { return Array(cuts..<dimension) }
    return (cuts..<dimension).filter { place in
      let column = forms.map { -$0.reduce(0) { abs($1[place]) > abs($0) ? $1[place] : $0 } }
      let width = (column.max() ?? 0) - (column.min() ?? 0)
      return covariance[place, place].squareRoot() * width > 50
    }
  }

  /// Parameters that the likelihood would carry to infinity: those that can move without making any answer less likely.
  ///
  /// The answers are then separated by the predictors, and no estimate exists. Every direction is looked for by a linear program over
  /// the cells that somebody is in.
  ///
  /// - Source: Albert & Anderson (1984), Biometrika 71(1), 1–10, doi:10.1093/biomet/71.1.1; by linear programs, Konis (2007).
  var unboundedParameters: [Int] {
    // No cell may lose: its upper form may not fall, its lower one may not rise.
    var rows: [[Double]] = []
    for (row, categories) in counts.enumerated() {
      for (category, count) in categories.enumerated() where count > 0 {
        if category < cuts { rows.append(forms[row][category].map { -$0 }) }
        if category > 0 { rows.append(forms[row][category - 1]) }
      }
    }
    // Each parameter as the difference of two that are not negative and at most 1.
    let limits = (0..<(2 * dimension)).map { place in (0..<(2 * dimension)).map { $0 == place ? 1.0 : 0 } }
    let constraints =
      Set(rows).sorted { $0.lexicographicallyPrecedes($1) }.map { row in row + row.map { -$0 } } + limits
    let bounds = constraints.indices.map { $0 < constraints.count - limits.count ? 0.0 : 1 }
    return (cuts..<dimension).filter { place in
      [1.0, -1].contains { sign in
        var objective = [Double](repeating: 0, count: 2 * dimension)
        objective[place] = sign
        objective[dimension + place] = -sign
        let program = LinearProgram(maximizing: objective, rows: constraints, bounds: bounds)
        return (program.value ?? 0) > 1e-7
      }
    }
  }
}
