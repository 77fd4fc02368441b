/// How finely means may be told so that a reader who tries every denominator cannot tell how many people they are means of.
///
/// A mean of n whole numbers is a multiple of 1/n: printed in full it gives n away, and eleven means that add up to the whole the sooner.
/// Rounded so that each number of people that may be true has whole sums behind the same printed figures, they give nothing.
///
/// - Units: every number is whole, in the smallest unit that answers are given in.
struct MeanDigits: Sendable {
  /// Sums by what they are sums of: the factors of a budget.
  let sums: [Int]
  /// The true number of people.
  let count: Int
  /// What every answer is a multiple of.
  let grid: Int
  /// What one person's answers add up to; nil where that is not the same for everybody.
  let total: Int?

  /// A figure in steps of `unit`, halves up.
  static func steps(_ sum: Int, over count: Int, unit: Int) -> Int { (2 * sum + count * unit) / (2 * count * unit) }

  /// The sums that another number of people could have behind a printed figure; empty where there are none.
  func sums(of place: Int, unit: Int, count other: Int) -> ClosedRange<Int>? {
    let steps = Self.steps(sums[place], over: count, unit: unit)
    // 2 S ≥ n u (2 p − 1) and 2 S < n u (2 p + 1), in multiples of the grid.
    let (low, high) = (other * unit * (2 * steps - 1), other * unit * (2 * steps + 1))
    let first = max(0, (low + 2 * grid - 1) / (2 * grid)) * grid
    let last = (high - 1) / (2 * grid) * grid
    return first <= last ? first...last : nil
  }

  /// Whether another number of people could be behind every printed figure.
  func isPossible(_ other: Int, unit: Int) -> Bool {
    var (low, high) = (0, 0)
    for place in sums.indices {
      guard let range = sums(of: place, unit: unit, count: other) else { return false }
      (low, high) = (low + range.lowerBound, high + range.upperBound)
    }
    return total.map { low <= $0 * other && $0 * other <= high } ?? true
  }

  /// The first unit at which every one of some numbers of people is possible; nil where none is.
  func unit(_ numbers: ClosedRange<Int>, from units: [Int]) -> Int? {
    units.first { unit in numbers.allSatisfy { isPossible($0, unit: unit) } }
  }

  /// The numbers of people that a reader must not be able to tell apart: one who left it out to as many as the minimum, no fewer
  /// having done it than the minimum.
  ///
  /// - Parameters:
  ///   - count: those who did it.
  ///   - people: everybody.
  static func numbers(_ count: Int, of people: Int, minimum: Int) -> ClosedRange<Int> {
    let low = max(1, min(count, max(minimum, people - minimum)))
    return low...max(low, count, people - 1)
  }
}
