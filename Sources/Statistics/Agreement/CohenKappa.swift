/// Cohen's kappa of two raters, or of one person on two occasions, with weights for how far two categories lie apart.
///
/// - Shapes: a square table of counts, first × second rating, of two pairs or more.
/// - Units: none; 1 for full agreement, 0 for what chance makes. Weights depend on the scale's values.
/// - Interval: normal, cut at −1 and 1; nil where its variance is 0.
/// - Null: the two ratings are independent; normal, for many pairs.
/// - Cost: categories².
/// - Source: Cohen (1960), Educational and Psychological Measurement 20(1), 37–46; weighted, Cohen (1968), Psychological
///   Bulletin 70(4), 213–220; variances, Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72(5), 323–327,
///   doi:10.1037/h0028106.
public struct CohenKappa: Sendable, Hashable {
  /// How much a pair of unequal ratings still counts as agreement.
  public enum Weights: Sendable, Hashable, CaseIterable {
    /// Not at all.
    case none
    /// The less, the further apart.
    case linear
    /// The less, the larger the square of the distance; for such weights kappa is near an intraclass correlation.
    case quadratic
  }

  /// Kappa.
  public let value: Double
  /// What unequal ratings count for.
  public let weights: Weights
  /// Kappa's standard error.
  public let standardError: Double
  /// The interval of ``value``; nil where the standard error is 0.
  public let interval: ConfidenceInterval?
  /// Kappa over its standard error if the ratings were independent.
  public let z: Double
  /// The two-sided p of ``z``.
  public let p: Double
  /// Pairs.
  public let count: Int

  /// - Throws: ``AgreementFault/tooFewUnits(found:needed:)`` for fewer than two pairs, ``AgreementFault/noVariation`` when both raters
  ///   chose one and the same category throughout, or when a rater's single category leaves kappa no variance.
  public init(_ pairs: PairedCounts, weights: Weights = .none, level: Double = 0.95) throws(AgreementFault) {
    let total = pairs.total
    guard total >= 2 else { throw .tooFewUnits(found: total, needed: 2) }
    let (n, size) = (Double(total), pairs.values.count)
    let rows = pairs.firstTotals.map { Double($0) / n }
    let columns = pairs.secondTotals.map { Double($0) / n }
    // Weights span the categories that somebody used, as if the scale ended there.
    let used = (0..<size).filter { rows[$0] + columns[$0] > 0 }
    guard let low = used.first, let high = used.last, low < high else { throw .noVariation }
    let span = pairs.values[high] - pairs.values[low]
    func weight(_ i: Int, _ j: Int) -> Double {
      let distance = abs(pairs.values[i] - pairs.values[j]) / span
      switch weights {
      case .none: return i == j ? 1 : 0
      case .linear: return 1 - distance
      case .quadratic: return 1 - distance * distance
      }
    }
    let rowMeans = (0..<size).map { i in (0..<size).reduce(0) { $0 + weight(i, $1) * columns[$1] } }
    let columnMeans = (0..<size).map { j in (0..<size).reduce(0) { $0 + weight($1, j) * rows[$1] } }
    var (observed, expected) = (0.0, 0.0)
    for i in used {
      for j in used {
        observed += weight(i, j) * Double(pairs[i, j]) / n
        expected += weight(i, j) * rows[i] * columns[j]
      }
    }
    guard expected < 1 - 1e-12 else { throw .noVariation }
    let kappa = (observed - expected) / (1 - expected)
    var (free, independent) = (0.0, 0.0)
    for i in used {
      for j in used {
        let mean = rowMeans[i] + columnMeans[j]
        let (one, other) = (weight(i, j) - mean * (1 - kappa), weight(i, j) - mean)
        free += Double(pairs[i, j]) / n * one * one
        independent += rows[i] * columns[j] * other * other
      }
    }
    let rest = kappa - expected * (1 - kappa)
    let scale = n * (1 - expected) * (1 - expected)
    let variance = max(0, free - rest * rest) / scale
    let null = (independent - expected * expected) / scale
    guard null > 1e-14 else { throw .noVariation }
    value = kappa
    self.weights = weights
    standardError = variance.squareRoot()
    let half = GSL.normalQuantile((1 + level) / 2) * variance.squareRoot()
    interval =
      variance > 1e-14
      ? ConfidenceInterval(lower: kappa - half, upper: kappa + half, level: level).clipped(to: -1...1) : nil
    z = kappa / null.squareRoot()
    p = PairwiseComparisons.positive(2 * GSL.normalUpperTail(abs(z)))
    count = total
  }
}
