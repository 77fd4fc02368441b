/// The test of independence of two classifications of a population, from a sample with a design: Pearson's χ² divided by what the design
/// makes of it.
///
/// - Shapes: a row and a column number from 0 per person of the design; a number below 0 stays out. Two rows and two columns or more
///   with people.
/// - Units: only who is in which cell matters.
/// - Null: independence in the population; F with Rao and Scott's second-order degrees of freedom.
/// - Cost: people × cells, and cells³.
/// - Source: Rao & Scott (1984), Annals of Statistics 12(1), 46–60, doi:10.1214/aos/1176346391; as F, Thomas & Rao (1987), JASA
///   82(398), 630–636.
public struct RaoScottTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Rao–Scott test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "In the population the two classifications have nothing to do with each other."

  /// F: Pearson's χ² over the trace of the design's effects.
  public let statistic: Double
  /// Of the numerator.
  public let numeratorDegreesOfFreedom: Double
  /// Of the denominator.
  public let degreesOfFreedom: Double?
  /// From the limit distribution.
  public let pValue: PValue
  /// Pearson's χ² of the weighted table, as if it were of so many people.
  public let pearson: Double
  /// The mean effect of the design on the table's contrasts: how many times larger ``pearson`` is by chance than without a design.
  public let designEffect: Double
  /// The share of the population in each cell, occupied rows × occupied columns.
  public let shares: [[Double]]
  /// People in the table.
  public let count: Int

  /// - Throws: ``SamplingDesign/Fault``.
  public init(rows: [Int], columns: [Int], _ design: SamplingDesign) throws(SamplingDesign.Fault) {
    let weights = design.weights.values
    precondition(rows.count == weights.count && columns.count == weights.count, "the table does not fit the design")
    let used = rows.indices.filter { rows[$0] >= 0 && columns[$0] >= 0 && weights[$0] > 0 }
    let rowNumbers = Set(used.map { rows[$0] }).sorted()
    let columnNumbers = Set(used.map { columns[$0] }).sorted()
    guard rowNumbers.count >= 2, columnNumbers.count >= 2 else { throw .fewerThanTwoGroups }
    let isUsed = rows.indices.map { rows[$0] >= 0 && columns[$0] >= 0 && weights[$0] > 0 }
    var shares: [Double] = []
    var influences: [[Double]] = []
    for row in rowNumbers {
      for column in columnNumbers {
        let isIn = rows.indices.map { rows[$0] == row && columns[$0] == column ? 1.0 : 0 }
        let part = try DesignDomain(isIn, design, isUsed)
        shares.append(part.mean)
        influences.append(part.influence(isIn.map { $0 - part.mean }))
      }
    }
    let width = columnNumbers.count
    let rowShares = (0..<rowNumbers.count).map { row in shares[(row * width)..<((row + 1) * width)].reduce(0, +) }
    let columnShares = (0..<width).map { column in
      (0..<rowNumbers.count).reduce(0) { $0 + shares[$1 * width + column] }
    }
    let people = Double(used.count)
    pearson = shares.indices.reduce(0) { sum, cell in
      let expected = rowShares[cell / width] * columnShares[cell % width]
      return sum + people * (shares[cell] - expected) * (shares[cell] - expected) / expected
    }
    let effects = try Self.effects(
      shares, design.covariance(ofTotals: influences), rows: rowNumbers.count, columns: width, people: people)
    let freedom = effects.trace * effects.trace / effects.squares
    statistic = pearson / effects.trace
    numeratorDegreesOfFreedom = freedom
    degreesOfFreedom = freedom * Double(design.degreesOfFreedom)
    designEffect = effects.trace / Double((rowNumbers.count - 1) * (width - 1))
    pValue = .asymptotic(
      FDistribution.upperTail(pearson / effects.trace, freedom, freedom * Double(design.degreesOfFreedom)), smallest: 0)
    self.shares = (0..<rowNumbers.count).map { Array(shares[($0 * width)..<(($0 + 1) * width)]) }
    count = used.count
  }

  /// The trace of the generalised design effects and of their square.
  private static func effects(
    _ shares: [Double], _ covariance: SymmetricMatrix, rows: Int, columns: Int, people: Double
  ) throws(SamplingDesign.Fault) -> (trace: Double, squares: Double) {
    let contrasts = contrasts(rows: rows, columns: columns)
    let scaled = contrasts.map { zip($0, shares).map { $1 > 0 ? $0 / $1 : 0 } }
    let plain = SymmetricMatrix(dimension: contrasts.count) { one, other in
      zip(scaled[one], contrasts[other]).reduce(0) { $0 + $1.0 * $1.1 } / people
    }
    let real = SymmetricMatrix(dimension: contrasts.count) { covariance.form(scaled[$0], scaled[$1]) }
    guard let inverse = plain.inverse?.matrix else { throw .noVariation }
    // Both are symmetric: the trace of their product, and of its square.
    let product = (0..<contrasts.count).map { row in
      (0..<contrasts.count).map { column in
        (0..<contrasts.count).reduce(0) { $0 + inverse[row, $1] * real[$1, column] }
      }
    }
    let trace = product.indices.reduce(0) { $0 + product[$1][$1] }
    let squares = product.indices.reduce(0) { sum, row in
      product.indices.reduce(sum) { $0 + product[row][$1] * product[$1][row] }
    }
    guard trace > 1e-12, squares > 0 else { throw .noVariation }
    return (trace, squares)
  }

  /// Products of Helmert contrasts of rows and of columns: what a table says beyond its margins.
  private static func contrasts(rows: Int, columns: Int) -> [[Double]] {
    func helmert(_ size: Int) -> [[Double]] {
      (1..<size).map { place in (0..<size).map { $0 < place ? 1 : $0 == place ? -Double(place) : 0 } }
    }
    return helmert(rows).flatMap { row in
      helmert(columns).map { column in row.flatMap { share in column.map { share * $0 } } }
    }
  }
}
