import Foundation

/// The shape of a sample: how lopsided and how heavy-tailed it is.
///
/// - Shapes: two values or more that vary.
/// - Units: none; 0 for a normal sample.
/// - Cost: two passes.
/// - Source: the three types as in Joanes & Gill (1998), The Statistician 47(1), 183–189, doi:10.1111/1467-9884.00122.
public struct SampleShape: Sendable, Hashable {
  /// How moments are freed of bias.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// g₁ and g₂: moments with divisor n.
    case moments
    /// G₁ and G₂, as in SAS, SPSS and Excel.
    case unbiased
    /// b₁ and b₂: the standard deviation with divisor n − 1, as in MINITAB and GSL.
    case standardized
  }

  /// The number of values.
  public let count: Int
  private let skewness: Double
  private let excess: Double

  /// - Throws: ``SampleFault/tooFewValues(group:needed:)`` for fewer than two values, ``SampleFault/noVariation``.
  public init(_ values: [Double]) throws(SampleFault) {
    guard values.count >= 2 else { throw .tooFewValues(group: 0, needed: 2) }
    let moments = Moments(values)
    guard moments.squares > 0 else { throw .noVariation }
    let n = Double(values.count)
    let second = moments.squares / n
    let deviation = second.squareRoot()
    let scaled = values.map { ($0 - moments.mean) / deviation }
    count = values.count
    skewness = scaled.reduce(0) { $0 + $1 * $1 * $1 } / n
    excess = scaled.reduce(0) { $0 + $1 * $1 * $1 * $1 } / n - 3
  }

  /// The skewness: above 0 with a longer upper tail; nil where the kind needs more values.
  public func skewness(_ kind: Kind = .unbiased) -> Double? {
    let n = Double(count)
    switch kind {
    case .moments: return skewness
    case .unbiased: return count > 2 ? skewness * (n * (n - 1)).squareRoot() / (n - 2) : nil
    case .standardized: return skewness * pow(1 - 1 / n, 1.5)
    }
  }

  /// The kurtosis less that of a normal sample; nil where the kind needs more values.
  public func excessKurtosis(_ kind: Kind = .unbiased) -> Double? {
    let n = Double(count)
    switch kind {
    case .moments: return excess
    case .unbiased: return count > 3 ? ((n + 1) * excess + 6) * (n - 1) / ((n - 2) * (n - 3)) : nil
    case .standardized: return (excess + 3) * (1 - 1 / n) * (1 - 1 / n) - 3
    }
  }
}
