import Foundation

/// Cronbach's alpha: how far do the items of a scale say the same of people?
///
/// The share of the variance of the items' sum that their covariances make up, on the view that every item measures the same thing
/// equally well. Below 0 when items contradict each other: the first thing to check is whether reversed items were turned round.
///
/// - Shapes: ``ItemMoments`` of two varying items or more; ten people or more unless `fewest` says otherwise.
/// - Units: none; at most 1.
/// - Intervals: Feldt's is exact for normal, parallel items; Bonett's rests on the logarithm of 1 − alpha. Both take people to be
///   unrelated; below 30 people they are wide and not to be relied on.
/// - Cost: items³, never people.
/// - Source: Cronbach (1951), Psychometrika 16(3), 297–334, doi:10.1007/BF02310555; Feldt (1965), Psychometrika 30(3), 357–370,
///   doi:10.1007/BF02289499; Bonett (2002), Journal of Educational and Behavioral Statistics 27(4), 335–340,
///   doi:10.3102/10769986027004335.
public struct CronbachAlpha: Sendable, Hashable {
  /// What one item does in the scale.
  public struct Item: Sendable, Hashable {
    /// The item's place among those of the moments.
    public let place: Int
    /// Its correlation with the sum of the other items; nil where that sum does not vary.
    public let restCorrelation: Double?
    /// Alpha of the other items; nil where fewer than two are left, or their sum does not vary.
    public let alphaWithout: Double?
  }

  /// Alpha.
  public let value: Double
  /// Alpha as if every item had the same variance.
  public let standardized: Double
  /// The mean correlation of two items.
  public let averageCorrelation: Double
  /// Feldt's interval.
  public let feldt: ConfidenceInterval
  /// Bonett's interval.
  public let bonett: ConfidenceInterval
  /// The items that vary, in their order.
  public let items: [Item]
  /// Items left out because everybody gave the same answer, by place.
  public let constantItems: [Int]
  /// People.
  public let count: Int
  /// People left out because an answer is missing.
  public let incompletePeople: Int

  /// Whether items contradict each other: check reversed items.
  public var isNegative: Bool { value < 0 }
  /// Whether fewer than 30 people answered, too few to rely on the intervals.
  public var hasFewPeople: Bool { count < 30 }

  /// - Throws: ``ReliabilityFault``.
  public init(_ moments: ItemMoments, fewest: Int = 10, level: Double = 0.95) throws(ReliabilityFault) {
    let needed = max(fewest, 3)
    guard moments.count >= needed else { throw .tooFewPeople(found: moments.count, needed: needed) }
    let constant = moments.constantItems
    let places = (0..<moments.itemCount).filter { !constant.contains($0) }
    guard places.count >= 2 else { throw .tooFewItems(varying: places.count, needed: 2) }
    let products = moments.selecting(places).products
    guard let alpha = Self.alpha(products) else { throw .noTotalVariation }
    let (n, k) = (Double(moments.count), Double(places.count))
    let correlations = products.scaledToUnitDiagonal
    let average = (correlations.sum - k) / (k * (k - 1))
    value = alpha
    averageCorrelation = average
    standardized = k * average / (1 + (k - 1) * average)
    let (low, high) = ((1 - level) / 2, (1 + level) / 2)
    func feldt(_ probability: Double) -> Double {
      1 - (1 - alpha) * FDistribution.quantile(probability, n - 1, (n - 1) * (k - 1))
    }
    self.feldt = ConfidenceInterval(lower: feldt(high), upper: max(feldt(low), feldt(high)), level: level)
    let factor = exp(GSL.normalQuantile(high) * (2 * k / ((k - 1) * (n - 2))).squareRoot())
    bonett = ConfidenceInterval(lower: 1 - (1 - alpha) * factor, upper: 1 - (1 - alpha) / factor, level: level)
    let total = products.sum
    items = places.indices.map { item in
      let own = products[item, item]
      let shared = (0..<places.count).reduce(0) { $0 + products[item, $1] } - own
      let rest = total - own - 2 * shared
      let others = places.indices.filter { $0 != item }
      return Item(
        place: places[item],
        restCorrelation: rest > 1e-12 * products.trace ? min(1, max(-1, shared / (own * rest).squareRoot())) : nil,
        alphaWithout: others.count < 2
          ? nil
          : Self.alpha(SymmetricMatrix(dimension: others.count) { products[others[$0], others[$1]] }))
    }
    constantItems = constant
    count = moments.count
    incompletePeople = moments.incompletePeople
  }

  /// k ÷ (k − 1) × (1 − tr C ÷ 1′C1); nil when the sum of the items does not vary.
  private static func alpha(_ products: SymmetricMatrix) -> Double? {
    let k = Double(products.dimension)
    let (total, own) = (products.sum, products.trace)
    guard total > 1e-12 * own else { return nil }
    return min(1, k / (k - 1) * (1 - own / total))
  }
}
