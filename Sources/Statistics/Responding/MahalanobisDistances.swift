/// How far each person lies from the middle of all, in the directions in which people differ: squared Mahalanobis distances.
///
/// - Shapes: people × columns, more than twice as many complete people as columns; a person with a NaN has no distance.
/// - Units: none; for normal columns χ² with as many degrees of freedom as there are columns.
/// - Cost: people × columns².
/// - Source: Mahalanobis (1936), Proceedings of the National Institute of Sciences of India 2(1), 49–55; for careless answers, Meade &
///   Craig (2012), Psychological Methods 17(3), 437–455, doi:10.1037/a0028085.
public struct MahalanobisDistances: Sendable {
  private let means: [Double]
  private let inverse: SymmetricMatrix

  /// The number of columns.
  public var columnCount: Int { means.count }

  /// - Returns: nil for too few people, for columns that explain each other, and for fewer than two columns.
  public init?(_ moments: ItemMoments) {
    guard moments.itemCount >= 2, moments.count > 2 * moments.itemCount else { return nil }
    let divisor = Double(moments.count - 1)
    let covariances = SymmetricMatrix(dimension: moments.itemCount) { moments.products[$0, $1] / divisor }
    guard let inverse = covariances.inverse?.matrix else { return nil }
    means = moments.means
    self.inverse = inverse
  }

  /// The squared distance of one person; nil with a missing value.
  public func distance(_ row: [Double]) -> Double? {
    precondition(row.count == means.count, "a row has another number of columns")
    let from = zip(row, means).map { $0 - $1 }
    let value = inverse.form(from, from)
    return value.isNaN ? nil : max(0, value)
  }

  /// The chance of a squared distance as large as this or larger for normal columns.
  public func chance(_ distance: Double) -> Double {
    PairwiseComparisons.positive(GSL.chiSquareUpperTail(distance, degreesOfFreedom: Double(columnCount)))
  }
}
