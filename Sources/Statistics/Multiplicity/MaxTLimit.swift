import Foundation

extension Multiplicity {
  /// ``maxTTests(columns:isFirst:strata:null:)`` for rows too many to shuffle: the first group's sums and sums of squares are drawn from the
  /// normal distribution with the exact mean and covariance of all arrangements. Sums of squares are drawn on the logarithm, for they are
  /// above 0. Against shuffles the result errs, if at all, towards a larger p.
  ///
  /// - Shapes: the measures are the numbers of a row; two groups.
  /// - Cost: rows × measures² once, then a draw costs the same for any number of rows.
  /// - Source: Hoeffding (1951), Annals of Mathematical Statistics 22(4), 558–566, doi:10.1214/aoms/1177729545, for the limit; Westfall & Young
  ///   (1993), Resampling-Based Multiple Testing, algorithm 4.1.
  /// - Throws: ``SampleFault`` for a group of fewer than two rows.
  public static func maxTTests(
    drawing rows: ExchangeableRows, count: Int = 9_999, seed: UInt64 = 1
  ) throws(SampleFault) -> [MaxTTest] {
    precondition(rows.groupCount == 2, "max-T compares two groups")
    try rows.check()
    let sums = PermutedSums(rows, adding: .squares)
    let width = rows.width
    let welch = WelchOfSums(sizes: sums.sizes, wholes: Array(sums.totals[width...]))
    let tally = MaxTTally(
      observed: (0..<width).map { welch.distance($0, sum: sums.observed[$0], squares: sums.observed[width + $0]) })
    // The smaller group's squares vary most against their size; the larger group has the rest.
    let smaller = sums.sizes[0] <= sums.sizes[1] ? 0 : 1
    let start = smaller * sums.width + width
    let expected = Array(sums.expected[start..<(start + width)])
    let spreads = (0..<width).map { measure in
      expected[measure] > 0 ? sums.variance(width + measure) / (expected[measure] * expected[measure]) : 0
    }
    @Sendable func distances(_ drawn: [Double]) -> [Double] {
      (0..<width).map { measure in
        let (mean, whole) = (expected[measure], sums.totals[width + measure])
        guard mean > 0 else { return 0 }
        let own = mean * exp((drawn[start + measure] - mean) / mean - spreads[measure] / 2)
        return welch.distance(measure, sum: drawn[measure], squares: smaller == 0 ? own : whole - own)
      }
    }
    let blocks = RandomBlocks.map(count, by: 1000, seed: seed) { draws, random in
      var (drawn, extreme) = (sums.observed, tally)
      for _ in draws {
        sums.draw(using: &random, into: &drawn)
        extreme.count(distances(drawn))
      }
      return extreme
    }
    return blocks.reduce(tally) { $0.adding($1) }.drawn(count: count, seed: seed)
  }
}

/// The absolute Welch t of measures from the first group's sums, values being about their mean.
struct WelchOfSums: Sendable {
  private let first: Double
  private let second: Double
  private let wholes: [Double]

  /// - Parameter wholes: the sum of squares of each measure over both groups.
  init(sizes: [Int], wholes: [Double]) {
    (first, second) = (Double(sizes[0]), Double(sizes[1]))
    self.wholes = wholes
  }

  func distance(_ measure: Int, sum: Double, squares: Double) -> Double {
    let (n, m, whole) = (first, second, wholes[measure])
    let variance =
      max(0, squares - sum * sum / n) / (n * (n - 1)) + max(0, whole - squares - sum * sum / m) / (m * (m - 1))
    return whole > 0 ? abs(sum / n + sum / m) / max(variance, 1e-12 * whole).squareRoot() : 0
  }
}
