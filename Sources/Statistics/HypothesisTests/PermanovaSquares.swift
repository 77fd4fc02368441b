/// Sums of squares between groups and within each: what every arrangement of the labels is judged by.
struct PermanovaSquares: Sendable {
  /// Σ n_g |m_g|², values being about their mean.
  let between: Double
  /// Of each group, about its own mean.
  let within: [Double]

  /// From the groups' sums (`width` of each) and their sums of squared lengths.
  static func of(sums: [Double], norms: [Double], sizes: [Int], width: Int) -> PermanovaSquares {
    var (between, within) = (0.0, norms)
    for group in sizes.indices {
      let square = sums[(group * width)..<((group + 1) * width)].reduce(0) { $0 + $1 * $1 } / Double(sizes[group])
      between += square
      within[group] = max(0, within[group] - square)
    }
    return PermanovaSquares(between: between, within: within)
  }

  /// The statistic of a form; `total` is the sum of squares of all rows.
  func statistic(_ form: PermanovaTest.Form, sizes: [Int], total: Double) -> Double {
    let people = Double(sizes.reduce(0, +))
    let spread =
      switch form {
      case .pseudoF: within.reduce(0, +) / (people - Double(sizes.count)) * Double(sizes.count - 1)
      case .behrensFisher:
        zip(within, sizes).reduce(0) { sum, group in
          sum + (1 - Double(group.1) / people) * group.0 / Double(group.1 - 1)
        }
      }
    // Groups that do not vary at all: the same tiny floor for every arrangement.
    return between / max(spread, 1e-12 * total / people)
  }
}
