import Foundation
import Statistics

/// How finely numbers are told that weigh the parts of a group in another way than its people, where parts are hidden.
///
/// A group's mean is one sum over its people, and so are its parts' means: what these tell of a hidden part is audited. Beside it a mean in which
/// parts count the same is a second equation in the same parts, and the squared error of organisations a third, in squares. In full they
/// have one solution where few parts are hidden: every number of people and every mean.
struct PartDigits: Sendable {
  /// People of the hidden parts that have some.
  let hidden: [Int]
  /// The part of all people that they are, 0…1.
  let share: Double

  /// - Parameters:
  ///   - parts: people of each part.
  ///   - isHidden: whether each is hidden.
  init(parts: [Int], isHidden: [Bool]) {
    hidden = zip(parts, isHidden).filter { $0.0 > 0 && $0.1 }.map(\.0)
    share = Double(hidden.reduce(0, +)) / Double(max(1, parts.reduce(0, +)))
  }

  /// The same steps as for tests inside organisations.
  private var digits: SpreadDigits { SpreadDigits(hidden: hidden.count, share: share) }

  /// Whether hidden parts are so many, or so little of all, that more digits would not settle them: 1 for some, 2 for more; 0 otherwise.
  private var crowd: Int { digits <= .three ? 2 : digits == .two ? 1 : 0 }

  /// The interval of a mean over people with organisations as units, rounded outwards to a tenth of its longer side or finer.
  ///
  /// Nil where all that it rests on is two hidden parts or one.
  func interval(_ interval: ConfidenceInterval?, around value: Double?) -> ConfidenceInterval? {
    guard let interval, let value else { return nil }
    if hidden.isEmpty { return interval }
    if hidden.count < 3, share > 0.5 { return nil }
    let side = max(interval.upper - value, value - interval.lower)
    guard side > ScoreRows.noError else { return interval }
    return Self.outwards(interval, Self.unit(atLeast: side / pow(10, Double(1 + crowd))))
  }

  /// A change with organisations as units, its error made larger, so that half of its interval is a whole number of the same steps,
  /// which are a point or more; a tenth from eight hidden parts on, a hundredth from twenty.
  ///
  /// Nil where all that it rests on is two hidden parts or one.
  func widened(_ estimate: ChangeEstimate, level: Double) -> ChangeEstimate? {
    if hidden.isEmpty { return estimate }
    if hidden.count < 3, share > 0.5 { return nil }
    let half = estimate.smallestClear(level: level)
    let unit = Self.unit(atLeast: max(10, half) / pow(10, Double(1 + crowd)))
    return estimate.widened(to: Self.steps(half - 1e-9, unit, .up), level: level)
  }

  /// The smallest of … 0.1, 0.2, 0.5, 1, 2, 5 … that is not below a number.
  static func unit(atLeast number: Double) -> Double {
    let power = pow(10, log10(number).rounded(.down))
    return ([1, 2, 5].first { $0 * power >= number * (1 - 1e-12) } ?? 10) * power
  }

  /// The estimate in which parts count the same; nil where a reader could solve it for a part.
  ///
  /// - Parameter minimum: the minimum of disclosure.
  func equal(_ estimate: Estimate, minimum: Int) -> Estimate? {
    guard let value = estimate.value, !hidden.isEmpty else { return estimate }
    guard !isolates(minimum: minimum) else { return nil }
    guard crowd > 0 else {
      guard digits <= .one else { return nil }
      return Estimate(value: value.rounded(), interval: nil, n: estimate.n, status: estimate.status)
    }
    let steps = pow(10, Double(crowd))
    return Estimate(
      value: (value * steps).rounded() / steps, interval: interval(estimate.interval, around: value),
      n: estimate.n, status: estimate.status)
  }

  /// Whether whoever knows how many people are in which part is left with a few people's mean: subtracted from so many times the mean of people,
  /// parts of one size drop out of the mean of parts, and the others remain.
  private func isolates(minimum: Int) -> Bool {
    guard hidden.count > 2 else { return true }
    let people = hidden.reduce(0, +)
    return Set(hidden).contains { size in
      let others = people - hidden.count { $0 == size } * size
      return others > 0 && others < minimum
    }
  }

  /// The interval with limits in whole units, the lower down and the upper up; a limit that is a hair beside a unit is that unit.
  static func outwards(_ interval: ConfidenceInterval, _ unit: Double) -> ConfidenceInterval {
    // Less than half a unit, or the limits would pass one another.
    let hair = min(1e-9, unit / 4)
    return ConfidenceInterval(
      lower: steps(interval.lower + hair, unit, .down), upper: steps(interval.upper - hair, unit, .up),
      level: interval.level)
  }

  /// A number in whole units.
  static func nearest(_ number: Double, unit: Double) -> Double { steps(number, unit, .toNearestOrAwayFromZero) }

  /// Divided by whole steps where there are some in one, so that a number is the decimal that it looks like.
  private static func steps(_ number: Double, _ unit: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let steps = (1 / unit).rounded()
    return unit < 1 ? (number * steps).rounded(rule) / steps : (number / unit).rounded(rule) * unit
  }
}

extension AssessmentSuppression {
  /// How finely numbers are told that rest on some parts of a group on a measure.
  func digits(of parts: [Int], measure: Int) -> PartDigits {
    PartDigits(parts: parts.map { counts[measure][$0] ?? 0 }, isHidden: parts.map { hidden[measure][$0] })
  }
}
