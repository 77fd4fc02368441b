import Readiness

/// A number of a chart with its interval, or the mark that stands in its place.
enum ChartNumber: Sendable, Hashable {
  /// A number that is published.
  case known(Double, range: ClosedRange<Double>?)
  /// One that is not; nothing of the drawing depends on what it would be.
  case withheld(Mark)

  /// The number.
  var value: Double? {
    guard case .known(let value, _) = self else { return nil }
    return value
  }

  /// Its interval.
  var range: ClosedRange<Double>? {
    guard case .known(_, let range) = self else { return nil }
    return range
  }

  /// The mark in its place.
  var mark: Mark? {
    guard case .withheld(let mark) = self else { return nil }
    return mark
  }

  /// The number with one decimal, or the mark.
  var text: Phrase {
    switch self {
    case .known(let value, _): .decimal(value, decimals: 1)
    case .withheld(let mark): mark.phrase
    }
  }

  /// `48.1 to 56.4`, or a mark.
  var rangeText: Phrase {
    switch self {
    case .known(_, let range?): Self.text(range)
    case .known: Mark.notAvailable.phrase
    case .withheld(let mark): mark.phrase
    }
  }

  /// `48.1 to 56.4`.
  static func text(_ range: ClosedRange<Double>) -> Phrase {
    "\(.decimal(range.lowerBound, decimals: 1)) to \(.decimal(range.upperBound, decimals: 1))"
  }

  /// The numbers that an axis must hold.
  var extent: [Double] { [value, range?.lowerBound, range?.upperBound].compactMap(\.self) }
}

extension Sequence {
  /// The elements by their number, smallest or largest first; those without one at the end in their own order, so that a place tells nothing of it.
  func sorted(by number: (Element) -> Double?, descending: Bool = false) -> [Element] {
    enumerated().sorted { left, right in
      switch (number(left.element), number(right.element)) {
      case (let a?, let b?) where a != b: descending ? a > b : a < b
      case (.some, .none): true
      case (.none, .some): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}
