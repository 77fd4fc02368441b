/// A bootstrap of one statistic: its estimate, its draws in ascending order, and what BCa needs of its jackknife.
///
/// Draws are made in blocks of 250, each from its own random stream, so that the result does not depend on how blocks
/// are shared between threads. The statistic is a closure that answers nil where it is undefined; such draws are left
/// out and counted.
///
/// - Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap; Davison & Hinkley (1997), Bootstrap Methods
///   and their Application, chapter 5.
public struct Bootstrap: Sendable, Hashable {
  /// The statistic of the sample itself.
  public let estimate: Double
  /// The statistic of each draw, ascending.
  public let draws: [Double]
  /// Draws for which the statistic is undefined.
  public let undefinedDraws: Int
  /// BCa's a, a sixth of the skewness of the jackknife; nil when the jackknife does not vary, or was undefined.
  public let acceleration: Double?

  /// How many draws share a random stream.
  package static let blockSize = 250

  /// Collects draws made elsewhere; `influence` has, per unit, its pull on the estimate and how many such units there
  /// are.
  ///
  /// - Throws: ``SampleFault/noVariation`` when the statistic is undefined for every draw.
  package init(
    estimate: Double, draws: [Double], undefinedDraws: Int = 0, influence: [(pull: Double, count: Int)]
  ) throws(SampleFault) {
    guard !draws.isEmpty else { throw .noVariation }
    self.estimate = estimate
    self.draws = draws.sorted()
    self.undefinedDraws = undefinedDraws
    let square = influence.reduce(0) { $0 + Double($1.count) * $1.pull * $1.pull }
    let cube = influence.reduce(0) { $0 + Double($1.count) * $1.pull * $1.pull * $1.pull }
    let scale = max(abs(estimate), 1e-300)
    acceleration = square > 1e-24 * scale * scale ? cube / (6 * square * square.squareRoot()) : nil
  }

  /// Draws `count` times.
  static func drawing(
    _ count: Int, seed: UInt64, stream number: UInt64, _ draw: (inout RandomStream) -> Double?
  ) -> (draws: [Double], undefined: Int) {
    precondition(count > 0, "a bootstrap needs at least one draw")
    var draws: [Double] = []
    draws.reserveCapacity(count)
    var undefined = 0
    for block in 0..<((count + blockSize - 1) / blockSize) {
      var stream = RandomStream(seed: seed, stream: number, block: UInt64(block))
      for _ in (block * blockSize)..<min(count, (block + 1) * blockSize) {
        if let value = draw(&stream), value.isFinite { draws.append(value) } else { undefined += 1 }
      }
    }
    return (draws, undefined)
  }

  /// The mean of the draws less the estimate.
  public var bias: Double { draws.reduce(0, +) / Double(draws.count) - estimate }

  /// The standard deviation of the draws; nil for fewer than two.
  public var standardError: Double? { Moments(draws).standardDeviation }
}
