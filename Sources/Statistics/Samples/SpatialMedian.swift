/// The spatial median: the point with the smallest sum of distances to the rows.
///
/// - Shapes: `rows[row][coordinate]`, at least one row.
/// - Cost: rows × coordinates per step; steps until the point moves by less than 10⁻¹² of the rows' spread, at most 10,000.
/// - Source: Vardi & Zhang (2000), PNAS 97(4), 1423–1426, doi:10.1073/pnas.97.4.1423, which mends Weiszfeld's steps where
///   the point meets a row.
enum SpatialMedian {
  static func point(of rows: [[Double]]) -> [Double] {
    let width = rows.first?.count ?? 0
    var point = (0..<width).map { column in Moments(rows.map { $0[column] }).mean }
    let spread = rows.map { distance($0, point) }.max() ?? 0
    guard spread > 0 else { return point }
    for _ in 0..<10_000 {
      var weights = 0.0
      var pull = [Double](repeating: 0, count: width)
      var meetings = 0.0
      for row in rows {
        let apart = distance(row, point)
        if apart <= 1e-14 * spread {
          meetings += 1
        } else {
          weights += 1 / apart
          for column in 0..<width { pull[column] += (row[column] - point[column]) / apart }
        }
      }
      guard weights > 0 else { return point }
      let strength = pull.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard strength > meetings else { return point }
      let step = (1 - meetings / strength) / weights
      var moved = 0.0
      for column in 0..<width {
        point[column] += step * pull[column]
        moved = max(moved, abs(step * pull[column]))
      }
      if moved <= 1e-12 * spread { return point }
    }
    return point
  }

  static func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }
}
