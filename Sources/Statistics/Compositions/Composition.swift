/// Why numbers cannot be closed to a composition.
public enum CompositionFault: Error, Sendable, Hashable {
  /// No parts.
  case noParts
  /// A part that is negative, infinite or not a number, by index.
  case invalidPart(Int)
  /// Parts that sum to zero.
  case zeroTotal
  /// A part of zero where a logarithm is needed, by index.
  case zeroPart(Int)
  /// Coordinates or a replacement that no composition has.
  case outsideSimplex
}

/// A whole divided into parts: each part at least 0, together 1.
///
/// The type is the validation: an allocation of points, or a set of weights, once it is a composition, needs no checks.
public struct Composition: Sendable, Hashable {
  /// The parts, in the order given; they sum to 1 up to rounding in the last digit.
  public let parts: [Double]

  /// Divides each number by the sum of all.
  ///
  /// - Throws: ``CompositionFault`` for no parts, a part that is negative or not finite, or a total of zero.
  public init(closing amounts: [Double]) throws(CompositionFault) {
    guard !amounts.isEmpty else { throw .noParts }
    if let fault = amounts.firstIndex(where: { !($0 >= 0) || !$0.isFinite }) { throw .invalidPart(fault) }
    let total = amounts.reduce(0, +)
    guard total > 0, total.isFinite else { throw .zeroTotal }
    parts = amounts.map { $0 / total }
  }

  /// Counts of which at least one is above 0, each divided by their total: valid by their type.
  package init(counts: [UInt16]) {
    let total = Double(counts.reduce(0) { $0 + Int($1) })
    precondition(total > 0, "counts that are all 0 make no whole")
    parts = counts.map { Double($0) / total }
  }

  /// The composition of `count` equal parts.
  ///
  /// - Throws: ``CompositionFault`` for no parts.
  public static func equal(_ count: Int) throws(CompositionFault) -> Composition {
    try Composition(closing: [Double](repeating: 1, count: count))
  }
}
