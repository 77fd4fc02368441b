import Foundation

extension Composition {
  /// How many parts of equal size would be as spread out: e to the Shannon entropy, from 1 to the number of parts.
  ///
  /// - Source: Hill (1973), Ecology 54(2), 427–432, doi:10.2307/1934352 (order 1).
  public var effectiveNumber: Double {
    exp(parts.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 })
  }

  /// The Herfindahl–Hirschman index of concentration, the sum of squared parts: 1 ⁄ D when all are equal, 1 when one part has all.
  public var concentration: Double { parts.reduce(0) { $0 + $1 * $1 } }

  /// The number of parts above zero.
  public var partsUsed: Int { parts.count { $0 > 0 } }

  /// How much of the whole would have to move to turn one composition into the other, 0…1: half the sum of absolute differences.
  ///
  /// With 100 points, a hundred times this is “points that would have to move”. A description: as a test statistic it rejects far
  /// too often where spreads differ.
  public func shareToMove(to other: Composition) -> Double {
    precondition(parts.count == other.parts.count, "compositions differ in their number of parts")
    return zip(parts, other.parts).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
  }

  /// The Hellinger distance, 0…1: the Euclidean distance of the square roots, divided by √2. A description, not a test.
  public func hellingerDistance(to other: Composition) -> Double {
    precondition(parts.count == other.parts.count, "compositions differ in their number of parts")
    let squares = zip(parts, other.parts).reduce(0) { sum, pair in
      let difference = pair.0.squareRoot() - pair.1.squareRoot()
      return sum + difference * difference
    }
    return (squares / 2).squareRoot()
  }

  /// Aitchison's distance: the Euclidean distance of centred log-ratios.
  ///
  /// - Throws: ``CompositionFault/zeroPart(_:)`` for a part of zero.
  public func aitchisonDistance(to other: Composition) throws(CompositionFault) -> Double {
    precondition(parts.count == other.parts.count, "compositions differ in their number of parts")
    let pairs = zip(try centeredLogRatios(), try other.centeredLogRatios())
    return pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// The total variance of log-ratios: the sum of the variances (n − 1) of the centred log-ratios.
  ///
  /// - Throws: ``CompositionFault/zeroPart(_:)`` for a part of zero, ``CompositionFault/noParts`` for fewer than two compositions.
  public static func totalVariance(of compositions: [Composition]) throws(CompositionFault) -> Double {
    guard compositions.count > 1, let first = compositions.first else { throw .noParts }
    var ratios: [[Double]] = []
    for composition in compositions { ratios.append(try composition.centeredLogRatios()) }
    return first.parts.indices.reduce(0) { sum, part in
      let variance = Moments(ratios.map { $0[part] }).variance ?? 0
      return sum + variance
    }
  }
}
