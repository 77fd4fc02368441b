/// A linear program with a start at zero: the largest c·x for A x ≤ b with b ≥ 0 and x ≥ 0.
///
/// - Shapes: one row of A and one entry of b per constraint; one column of A and one entry of c per variable.
/// - Cost: constraints × variables per pivot.
/// - Source: Dantzig's simplex method; Bland (1977), Mathematics of Operations Research 2(2), 103–107, doi:10.1287/moor.2.2.103,
///   whose rule cannot run in circles, after a number of pivots without gain.
struct LinearProgram {
  /// The best point; nil when the objective has no bound.
  let solution: [Double]?
  /// The objective there.
  let value: Double?

  init(maximizing objective: [Double], rows: [[Double]], bounds: [Double]) {
    let (variables, constraints) = (objective.count, rows.count)
    precondition(rows.allSatisfy { $0.count == variables } && bounds.count == constraints, "shapes differ")
    precondition(bounds.allSatisfy { $0 >= 0 }, "the start at zero must be allowed")
    // The tableau in which each basic variable is told by the others; the last column is the bound, the last row the objective.
    var tableau = zip(rows, bounds).map { $0 + [$1] } + [objective.map { -$0 } + [0]]
    var basis = (0..<constraints).map { variables + $0 }
    var free = Array(0..<variables)
    let tolerance = 1e-11
    var idle = 0
    for _ in 0..<(200 * (variables + constraints)) {
      let costs = tableau[constraints]
      let candidates = (0..<variables).filter { costs[$0] < -tolerance }
      let useBland = idle > 2 * (variables + constraints)
      guard
        let column = useBland
          ? candidates.min(by: { free[$0] < free[$1] }) : candidates.min(by: { costs[$0] < costs[$1] })
      else {
        var point = [Double](repeating: 0, count: variables)
        for (row, variable) in basis.enumerated() where variable < variables {
          point[variable] = tableau[row][variables]
        }
        solution = point
        value = tableau[constraints][variables]
        return
      }
      var pivot: (row: Int, ratio: Double)?
      for row in 0..<constraints where tableau[row][column] > tolerance {
        let ratio = tableau[row][variables] / tableau[row][column]
        guard let best = pivot else {
          pivot = (row, ratio)
          continue
        }
        if ratio < best.ratio || (ratio == best.ratio && basis[row] < basis[best.row]) { pivot = (row, ratio) }
      }
      guard let row = pivot?.row else { break }
      let before = tableau[constraints][variables]
      Self.exchange(&tableau, row, column)
      swap(&basis[row], &free[column])
      idle = tableau[constraints][variables] > before + tolerance ? 0 : idle + 1
    }
    solution = nil
    value = nil
  }

  private static func exchange(_ tableau: inout [[Double]], _ row: Int, _ column: Int) {
    let pivot = tableau[row][column]
    for place in tableau[row].indices where place != column { tableau[row][place] /= pivot }
    tableau[row][column] = 1 / pivot
    let source = tableau[row]
    for other in tableau.indices where other != row {
      let factor = tableau[other][column]
      guard factor != 0 else { continue }
      for place in source.indices where place != column { tableau[other][place] -= factor * source[place] }
      tableau[other][column] = -factor / pivot
    }
  }
}
