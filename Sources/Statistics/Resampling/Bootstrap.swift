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

  /// Draws `count` times; `state` is the drawing's own copy of what it works on, new in every block.
  static func drawing<State: Sendable>(
    _ count: Int, seed: UInt64, stream number: UInt64, _ state: State,
    _ draw: @Sendable (inout State, inout RandomStream) -> Double?
  ) -> (draws: [Double], undefined: Int) {
    let blocks = RandomBlocks.map(count, by: blockSize, seed: seed, stream: number) { draws, stream in
      var state = state
      var values: [Double] = []
      values.reserveCapacity(draws.count)
      for _ in draws {
        if let value = draw(&state, &stream), value.isFinite { values.append(value) }
      }
      return values
    }
    let draws = blocks.flatMap(\.self)
    return (draws, count - draws.count)
  }

  /// The mean of the draws less the estimate.
  public var bias: Double { draws.reduce(0, +) / Double(draws.count) - estimate }

  /// The standard deviation of the draws; nil for fewer than two.
  public var standardError: Double? { Moments(draws).standardDeviation }
}
