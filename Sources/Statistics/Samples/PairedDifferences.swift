/// How people changed between two occasions, collapsed: for each size of change, how many rose and how many fell.
///
/// A difference is second − first, so a rise is positive. Sizes within the tolerance count as equal, because
/// differences of decimals differ in the last bit.
public struct PairedDifferences: Sendable, Hashable {
  /// One size of change.
  public struct Magnitude: Sendable, Hashable {
    /// The size, above zero.
    public let size: Double
    /// People who rose by it.
    public let rises: Int
    /// People who fell by it.
    public let falls: Int
    /// People who changed by it, either way.
    public var count: Int { rises + falls }
  }

  /// Sizes of change that occur, smallest first.
  public let magnitudes: [Magnitude]
  /// People whose two answers are equal.
  public let unchanged: Int
  /// Pairs left out because one of the two answers is missing.
  public let incompletePairs: Int

  /// People who rose.
  public var rises: Int { magnitudes.reduce(0) { $0 + $1.rises } }
  /// People who fell.
  public var falls: Int { magnitudes.reduce(0) { $0 + $1.falls } }
  /// Complete pairs.
  public var total: Int { unchanged + rises + falls }

  /// Collapses pairs of values of the same people, in the same order. A pair with a NaN is left out and counted.
  public init(first: [Double], second: [Double], tolerance: Double = 1e-9) {
    precondition(first.count == second.count, "the two occasions differ in length")
    let differences = zip(first, second).filter { !$0.isNaN && !$1.isNaN }.map { $1 - $0 }
    self.init(
      differences.map { (difference: $0, count: 1) }, incompletePairs: first.count - differences.count,
      tolerance: tolerance)
  }

  /// Reads the changes off a table of two occasions.
  public init(_ counts: PairedCounts, tolerance: Double = 1e-9) {
    let scale = counts.values
    var differences: [(difference: Double, count: Int)] = []
    for first in scale.indices {
      for second in scale.indices where counts[first, second] > 0 {
        differences.append((scale[second] - scale[first], counts[first, second]))
      }
    }
    self.init(differences, incompletePairs: counts.incompletePairs, tolerance: tolerance)
  }

  /// Collapses differences with their counts.
  package init(_ differences: [(difference: Double, count: Int)], incompletePairs: Int = 0, tolerance: Double = 1e-9) {
    var magnitudes: [Magnitude] = []
    var unchanged = 0
    for (difference, count) in differences.sorted(by: { abs($0.difference) < abs($1.difference) }) {
      let size = abs(difference)
      let (rises, falls) = difference > 0 ? (count, 0) : (0, count)
      if size <= tolerance {
        unchanged += count
      } else if let last = magnitudes.last, size - last.size <= tolerance {
        magnitudes[magnitudes.count - 1] = Magnitude(
          size: last.size, rises: last.rises + rises, falls: last.falls + falls)
      } else {
        magnitudes.append(Magnitude(size: size, rises: rises, falls: falls))
      }
    }
    self.magnitudes = magnitudes
    self.unchanged = unchanged
    self.incompletePairs = incompletePairs
  }

  /// Twice the Pratt rank of each size of change: sizes are ranked together with the unchanged, who come first.
  package var prattDoubledRanks: [Int] {
    Array(DoubledMidranks.ofCounts([unchanged] + magnitudes.map(\.count)).dropFirst())
  }

  /// Twice the rank of each size of change, the unchanged left out.
  package var doubledRanks: [Int] { DoubledMidranks.ofCounts(magnitudes.map(\.count)) }
}
