/// How far the people of one group, such as an organisation, gave the same answers.
///
/// Reliability asks whether people are put in the same order; this asks whether they say the same. A group of which every member
/// stands alone at an end of the scale has a mean that nobody holds.
///
/// - Shapes: counts of answers, items × categories; every item with two answers or more. Items may differ in their answers.
/// - Units: rwg, r*wg and awg have none, 1 for full agreement; average deviations are in the scale's unit.
/// - Cost: items × categories, never people.
/// - Source: rwg and rwg(J), James, Demaree & Wolf (1984), Journal of Applied Psychology 69(1), 85–98,
///   doi:10.1037/0021-9010.69.1.85; r*wg(J), Lindell, Brandt & Whitney (1999), Applied Psychological Measurement 23(2), 127–135;
///   awg, Brown & Hauenstein (2005), Organizational Research Methods 8(2), 165–184, doi:10.1177/1094428105275376; average
///   deviation, Burke, Finkelstein & Dusig (1999), Organizational Research Methods 2(1), 49–68.
public struct WithinGroupAgreement: Sendable, Hashable {
  /// The scale's values.
  public let scale: [Double]
  /// Counts of answers, items × categories.
  public let counts: [[Int]]
  /// The variance of each item, with divisor n − 1.
  public let variances: [Double]
  /// awg of each item: 1 − 2 × the variance over the largest that its mean allows; nil where the mean is so near an end that
  /// people could not have disagreed.
  public let itemAwg: [Double?]
  /// The mean distance of people from the mean of an item, averaged over items.
  public let averageDeviation: Double
  /// The mean distance of people from the median of an item, averaged over items.
  public let medianDeviation: Double

  /// - Throws: ``AgreementFault/tooFewPeople(found:needed:)`` for an item with fewer than two answers, or no item.
  public init(items: [[Int]], scale: [Double]) throws(AgreementFault) {
    precondition(scale.count >= 2, "a scale needs two categories")
    precondition(items.allSatisfy { $0.count == scale.count }, "counts do not fit the scale")
    guard !items.isEmpty else { throw .tooFewPeople(found: 0, needed: 2) }
    for item in items {
      let people = item.reduce(0, +)
      guard people >= 2 else { throw .tooFewPeople(found: people, needed: 2) }
    }
    self.scale = scale
    counts = items
    let moments = items.map { Moments(values: scale, counts: $0) }
    variances = moments.map { $0.squares / Double($0.count - 1) }
    itemAwg = zip(moments, items).map { moments, counts in Self.awg(moments, counts, scale) }
    let share = 1 / Double(items.count)
    averageDeviation = zip(moments, items).reduce(0) { $0 + share * Self.deviation($1.1, scale, about: $1.0.mean) }
    medianDeviation = items.reduce(0) { $0 + share * Self.deviation($1, scale, about: Self.median($1, scale)) }
  }

  /// The mean variance of the items.
  public var meanVariance: Double { variances.reduce(0, +) / Double(variances.count) }

  /// rwg of a single item: 1 − variance ÷ the null's variance, a negative one taken as 0.
  public func rwg(item: Int, null: AgreementNull) -> Double { max(0, 1 - variances[item] / null.variance) }

  /// rwg(J) of all items: as if their mean were what people agree on, a variance beyond the null's taken as the null's.
  public func rwg(null: AgreementNull) -> Double {
    Self.rwg(variance: meanVariance, items: variances.count, null: null)
  }

  /// rwg(J) of so many items with this mean variance.
  package static func rwg(variance: Double, items: Int, null: AgreementNull) -> Double {
    let ratio = min(1, variance / null.variance)
    return Double(items) * (1 - ratio) / (Double(items) * (1 - ratio) + ratio)
  }

  /// r*wg(J) of all items: 1 − mean variance ÷ the null's variance. May be negative, which says that people stand at opposite ends.
  public func rStarWg(null: AgreementNull) -> Double { 1 - meanVariance / null.variance }

  /// awg(J): the mean of ``itemAwg`` over the items that have one; nil when none has.
  public var awg: Double? {
    let defined = itemAwg.compactMap(\.self)
    return defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count)
  }

  /// An average deviation up to this, a sixth of the number of categories, is customarily called agreement.
  public var customaryLimit: Double { Double(scale.count) / 6 }

  private static func awg(_ moments: Moments, _ counts: [Int], _ scale: [Double]) -> Double? {
    let (low, high, n, mean) = (scale[0], scale[scale.count - 1], Double(moments.count), moments.mean)
    if counts.contains(moments.count) { return 1 }
    let tolerance = 1e-12 * (high - low)
    guard mean >= (low * (n - 1) + high) / n - tolerance, mean <= (high * (n - 1) + low) / n + tolerance else {
      return nil
    }
    let largest = ((high + low) * mean - mean * mean - high * low) * n / (n - 1)
    return 1 - 2 * moments.squares / (n - 1) / largest
  }

  private static func deviation(_ counts: [Int], _ scale: [Double], about centre: Double) -> Double {
    let people = Double(counts.reduce(0, +))
    return zip(scale, counts).reduce(0) { $0 + Double($1.1) * abs($1.0 - centre) } / people
  }

  private static func median(_ counts: [Int], _ scale: [Double]) -> Double {
    let people = counts.reduce(0, +)
    func value(at place: Int) -> Double {
      var passed = 0
      for (value, count) in zip(scale, counts) {
        passed += count
        if passed > place { return value }
      }
      return scale[scale.count - 1]
    }
    return (value(at: (people - 1) / 2) + value(at: people / 2)) / 2
  }
}
