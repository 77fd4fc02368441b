/// What becomes of one respondent's points.
enum AllocationOutcome: Sendable, Hashable {
  /// Every cell is blank.
  case none
  /// The points total 100, blanks counting 0.
  case accepted
  /// The total differs from 100 by no more than the tolerance.
  case near
  /// Brought to 100 by rescaling.
  case rescaled(from: Int)
  /// Kept out of every mean.
  case flagged(total: Int)
  /// A fault.
  case refused(total: Int)
}

/// The rule for points that should total 100; all arithmetic in whole hundredths of a point.
struct AllocationRule: Sendable, Hashable {
  let policy: AllocationPolicy
  /// What the points add up to, in hundredths.
  let total: Int
  /// The largest difference that is accepted, in hundredths.
  let tolerance = 50

  /// What becomes of points of which `blanks` cells of `cells` are blank and the others total `sum`.
  func outcome(sum: Int, blanks: Int, cells: Int) -> AllocationOutcome {
    if blanks == cells { return .none }
    if sum == total { return .accepted }
    if abs(sum - total) <= tolerance { return .near }
    switch policy {
    case .reject: return .refused(total: sum)
    case .flag: return .flagged(total: sum)
    case .rescale:
      // A blank is never guessed, so a row with blanks has to total 100 by itself.
      let isWithinReach = abs(sum - total) * 20 <= total
      return blanks == 0 && isWithinReach ? .rescaled(from: sum) : .refused(total: sum)
    }
  }

  /// Points brought to the total in proportion; what rounding leaves over goes to the largest remainders, the first of equals.
  func rescaled(_ points: [Int]) -> [Int] {
    let sum = points.reduce(0, +)
    guard sum > 0 else { return points }
    var result = points.map { $0 * total / sum }
    let remainders = points.map { $0 * total % sum }
    let order = points.indices.sorted { remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1] }
    for index in order.prefix(total - result.reduce(0, +)) { result[index] += 1 }
    return result
  }
}
