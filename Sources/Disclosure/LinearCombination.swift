/// Whether a number can be worked out exactly as a sum of multiples of published ones, and of which.
///
/// Means over the same people are such sums of each other: a scale is the mean of its items. Each number is told by its coefficients
/// over the same unknowns; what can be worked out is what lies in the space that the published ones span. Solved modulo a prime, so
/// without rounding.
///
/// - Shapes: all coefficients of one length.
/// - Cost: unknowns × unknowns × published.
/// - Source: that a hidden cell must not lie in the row space of the published ones is the rule of Langsrud (2024), *Secondary Cell
///   Suppression by Gaussian Elimination*, Privacy in Statistical Databases, LNCS 14915.
public struct LinearCombination: Sendable, Hashable {
  /// The published numbers that yield the hidden one, in order.
  public let terms: [Int]

  /// Finds a combination; nil where there is none.
  ///
  /// - Parameters:
  ///   - target: the coefficients of the hidden number.
  ///   - published: those of each published number; the first of several that say the same is used.
  public init?(of target: [Int], from published: [[Int]]) {
    precondition(published.allSatisfy { $0.count == target.count }, "coefficients of different lengths")
    // An equation per unknown: how much of each published number makes the target.
    let width = published.count
    var rows = target.indices.map { unknown in
      (published.map { $0[unknown] } + [target[unknown]]).map(Self.reduced)
    }
    var pivots: [Int] = []
    for column in 0..<width {
      guard let found = rows.indices.dropFirst(pivots.count).first(where: { rows[$0][column] != 0 }) else { continue }
      rows.swapAt(found, pivots.count)
      let pivot = pivots.count
      let inverse = Self.inverse(rows[pivot][column])
      for place in column...width { rows[pivot][place] = rows[pivot][place] * inverse % Self.prime }
      for row in rows.indices where row != pivot && rows[row][column] != 0 {
        let factor = Self.prime - rows[row][column]
        for place in column...width { rows[row][place] = (rows[row][place] + factor * rows[pivot][place]) % Self.prime }
      }
      pivots.append(column)
    }
    guard rows.dropFirst(pivots.count).allSatisfy({ $0[width] == 0 }) else { return nil }
    terms = pivots.indices.filter { rows[$0][width] != 0 }.map { pivots[$0] }
  }

  /// 2³¹ − 1: a product of two remainders fits into a word.
  private static let prime = 2_147_483_647

  private static func reduced(_ value: Int) -> Int { ((value % prime) + prime) % prime }

  /// By Fermat's little theorem.
  private static func inverse(_ value: Int) -> Int {
    var (base, power, result) = (value, prime - 2, 1)
    while power > 0 {
      if power & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      power >>= 1
    }
    return result
  }
}
