import Foundation

extension Composition {
  /// The α-transformation, H (D u − 1) ⁄ α with u the closed α-th powers of the parts: coordinates that take zeros as they are.
  ///
  /// α = 1 compares exactly what arithmetic means of allocations compare; smaller α gives rare parts more say; α → 0 ends in the
  /// isometric log-ratios, which know no zeros.
  ///
  /// - Shapes: one coordinate fewer than parts.
  /// - Source: Tsagris, Preston & Wood (2011), A data-based power transformation for compositional data, CoDaWork 2011,
  ///   arXiv:1106.1451.
  public func alphaTransformed(_ alpha: Double) -> [Double] {
    precondition(alpha > 0 && alpha <= 1, "the α of a transformation lies above 0 and at most at 1")
    let powers = poweredParts(alpha)
    return Helmert.coordinates(powers.map { (Double(parts.count) * $0 - 1) / alpha })
  }

  /// The composition with these α-coordinates.
  ///
  /// - Throws: ``CompositionFault/outsideSimplex`` for coordinates that no composition has.
  public init(alphaTransformed coordinates: [Double], alpha: Double) throws(CompositionFault) {
    precondition(alpha > 0 && alpha <= 1, "the α of a transformation lies above 0 and at most at 1")
    let powers = Helmert.vector(coordinates).map { alpha * $0 + 1 }
    // Rounding may carry a part of zero a hair below it.
    guard powers.allSatisfy({ $0 >= -1e-9 }) else { throw .outsideSimplex }
    try self.init(closing: powers.map { pow(max(0, $0), 1 / alpha) })
  }

  /// The Fréchet mean of compositions: the closed (1 ⁄ α)-th powers of the mean of their closed α-th powers.
  ///
  /// α = 1 is the arithmetic mean.
  ///
  /// - Throws: ``CompositionFault/noParts`` for no compositions.
  public static func frechetMean(
    of compositions: some Sequence<Composition>, alpha: Double
  ) throws(CompositionFault) -> Composition {
    var (sums, count) = ([Double](), 0.0)
    for composition in compositions {
      if sums.isEmpty { sums = [Double](repeating: 0, count: composition.parts.count) }
      precondition(composition.parts.count == sums.count, "compositions differ in their number of parts")
      for (part, power) in composition.poweredParts(alpha).enumerated() { sums[part] += power }
      count += 1
    }
    return try Composition(closing: sums.map { pow($0 / count, 1 / alpha) })
  }

  /// The arithmetic mean of compositions: the budget allocation process.
  ///
  /// - Throws: ``CompositionFault/noParts`` for no compositions.
  public static func mean(of compositions: some Sequence<Composition>) throws(CompositionFault) -> Composition {
    try frechetMean(of: compositions, alpha: 1)
  }

  /// The closed geometric mean of compositions: the centre of log-ratio analysis.
  ///
  /// - Throws: ``CompositionFault/noParts`` for no compositions, ``CompositionFault/zeroPart(_:)`` for a part of zero.
  public static func geometricMean(
    of compositions: some Sequence<Composition>
  ) throws(CompositionFault) -> Composition {
    var (sums, count) = ([Double](), 0.0)
    for composition in compositions {
      if sums.isEmpty { sums = [Double](repeating: 0, count: composition.parts.count) }
      precondition(composition.parts.count == sums.count, "compositions differ in their number of parts")
      for (part, ratio) in try composition.centeredLogRatios().enumerated() { sums[part] += ratio }
      count += 1
    }
    if sums.isEmpty { throw .noParts }
    return try Composition(centeredLogRatios: sums.map { $0 / count })
  }

  private func poweredParts(_ alpha: Double) -> [Double] {
    if alpha == 1 { return parts }
    let powers = alpha == 0.5 ? parts.map { $0.squareRoot() } : parts.map { pow($0, alpha) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }
}
