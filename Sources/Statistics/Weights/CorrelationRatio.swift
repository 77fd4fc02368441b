/// The measured importance of a part: the share of a composite's variance that knowing the part alone would take away.
///
/// E[y | x] is a local-linear fit with a Gaussian window; the width is the one, of nine, that best foretells left-out rows.
///
/// - Shapes: `x` and `y` of one length, at least eight rows.
/// - Units: none; 0…1.
/// - Cost: rows² × windows.
/// - Source: Paruolo, Saisana & Saltelli (2013), Journal of the Royal Statistical Society A 176(3), 609–634,
///   doi:10.1111/j.1467-985X.2012.01059.x.
public struct CorrelationRatio: Sendable, Hashable {
  /// Var(E[y | x]) ⁄ Var(y), 0…1.
  public let value: Double
  /// The squared linear correlation beside it: where the two are near, the part acts along a line.
  public let linear: Double

  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` below eight rows, ``SampleFault/noVariation`` where `x` or `y` does not vary.
  public init(of y: [Double], given x: [Double]) throws(SampleFault) {
    precondition(x.count == y.count, "columns differ in length")
    guard x.count >= 8 else { throw .tooFewValues(group: 0, needed: 8) }
    let (mx, my) = (Moments(x), Moments(y))
    guard x.contains(where: { $0 != x[0] }), y.contains(where: { $0 != y[0] }), let deviation = mx.standardDeviation
    else { throw .noVariation }
    let together = zip(x, y).reduce(0) { $0 + ($1.0 - mx.mean) * ($1.1 - my.mean) }
    linear = min(1, together * together / (mx.squares * my.squares))
    var best: (error: Double, width: Double) = (.infinity, .infinity)
    for step in 0..<9 {
      let width = deviation * exponential(GSL.logarithm(0.15) + Double(step) * GSL.logarithm(20.0) / 8)
      let error = x.indices.reduce(0) { sum, row in
        let miss = y[row] - Self.fit(x, y, at: x[row], width: width, without: row)
        return sum + miss * miss
      }
      if error < best.error { best = (error, width) }
    }
    let fitted = x.map { Self.fit(x, y, at: $0, width: best.width, without: nil) }
    value = min(1, max(0, Moments(fitted).squares / my.squares))
  }

  /// The local-linear fit at a point; the weighted mean where the window holds one place only.
  private static func fit(_ x: [Double], _ y: [Double], at point: Double, width: Double, without left: Int?) -> Double {
    var (w, wx, wxx, wy, wxy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for row in x.indices where row != left {
      let distance = x[row] - point
      let weight = max(exponential(-0.5 * (distance / width) * (distance / width)), 1e-30)
      w += weight
      wx += weight * distance
      wxx += weight * distance * distance
      wy += weight * y[row]
      wxy += weight * distance * y[row]
    }
    let determinant = w * wxx - wx * wx
    return determinant > 1e-9 * w * wxx ? (wxx * wy - wx * wxy) / determinant : wy / w
  }
}
