import Foundation

extension Composition {
  /// The composition with every zero replaced by `delta`, the other parts made smaller in proportion.
  ///
  /// A zero of an allocation is a choice and not a small number: this is for sensitivity runs of log-ratios alone.
  ///
  /// - Source: Martín-Fernández et al. (2003), Mathematical Geology 35(3), 253–278, doi:10.1023/A:1023866030544.
  /// - Throws: ``CompositionFault/outsideSimplex`` unless 0 < `delta` and the zeros together take less than the whole.
  public func replacingZeros(with delta: Double) throws(CompositionFault) -> Composition {
    let zeros = parts.count { $0 == 0 }
    guard delta > 0, delta * Double(zeros) < 1 else { throw .outsideSimplex }
    return try Composition(closing: parts.map { $0 == 0 ? delta : $0 * (1 - delta * Double(zeros)) })
  }

  /// Centred log-ratios, ln(part ⁄ geometric mean): as many as parts, together 0.
  ///
  /// - Source: Aitchison (1986), The Statistical Analysis of Compositional Data, s. 4.6.
  /// - Throws: ``CompositionFault/zeroPart(_:)`` for a part of zero.
  public func centeredLogRatios() throws(CompositionFault) -> [Double] {
    if let zero = parts.firstIndex(of: 0) { throw .zeroPart(zero) }
    let logs = parts.map { log($0) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    return logs.map { $0 - mean }
  }

  /// Isometric log-ratios in the Helmert basis: one fewer than parts, with the same distances as centred log-ratios.
  ///
  /// - Source: Egozcue et al. (2003), Mathematical Geology 35(3), 279–300, doi:10.1023/A:1023818214614.
  /// - Throws: ``CompositionFault/zeroPart(_:)`` for a part of zero.
  public func isometricLogRatios() throws(CompositionFault) -> [Double] {
    Helmert.coordinates(try centeredLogRatios())
  }

  /// Additive log-ratios ln(part ⁄ reference part), without the reference itself.
  ///
  /// - Throws: ``CompositionFault/zeroPart(_:)`` for a part of zero.
  public func additiveLogRatios(reference: Int) throws(CompositionFault) -> [Double] {
    precondition(parts.indices.contains(reference), "the reference part is out of range")
    if let zero = parts.firstIndex(of: 0) { throw .zeroPart(zero) }
    return parts.indices.filter { $0 != reference }.map { log(parts[$0] / parts[reference]) }
  }

  /// The composition with these centred log-ratios; any constant may be added to all of them.
  ///
  /// - Throws: ``CompositionFault/invalidPart(_:)`` for a ratio that is not finite.
  public init(centeredLogRatios ratios: [Double]) throws(CompositionFault) {
    // About the largest, so that no exponential overflows.
    let largest = ratios.max() ?? 0
    try self.init(closing: ratios.map { exp($0 - largest) })
  }

  /// The composition with these isometric log-ratios in the Helmert basis.
  ///
  /// - Throws: ``CompositionFault/invalidPart(_:)`` for a ratio that is not finite.
  public init(isometricLogRatios ratios: [Double]) throws(CompositionFault) {
    try self.init(centeredLogRatios: Helmert.vector(ratios))
  }

  /// The composition with these additive log-ratios to the part at `reference`.
  ///
  /// - Throws: ``CompositionFault/invalidPart(_:)`` for a ratio that is not finite.
  public init(additiveLogRatios ratios: [Double], reference: Int) throws(CompositionFault) {
    precondition((0...ratios.count).contains(reference), "the reference part is out of range")
    try self.init(centeredLogRatios: Array(ratios[..<reference]) + [0] + ratios[reference...])
  }
}
