/// Krippendorff's alpha: how far do people who judge the same units agree beyond what their answers alone would bring about?
///
/// People may differ from unit to unit and answers may be missing. On a unit that nearly everybody puts into one category alpha can be low
/// although people hardly ever disagree: there is little to agree on beyond chance, which ``commonestShare`` shows.
///
/// - Shapes: counts of answers, units × categories; units of fewer than two answers are passed over.
/// - Units: none; 1 for full agreement, 0 for what chance makes, below 0 for less.
/// - Cost: different units × categories².
/// - Source: Krippendorff (2004), Content Analysis, chapter 11; Hayes & Krippendorff (2007), Communication Methods and Measures
///   1(1), 77–89, doi:10.1080/19312450709336664.
public struct KrippendorffAlpha: Sendable, Hashable {
  /// How far two categories lie apart.
  public enum Metric: Sendable, Hashable, CaseIterable {
    /// They differ or do not.
    case nominal
    /// By the answers that lie between them.
    case ordinal
    /// By the square of the difference of their values.
    case interval
    /// By the square of the difference over the sum of their values, which must not be negative.
    case ratio
  }

  /// Alpha.
  public let value: Double
  /// How far two categories lie apart.
  public let metric: Metric
  /// Units of two answers or more.
  public let unitCount: Int
  /// Units passed over because they have fewer than two answers.
  public let singleUnits: Int
  /// Answers to those units.
  public let answerCount: Int
  /// The share of answers in the most frequent category.
  public let commonestShare: Double
  private let table: CoincidenceTable

  /// - Throws: ``AgreementFault/tooFewUnits(found:needed:)`` when no unit has two answers, ``AgreementFault/noVariation`` when
  ///   all answers are one category.
  public init(units: [[Int]], scale: [Double], metric: Metric) throws(AgreementFault) {
    precondition(units.allSatisfy { $0.count == scale.count }, "counts do not fit the scale")
    precondition(metric != .ratio || scale.allSatisfy { $0 >= 0 }, "a ratio needs values from 0")
    let pairable = units.filter { $0.reduce(0, +) >= 2 }
    guard !pairable.isEmpty else { throw .tooFewUnits(found: 0, needed: 1) }
    let table = CoincidenceTable(pairable, scale: scale, metric: metric)
    guard let alpha = table.alpha(table.counts) else { throw .noVariation }
    value = alpha
    self.metric = metric
    self.table = table
    unitCount = pairable.count
    singleUnits = units.count - pairable.count
    let totals = scale.indices.map { category in pairable.reduce(0) { $0 + $1[category] } }
    answerCount = totals.reduce(0, +)
    commonestShare = Double(totals.max() ?? 0) / Double(answerCount)
  }

  /// From ratings, one row per rater of a value per unit; a NaN is a missing answer.
  ///
  /// - Throws: as ``init(units:scale:metric:)``.
  public init(raters: [[Double]], metric: Metric) throws(AgreementFault) {
    let units = raters.first?.count ?? 0
    precondition(raters.allSatisfy { $0.count == units }, "raters differ in their number of units")
    let scale = Set(raters.joined().filter { !$0.isNaN }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(scale, scale.indices))
    let counts = (0..<units).map { unit in
      raters.reduce(into: [Int](repeating: 0, count: scale.count)) { counts, rater in
        if let place = places[rater[unit]] { counts[place] += 1 }
      }
    }
    try self.init(units: counts, scale: scale, metric: metric)
  }

  /// A bootstrap of alpha over units: how far it would move with other units of the same kind.
  ///
  /// Draws in which only one category is left have no alpha and are counted. Cost: draws × different units × categories².
  ///
  /// - Throws: ``AgreementFault/tooFewUnits(found:needed:)`` for fewer than eight units.
  public func bootstrap(draws: Int = 2_000, seed: UInt64 = 1) throws(AgreementFault) -> Bootstrap {
    guard unitCount >= 8 else { throw .tooFewUnits(found: unitCount, needed: 8) }
    do {
      return try Bootstrap(strata: [table.counts], count: draws, seed: seed) { table.alpha($0[0]) }
    } catch { throw .noVariation }
  }
}

/// Different units with how often each occurs, and what alpha needs of them.
private struct CoincidenceTable: Sendable, Hashable {
  private let patterns: [[Int]]
  private let scale: [Double]
  private let metric: KrippendorffAlpha.Metric
  /// How many units each pattern stands for.
  let counts: [Int]

  init(_ units: [[Int]], scale: [Double], metric: KrippendorffAlpha.Metric) {
    let grouped = Dictionary(grouping: units) { $0 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    patterns = grouped.map(\.key)
    counts = grouped.map(\.value.count)
    self.scale = scale
    self.metric = metric
  }

  /// Alpha of so many units of each pattern; nil for one category only.
  func alpha(_ counts: [Int]) -> Double? {
    let size = scale.count
    var totals = [Double](repeating: 0, count: size)
    var pairs = [Double](repeating: 0, count: size * size)
    for (pattern, count) in zip(patterns, counts) where count > 0 {
      let weight = Double(count) / Double(pattern.reduce(0, +) - 1)
      for first in 0..<size where pattern[first] > 0 {
        totals[first] += Double(count * pattern[first])
        for second in 0..<size where second != first {
          pairs[first * size + second] += weight * Double(pattern[first] * pattern[second])
        }
      }
    }
    let answers = totals.reduce(0, +)
    var (observed, expected) = (0.0, 0.0)
    for first in 0..<size {
      for second in 0..<size where second != first {
        let distance = distance(min(first, second), max(first, second), totals)
        observed += pairs[first * size + second] * distance
        expected += totals[first] * totals[second] * distance
      }
    }
    return expected > 0 ? 1 - (answers - 1) * observed / expected : nil
  }

  private func distance(_ low: Int, _ high: Int, _ totals: [Double]) -> Double {
    switch metric {
    case .nominal: return 1
    case .interval: return (scale[high] - scale[low]) * (scale[high] - scale[low])
    case .ordinal:
      let between = totals[low...high].reduce(0, +) - (totals[low] + totals[high]) / 2
      return between * between
    case .ratio:
      let ratio = (scale[high] - scale[low]) / (scale[high] + scale[low])
      return ratio * ratio
    }
  }
}
