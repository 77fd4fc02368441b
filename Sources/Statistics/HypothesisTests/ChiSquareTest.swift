/// Pearson's χ² test: are the rows and columns of a table of counts independent?
///
/// - Shapes: two or more rows and columns that are not empty.
/// - Null: χ² with (rows − 1)(columns − 1) degrees of freedom, without Yates's correction; exact by enumeration of the tables
///   with the same margins up to 300,000; or permuted. `automatic` takes χ² unless more than a fifth of the cells expect fewer than
///   five.
/// - Cost: cells, times tables or draws.
/// - Source: Pearson (1900), Philosophical Magazine 50(302), 157–175, doi:10.1080/14786440009463897.
public struct ChiSquareTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "χ² test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "Rows and columns are independent."
  /// χ².
  public let statistic: Double
  /// (rows − 1)(columns − 1).
  public let degreesOfFreedom: Double?
  /// The p-value.
  public let pValue: PValue
  /// The number of cells whose expected count is below five.
  public let sparseCells: Int
  /// The number of people in the table.
  let total: Double
  /// The lesser of rows and columns, less one.
  let dimension: Double
  private let shape: (rows: Int, columns: Int)

  /// Empty rows and columns are left out.
  ///
  /// - Throws: ``SampleFault/fewerThanTwoGroups`` or ``SampleFault/noVariation`` when fewer than two rows or columns are left.
  public init(_ table: [[Int]], null: NullDistribution = .automatic) throws(SampleFault) {
    let counts = try ValueCounts(table: table)
    let (rowTotals, columnTotals) = (counts.groupTotals.map { Double($0) }, counts.valueTotals.map { Double($0) })
    let people = rowTotals.reduce(0, +)
    @Sendable func chiSquare(_ table: [Int]) -> Double {
      var sum = 0.0
      for row in rowTotals.indices {
        for column in columnTotals.indices {
          let expected = rowTotals[row] * columnTotals[column] / people
          let distance = Double(table[row * columnTotals.count + column]) - expected
          sum += distance * distance / expected
        }
      }
      return sum
    }
    let observed = chiSquare(counts.counts)
    statistic = observed
    let freedom = (Double(counts.groupCount) - 1) * (Double(counts.values.count) - 1)
    degreesOfFreedom = freedom
    var sparse = 0
    for row in rowTotals { for column in columnTotals where row * column < 5 * people { sparse += 1 } }
    sparseCells = sparse
    total = people
    dimension = Double(min(counts.groupCount, counts.values.count) - 1)
    shape = (counts.groupCount, counts.values.count)
    let isSparse = sparse * 5 > counts.groupCount * counts.values.count
    let choice: NullDistribution = null == .automatic && !isSparse ? .asymptotic : null
    pValue =
      TablePermutation(CrossCounts(counts)).pValue(choice, observed: counts.counts, limit: 300_000, chiSquare)
      ?? .asymptotic(GSL.chiSquareUpperTail(observed, degreesOfFreedom: freedom), smallest: 0)
  }

  /// Cramér's V with the interval that the noncentral χ² gives.
  ///
  /// - Source: Cramér (1946), Mathematical Methods of Statistics, 282.
  public func cramersV(level: Double = 0.95) -> EffectSize {
    func v(_ noncentrality: Double) -> Double { min(1, (noncentrality / (total * dimension)).squareRoot()) }
    let limits = noncentrality(level: level)
    return EffectSize(
      name: "cramers_v", value: v(statistic),
      interval: ConfidenceInterval(lower: v(limits.lower), upper: v(limits.upper), level: level),
      intervalMethod: "inverted noncentral χ²")
  }

  /// Cramér's V freed of its bias, never below 0.
  ///
  /// - Source: Bergsma (2013), Journal of the Korean Statistical Society 42(3), 323–328, doi:10.1016/j.jkss.2012.10.002.
  public var unbiasedCramersV: Double {
    let (rows, columns) = (Double(shape.rows), Double(shape.columns))
    let strength = max(0, statistic / total - (rows - 1) * (columns - 1) / (total - 1))
    let adjustedRows = rows - (rows - 1) * (rows - 1) / (total - 1)
    let adjustedColumns = columns - (columns - 1) * (columns - 1) / (total - 1)
    let room = min(adjustedRows, adjustedColumns) - 1
    return room > 0 ? min(1, (strength / room).squareRoot()) : 0
  }

  /// The noncentralities under which the observed χ² would be at the ends of the middle `level`.
  private func noncentrality(level: Double) -> (lower: Double, upper: Double) {
    let freedom = degreesOfFreedom ?? 1
    func tails(_ noncentrality: Double) -> (lower: Double, upper: Double) {
      NoncentralChiSquare.tails(statistic, degreesOfFreedom: freedom, noncentrality: noncentrality)
    }
    let tail = (1 - level) / 2
    var reach = max(1, statistic)
    while tails(reach).lower > tail { reach *= 2 }
    let upper = tails(0).lower <= tail ? 0 : RootSearch.zero(from: 0, to: reach) { tails($0).lower - tail }
    let lower = tails(0).upper >= tail ? 0 : RootSearch.zero(from: 0, to: reach) { tails($0).upper - tail }
    return (min(lower, upper), upper)
  }
}
