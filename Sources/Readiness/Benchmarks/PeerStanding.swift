import Statistics

/// Where one figure stands among those of peers.
///
/// - The difference from the peers' mean has an interval by Welch's formula from two parts: the standard error of one's own figure, with
///   one degree of freedom fewer than people, and that of the mean of the peers, who count the same each, with one fewer than peers.
/// - `together` is the same at the level that lets all measures of a family hold at once (Bonferroni); above and below rest on it.
/// - Source: Welch (1947), Biometrika 34(1–2), 28–35, doi:10.1093/biomet/34.1-2.28; ``PercentileRank``.
struct PeerStanding: Sendable {
  /// The peers' mean, every organisation counting the same.
  let mean: Double
  /// The standard deviation of the peers' scores.
  let deviation: Double
  /// One's own less the mean.
  let difference: Double
  let interval: ConfidenceInterval
  let together: ConfidenceInterval
  /// Nil below ``leastForPercentile`` peers.
  let percentile: PercentileRank?

  /// Fewer peers are not put together at all: each could work out much about the others.
  static let least = 5
  /// Fewer peers give no percentile: one of them more or less would move it by more than ten points.
  static let leastForPercentile = 10

  /// Nil with fewer than ``least`` peers, and where one's own figure does not vary.
  ///
  /// - Parameters:
  ///   - own: one's own figure.
  ///   - peers: a score for each peer.
  ///   - level: of the intervals.
  ///   - family: the number of measures that must hold together.
  init?(_ own: BenchmarkRecord.Figure, among peers: [Double], level: Double, family: Int) {
    guard peers.count >= Self.least, let error = own.standardError, error > 0, own.people > 1 else { return nil }
    let moments = Moments(peers)
    let mean = moments.mean
    self.mean = mean
    deviation = moments.standardDeviation ?? 0
    difference = own.value - mean
    let (first, second) = (error * error, moments.variance.map { $0 / Double(peers.count) } ?? 0)
    let freedoms = (Double(own.people - 1), Double(peers.count - 1))
    let freedom =
      (first + second) * (first + second) / (first * first / freedoms.0 + second * second / freedoms.1)
    let value = own.value - mean
    func around(_ level: Double) -> ConfidenceInterval {
      .mean(value, standardError: (first + second).squareRoot(), degreesOfFreedom: freedom, level: level)
    }
    interval = around(level)
    together = around(1 - (1 - level) / Double(max(1, family)))
    percentile =
      peers.count < Self.leastForPercentile
      ? nil
      : try? PercentileRank(
        own.value, standardError: error, degreesOfFreedom: Double(own.people - 1), among: peers, level: level)
  }
}
