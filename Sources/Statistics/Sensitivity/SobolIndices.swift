/// Sobol's indices: the share of the variance of a model's output that each input explains, alone and with all that it joins in.
///
/// First order Sᵢ = mean[(y_B − ȳ_B)(y_ABᵢ − y_A)] ÷ V, Saltelli's estimator about the mean of B, since without centring its error grows
/// with the mean; total STᵢ = mean[(y_A − y_ABᵢ)²] ÷ 2V, Jansen's. V is the variance of the outputs of A and B together, with
/// divisor 2n. Estimates below 0 or above 1 are given as they are. Intervals are percentiles over redrawn rows, V redrawn with them.
///
/// - Shapes: `first` and `second` one output per point; `exchanged[input]` likewise.
/// - Units: shares of the variance.
/// - Cost: inputs × points, times `draws` for the intervals.
/// - Source: Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018; Jansen (1999), Computer Physics Communications 117(1–2), 35–43,
///   doi:10.1016/S0010-4655(98)00154-4.
public struct SobolIndices: Sendable, Hashable {
  /// First-order indices, per input.
  public let first: [Double]
  /// Total indices, per input.
  public let total: [Double]
  /// The variance of the output.
  public let variance: Double
  /// Percentile intervals of the first-order indices; empty without draws.
  public let firstIntervals: [ConfidenceInterval]
  /// Percentile intervals of the total indices; empty without draws.
  public let totalIntervals: [ConfidenceInterval]

  /// What the outputs of B are centred on.
  public enum Centre: Sendable, Hashable {
    /// Their own mean.
    case second
    /// The mean of a list of outputs, which some programs take over all runs.
    case value(Double)
  }

  /// Finds the indices; nil when the output never varies, so that there is nothing to share out.
  public init?(
    first a: [Double], second b: [Double], exchanged: [[Double]], centre: Centre = .second, draws: Int = 0,
    level: Double = 0.95, seed: UInt64 = 1
  ) {
    precondition(
      !a.isEmpty && a.count == b.count && exchanged.allSatisfy { $0.count == a.count }, "the sets of outputs do not fit"
    )
    precondition(draws >= 0 && level > 0 && level < 1, "intervals need draws from 0 and a level inside 0 to 1")
    let rows = Array(a.indices)
    guard let whole = Self.indices(a, b, exchanged, rows, centre) else { return nil }
    (self.first, total, variance) = whole

    let samples = Self.redrawn(
      first: a, second: b, exchanged: exchanged, centre: centre, draws: draws, seed: seed)
    func intervals(_ value: ((first: [Double], total: [Double])) -> [Double]) -> [ConfidenceInterval] {
      samples.isEmpty
        ? []
        : exchanged.indices.compactMap { input in
          (try? OrderStatistics(samples.map { value($0)[input] })).map { order in
            ConfidenceInterval(
              lower: order.quantile((1 - level) / 2), upper: order.quantile((1 + level) / 2), level: level)
          }
        }
    }
    firstIntervals = intervals(\.first)
    totalIntervals = intervals(\.total)
  }

  /// Indices of rows that are redrawn whole, one entry for every draw in which the output varies.
  public static func redrawn(
    first a: [Double], second b: [Double], exchanged: [[Double]], centre: Centre = .second, draws: Int, seed: UInt64 = 1
  ) -> [(first: [Double], total: [Double])] {
    (0..<draws).compactMap { draw in
      var random = RandomStream(seed: seed, stream: 0x536f_626f_6c, block: UInt64(draw))
      let drawn = a.map { _ in random.below(a.count) }
      return indices(a, b, exchanged, drawn, centre).map { ($0.first, $0.total) }
    }
  }

  private static func indices(
    _ a: [Double], _ b: [Double], _ exchanged: [[Double]], _ rows: [Int], _ centre: Centre
  ) -> (first: [Double], total: [Double], variance: Double)? {
    let count = Double(rows.count)
    let meanA = rows.reduce(0) { $0 + a[$1] } / count
    let meanB = rows.reduce(0) { $0 + b[$1] } / count
    let mean = (meanA + meanB) / 2
    let squares = rows.reduce(0) { $0 + (a[$1] - mean) * (a[$1] - mean) + (b[$1] - mean) * (b[$1] - mean) }
    let variance = squares / (2 * count)
    let scale = rows.reduce(0) { max($0, abs(a[$1]), abs(b[$1])) }
    guard variance > 1e-24 * scale * scale else { return nil }
    let middle = if case .value(let value) = centre { value } else { meanB }
    let first = exchanged.map { c in rows.reduce(0) { $0 + (b[$1] - middle) * (c[$1] - a[$1]) } / count / variance }
    let total = exchanged.map { c in
      rows.reduce(0) { $0 + (a[$1] - c[$1]) * (a[$1] - c[$1]) } / count / (2 * variance)
    }
    return (first, total, variance)
  }
}
