/// The nearest allocation that puts the lower of two units above the other: the fewest points moved, in whole steps.
///
/// Under weights that follow the points, the lead is the sum of points × what a point on each factor is worth to it. Every step goes to the
/// factor that is worth least, so the fewest steps take the largest gains first.
///
/// - Shapes: points and worth by factor, in one order.
/// - Units: points; worth in units of the scores.
package struct NearestOverturn: Sendable, Hashable {
  /// One factor that gives points to ``to``.
  package struct Gift: Sendable, Hashable {
    /// The factor, by place.
    package let from: Int
    /// Points that it gives.
    package let points: Double
  }

  /// Points moved in all.
  package let points: Double
  /// The factor that receives, by place.
  package let to: Int
  /// The factors that give, in their order.
  package let gifts: [Gift]

  /// - Parameter worth: what a point on each factor adds to the lead of the first over the second.
  /// - Returns: nil where no allocation in whole steps from here overturns the lead.
  package init?(points start: [Double], worth: [Double], step: Double = 5) {
    precondition(start.count == worth.count && step > 0, "every factor needs points and a worth")
    guard let to = worth.indices.min(by: { (worth[$0], $0) < (worth[$1], $1) }) else { return nil }
    var lead = zip(start, worth).reduce(0) { $0 + $1.0 * $1.1 }
    var given = [Int](repeating: 0, count: start.count)
    let order = worth.indices.filter { worth[$0] > worth[to] }.sorted { (worth[$1], $0) < (worth[$0], $1) }
    let size = start.reduce(0, +) * (worth.map { abs($0) }.max() ?? 0)
    search: for from in order {
      for _ in 0..<Int(((start[from] + 1e-9) / step).rounded(.down)) {
        if lead < -1e-9 * size { break search }
        lead -= step * (worth[from] - worth[to])
        given[from] += 1
      }
    }
    guard lead < -1e-9 * size else { return nil }
    self.to = to
    gifts = given.indices.filter { given[$0] > 0 }.map { Gift(from: $0, points: step * Double(given[$0])) }
    points = gifts.reduce(0) { $0 + $1.points }
  }
}
