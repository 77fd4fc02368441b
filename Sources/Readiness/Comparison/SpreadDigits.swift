import Foundation
import Statistics

/// How finely the results of a comparison inside organisations are told where it may not be told how the groups are spread over them.
///
/// Statistic and effect of such a test together are an equation in how many people of each group are in each organisation: their
/// ratio is the information that the organisations hold, Σ n₁n₂ ⁄ (n₁ + n₂ + 1) for van Elteren's test. In full, and in a few organisations, it has
/// one solution. A p in one digit by itself tells nothing of it; beside it an effect needs so many hidden numbers, or so small a part of
/// the people, that other spreads give the same row.
enum SpreadDigits: Int, Comparable, Sendable {
  /// Nothing is hidden.
  case full
  /// Three digits: twenty organisations or more are hidden, or as little as a five-hundredth of the people.
  case three
  /// Two digits: eight organisations, or a fiftieth of the people.
  case two
  /// One digit for p, steps of a twentieth of its scale for an effect: four organisations, or a tenth of the people.
  case one
  /// One digit for p and nothing beside it.
  case onlyP

  static func < (a: SpreadDigits, b: SpreadDigits) -> Bool { a.rawValue < b.rawValue }

  /// - Parameters:
  ///   - people: people of the compared groups in each organisation that counts.
  ///   - isTold: whether each organisation's people of every group are told.
  init(people: [Int], isTold: [Bool]) {
    let hidden = zip(people, isTold).filter { !$0.1 }.map(\.0)
    self.init(
      hidden: hidden.count, share: Double(hidden.reduce(0, +)) / Double(max(1, people.reduce(0, +))))
  }

  /// - Parameters:
  ///   - hidden: how many organisations, or parts of another kind, are hidden.
  ///   - share: the part of all people that is in them, 0…1.
  init(hidden: Int, share: Double) {
    self =
      if hidden == 0 { .full } else if hidden >= 20 || share <= 0.002 {
        .three
      } else if hidden >= 8 || share <= 0.02 {
        .two
      } else if hidden >= 4 || share <= 0.1 { .one } else { .onlyP }
  }

  /// Digits of p.
  var digits: Int {
    switch self {
    case .full: 17
    case .three: 3
    case .two: 2
    case .one, .onlyP: 1
    }
  }

  /// Steps per unit of a probability, and per hundred points, that an effect and its limits are told in; nil where none is.
  private var steps: (value: Double, limits: Double)? {
    switch self {
    case .full, .onlyP: nil
    case .three: (1_000, 1_000)
    case .two: (100, 100)
    case .one: (20, 10)
    }
  }

  /// A p in few digits, rounded up, so that nothing is made to look less likely by chance than it is.
  ///
  /// - Parameter sizes: people of each compared group, where these are told; the smallest p is what they allow by themselves.
  func told(_ p: PValue, sizes: [Int]?) -> PValue {
    guard self != .full else { return p }
    var smallest = sizes.map(Self.smallest) ?? .leastNonzeroMagnitude
    switch p.method {
    case .permutation(let count, _), .drawnLimit(let count, _): smallest = max(smallest, 1 / Double(count + 1))
    case .exact: break
    case .asymptotic: smallest = .leastNonzeroMagnitude
    }
    let value = Self.cut(p.value, digits: digits, up: true)
    return PValue(
      value: value, method: p.method, smallestAttainable: min(smallest, value),
      interval: p.interval.map {
        ConfidenceInterval(
          lower: Self.cut($0.lower, digits: digits, up: false), upper: Self.cut($0.upper, digits: digits, up: true),
          level: $0.level)
      })
  }

  /// A statistic, or degrees of freedom that are not whole by nature; nil where it is not told.
  func told(_ statistic: Double?) -> Double? {
    switch self {
    case .full: statistic
    case .three, .two: statistic.map { Self.cut(abs($0), digits: digits, up: nil) * ($0 < 0 ? -1 : 1) }
    case .one, .onlyP: nil
    }
  }

  /// A number in as many digits as p.
  func nearest(_ number: Double) -> Double {
    self == .full ? number : Self.cut(abs(number), digits: digits, up: nil) * (number < 0 ? -1 : 1)
  }

  /// An effect with limits rounded outwards; nil where it is not told.
  ///
  /// - Parameter scale: 1 for a probability, 100 for points.
  func told(_ effect: EffectSize?, scale: Double) -> EffectSize? {
    guard self != .full, let effect else { return effect }
    guard let steps else { return nil }
    return EffectSize(
      name: effect.name, value: (effect.value / scale * steps.value).rounded() * scale / steps.value,
      interval: effect.interval.map {
        let range = told($0.lower...$0.upper, scale: scale) ?? $0.lower...$0.upper
        return ConfidenceInterval(lower: range.lowerBound, upper: range.upperBound, level: $0.level)
      }, intervalMethod: effect.intervalMethod)
  }

  /// A range rounded outwards; nil where it is not told.
  func told(_ range: ClosedRange<Double>?, scale: Double) -> ClosedRange<Double>? {
    guard self != .full, let range else { return range }
    guard let steps else { return nil }
    let limits = steps.limits / scale
    return (range.lowerBound * limits + 1e-9).rounded(.down) / limits...(range.upperBound * limits - 1e-9).rounded(.up)
      / limits
  }

  /// The smallest p that groups of these sizes allow, however they are spread: one of the ways to arrange them freely.
  private static func smallest(_ sizes: [Int]) -> Double {
    let ways = lgamma(Double(sizes.reduce(0, +) + 1)) - sizes.reduce(0) { $0 + lgamma(Double($1 + 1)) }
    return max(.leastNonzeroMagnitude, min(1, exp(-ways)))
  }

  /// A number from 0 in so many digits; nearest, or up or down.
  static func cut(_ value: Double, digits: Int, up: Bool?) -> Double {
    guard value > 0, value.isFinite else { return value }
    // Near the smallest number that there is, powers of ten are nought.
    let lift = value < 1e-290 ? 100 : 0
    let lifted = value * pow(10, Double(lift))
    let exponent = Int(log10(lifted).rounded(.down)) - digits + 1
    let scaled = lifted / pow(10, Double(exponent))
    let whole =
      switch up {
      case true: (scaled - 1e-9).rounded(.up)
      case false: (scaled + 1e-9).rounded(.down)
      default: scaled.rounded()
      }
    // The decimal itself: a quotient could be a neighbour of it.
    return Double("\(Int(whole))e\(exponent - lift)") ?? value
  }
}

extension Comparison {
  /// Why a row is withheld: the people beside one another are few.
  package static let fewSideBySide: Phrase =
    "Too few people belong to organisations that hold the groups side by side."
}

extension ComparisonDraft {
  /// Why numbers are rounded.
  static let fewDigits: Phrase = "Few digits, p rounded up: more would tell hidden numbers of people."
  /// Why an effect is not told.
  static let untoldEffect: Phrase =
    "The effect would tell hidden numbers of people, and so would more digits; read that of the row beside it."

  /// The row as finely as it may be told.
  ///
  /// - Parameters:
  ///   - sizes: people of each compared group with a value, where told.
  ///   - scale: 1 for effects that are probabilities, 100 for points.
  ///   - wholeFreedom: whether the degrees of freedom count groups, which everybody knows.
  func told(_ digits: SpreadDigits, sizes: [Int]?, scale: Double, wholeFreedom: Bool = true) -> ComparisonDraft {
    guard digits != .full else { return self }
    var row = self
    row.p = p.map { digits.told($0, sizes: sizes) }
    row.pAdjustedItself = pAdjustedItself.map {
      digits.told(PValue(value: $0, method: .asymptotic, smallestAttainable: .leastNonzeroMagnitude), sizes: nil).value
    }
    row.statistic = digits.told(statistic)
    if !wholeFreedom { row.degreesOfFreedom = digits.told(degreesOfFreedom) }
    row.effect = digits.told(effect, scale: scale)
    if p != nil, digits > .three {
      row.note = ComparisonDraft.joined(
        note, effect != nil && row.effect == nil ? Self.untoldEffect : Self.fewDigits)
    }
    row.evidence.leaveOneOrganizationOut = digits.told(evidence.leaveOneOrganizationOut, scale: scale)
    row.evidence.doNotKnowBounds = digits.told(evidence.doNotKnowBounds, scale: scale)
    row.evidence.effectByChance = row.effect == nil ? nil : evidence.effectByChance
    return row
  }
}
