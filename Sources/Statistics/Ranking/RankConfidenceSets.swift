/// Confidence sets for ranks, from joint draws of the units' scores; the highest score has rank 1.
///
/// Unit k is set above unit j when their difference exceeds what the draws allow: c standard deviations of the difference,
/// c the level's quantile of the largest standardised difference over all ordered pairs still in question. Pairs that are
/// decided are dropped and c is found again (step-down). A unit's set runs from 1 + the units set above it to the number
/// of units less those set below it. The marginal set considers only the pairs with the unit itself: it holds for one
/// unit named beforehand, and is for print beside the rank. The simultaneous sets hold for all units at once, and make
/// bands. Percentiles of bootstrap ranks are not confidence intervals and are not offered.
///
/// - Shapes: `draws[unit][draw]`, equally many draws for each unit, already scaled (see ``BootstrapMeans``).
/// - Units: scores and draws share a unit; only their differences matter.
/// - Ties: a pair whose difference never varies is decided by its scores alone, and left undecided when they are equal.
/// - Cost: units² × draws, a few times over; memory grows with units², never with units² × draws.
/// - Source: Mogstad, Romano, Shaikh & Wilhelm (2024), Review of Economic Studies 91(1), 476–518, doi:10.1093/restud/rdad006.
public struct RankConfidenceSets: Sendable {
  /// One set per unit, for its rank alone.
  public let marginal: [ClosedRange<Int>]
  /// One set per unit, for all ranks together.
  public let simultaneous: [ClosedRange<Int>]

  /// Makes the sets. A draw without value (NaN) takes the unit's next draw that has one.
  public init(scores: [Double], draws: [[Double]], level: Double = 0.95) {
    precondition(scores.count == draws.count, "draws do not fit the scores")
    let pairs = PairwiseDifferences(scores: scores, draws: draws)
    simultaneous = pairs.sets(beaten: pairs.decideAll(level: level))
    marginal = scores.indices.map { unit in
      let (above, below) = pairs.decide(for: unit, level: level)
      return (1 + above)...(scores.count - below)
    }
  }
}

/// The differences of all pairs of units: observed, and over the draws, which are streamed pair by pair.
private struct PairwiseDifferences {
  let scores: [Double]
  /// Draws about their mean, unit by unit.
  let deviations: [Double]
  let drawCount: Int
  /// 1 ÷ standard deviation of the difference, units × units; 0 where it never varies.
  private(set) var precision: [Double]

  var count: Int { scores.count }

  init(scores: [Double], draws: [[Double]]) {
    let drawCount = draws.first?.count ?? 0
    precondition(draws.allSatisfy { $0.count == drawCount }, "units have different numbers of draws")
    self.scores = scores
    self.drawCount = drawCount
    let deviations = draws.flatMap { CentredDraws($0).deviations }
    self.deviations = deviations
    let count = scores.count
    var precision = [Double](repeating: 0, count: count * count)
    let scale = scores.reduce(1) { max($0, abs($1)) }
    deviations.withUnsafeBufferPointer { deviations in
      for a in 0..<count {
        for b in 0..<a {
          var squares = SIMD8<Double>.zero
          var rest = 0.0
          forEachEight(drawCount) { draw in
            let difference = eight(deviations, a * drawCount + draw) - eight(deviations, b * drawCount + draw)
            squares += difference * difference
          } tail: { draw in
            let difference = deviations[a * drawCount + draw] - deviations[b * drawCount + draw]
            rest += difference * difference
          }
          let spread = drawCount > 1 ? ((squares.sum() + rest) / Double(drawCount - 1)).squareRoot() : 0
          let inverse = spread > 1e-12 * scale ? 1 / spread : 0
          precision[a * count + b] = inverse
          precision[b * count + a] = inverse
        }
      }
    }
    self.precision = precision
  }

  /// Whether `winner` is above `loser` when differences above `critical` standard deviations decide.
  private func decides(_ winner: Int, above loser: Int, critical: Double) -> Bool {
    let difference = scores[winner] - scores[loser]
    let inverse = precision[winner * count + loser]
    return inverse == 0 ? difference > 1e-9 : difference * inverse > critical
  }

  /// Decides all ordered pairs together: beaten[winner × count + loser].
  func decideAll(level: Double) -> [Bool] {
    var beaten = [Bool](repeating: false, count: count * count)
    while true {
      var largest = [Double](repeating: -.infinity, count: drawCount)
      for a in 0..<count {
        for b in 0..<a {
          raise(&largest, a, b, includingFirst: !beaten[a * count + b], includingSecond: !beaten[b * count + a])
        }
      }
      let critical = CentredDraws.upperQuantile(of: largest, level: level)
      var isChanged = false
      for winner in 0..<count {
        for loser in 0..<count where winner != loser && !beaten[winner * count + loser] {
          if decides(winner, above: loser, critical: critical) {
            beaten[winner * count + loser] = true
            isChanged = true
          }
        }
      }
      guard isChanged else { return beaten }
    }
  }

  /// Decides the ordered pairs with one unit: how many units are above it, and how many below.
  func decide(for unit: Int, level: Double) -> (above: Int, below: Int) {
    var isAbove = [Bool](repeating: false, count: count)
    var isBelow = [Bool](repeating: false, count: count)
    while true {
      var largest = [Double](repeating: -.infinity, count: drawCount)
      for other in 0..<count where other != unit {
        raise(&largest, unit, other, includingFirst: !isBelow[other], includingSecond: !isAbove[other])
      }
      let critical = CentredDraws.upperQuantile(of: largest, level: level)
      var isChanged = false
      for other in 0..<count where other != unit {
        if !isBelow[other] && decides(unit, above: other, critical: critical) {
          isBelow[other] = true
          isChanged = true
        }
        if !isAbove[other] && decides(other, above: unit, critical: critical) {
          isAbove[other] = true
          isChanged = true
        }
      }
      guard isChanged else { return (isAbove.count { $0 }, isBelow.count { $0 }) }
    }
  }

  /// Raises each draw's maximum to the standardised difference of a pair: first less second, second less first, or both.
  private func raise(
    _ largest: inout [Double], _ first: Int, _ second: Int, includingFirst: Bool, includingSecond: Bool
  ) {
    let inverse = precision[first * count + second]
    guard inverse > 0, includingFirst || includingSecond else { return }
    let (a, b) = includingFirst ? (first * drawCount, second * drawCount) : (second * drawCount, first * drawCount)
    let isTwoSided = includingFirst && includingSecond
    deviations.withUnsafeBufferPointer { deviations in
      largest.withUnsafeMutableBufferPointer { largest in
        forEachEight(drawCount) { draw in
          var difference = (eight(deviations, a + draw) - eight(deviations, b + draw)) * inverse
          if isTwoSided { difference = difference.replacing(with: -difference, where: difference .< 0) }
          let before = eight(UnsafeBufferPointer(largest), draw)
          let after = difference.replacing(with: before, where: before .> difference)
          for lane in 0..<8 { largest[draw + lane] = after[lane] }
        } tail: { draw in
          let difference = (deviations[a + draw] - deviations[b + draw]) * inverse
          largest[draw] = max(largest[draw], isTwoSided ? abs(difference) : difference)
        }
      }
    }
  }

  /// The sets that decided pairs leave.
  func sets(beaten: [Bool]) -> [ClosedRange<Int>] {
    (0..<count).map { unit in
      let above = (0..<count).count { beaten[$0 * count + unit] }
      let below = (0..<count).count { beaten[unit * count + $0] }
      return (1 + above)...(count - below)
    }
  }
}

/// Eight neighbours of a buffer.
@inline(__always)
private func eight(_ buffer: UnsafeBufferPointer<Double>, _ start: Int) -> SIMD8<Double> {
  SIMD8(
    buffer[start], buffer[start + 1], buffer[start + 2], buffer[start + 3], buffer[start + 4], buffer[start + 5],
    buffer[start + 6], buffer[start + 7])
}

/// Calls `body` at every eighth place that has eight from there, and `tail` at the places left over.
@inline(__always)
private func forEachEight(_ count: Int, _ body: (Int) -> Void, tail: (Int) -> Void) {
  let whole = count & ~7
  var place = 0
  while place < whole {
    body(place)
    place += 8
  }
  while place < count {
    tail(place)
    place += 1
  }
}
