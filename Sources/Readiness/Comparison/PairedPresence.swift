/// Who gave a rating in which of two waves, and whether numbers of people may stand beside how many answered.
///
/// On a measure of one item the people without a score are those who gave no rating, which is an answer. From the people with a score in
/// both waves, in the first and in the second, and from who answered when, a reader has three sums: pairs without a score in one of the waves,
/// people of the first wave without one, and people of the second. How far each of the five numbers in them can go is exact:
/// with pairs scored in the first wave alone (x), in the second alone (y) or in neither (z), and people of one wave without a score (u, v),
/// the sums are x + y + z, u + y + z and v + x + z, and u and v are at most the people of one wave.
struct PairedPresence: Sendable {
  /// People with a score in both waves, in the first alone, in the second alone.
  private(set) var twice = 0, onlyFirst = 0, onlySecond = 0
  /// Pairs with a score in the first wave alone, in the second alone, and in neither.
  private var pairsFirst = 0, pairsSecond = 0, pairsNeither = 0
  /// People of one wave alone without a score.
  private var unscoredFirst = 0, unscoredSecond = 0
  /// People of one wave alone.
  private var aloneFirst = 0, aloneSecond = 0

  /// Counts people.
  ///
  /// - Parameters:
  ///   - people: rows in the first and the second wave; nil in a wave in which somebody did not answer.
  ///   - isScored: whether a row of a wave has a score.
  init(_ people: [(first: Int?, second: Int?)], isScored: (_ wave: Int, _ row: Int) -> Bool) {
    for person in people {
      let (first, second) = (person.first.map { isScored(0, $0) }, person.second.map { isScored(1, $0) })
      switch (first, second) {
      case (true?, true?): twice += 1
      case (true?, false?): pairsFirst += 1
      case (false?, true?): pairsSecond += 1
      case (false?, false?): pairsNeither += 1
      case (false?, nil): unscoredFirst += 1
      case (nil, false?): unscoredSecond += 1
      default: break
      }
      aloneFirst += second == nil ? 1 : 0
      aloneSecond += first == nil ? 1 : 0
      onlyFirst += first == true && second != true ? 1 : 0
      onlySecond += second == true && first != true ? 1 : 0
    }
  }

  /// Whether nobody can see that fewer people than the minimum gave no rating.
  func isSafe(minimum: Int) -> Bool {
    let pairs = pairsFirst + pairsSecond + pairsNeither
    let (withoutFirst, withoutSecond) = (pairsSecond + pairsNeither, pairsFirst + pairsNeither)
    let (first, second) = (unscoredFirst + withoutFirst, unscoredSecond + withoutSecond)
    func isFew(_ count: Int) -> Bool { count > 0 && count < minimum }
    if [pairs, first, second].contains(where: isFew) { return false }
    // Pairs without a score in the first wave, and in the second: how few and how many they can be beside the sums.
    let most = (first: min(pairs, first), second: min(pairs, second))
    let least = (
      first: max(0, first - aloneFirst, pairs - most.second), second: max(0, second - aloneSecond, pairs - most.first)
    )
    let largest = [
      (pairsFirst, pairs - least.first), (pairsSecond, pairs - least.second),
      (pairsNeither, most.first + most.second - pairs), (unscoredFirst, first - least.first),
      (unscoredSecond, second - least.second),
    ]
    return !largest.contains { isFew($0.0) && $0.1 < minimum }
  }
}

extension Scores {
  /// Whether a measure rests on the answers to one item alone, so that who has no score is who gave no rating.
  func restsOnOneItem(_ place: Int) -> Bool {
    layout.items[place].count { !responses.answers[$0].isEmpty } == 1
  }
}
