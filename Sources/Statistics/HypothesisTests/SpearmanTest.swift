/// Spearman's rank correlation: Pearson's correlation of mean ranks.
///
/// - Shapes: two values per person; at least three people; both measures vary.
/// - Units: only order matters; values that differ by no more than 10⁻⁹ are tied.
/// - Null: exact by enumeration up to 300,000 tables, else permuted, for up to 2,500 pairs of distinct values; t with n − 2
///   degrees of freedom beyond that.
/// - Cost: distinct values of one × of the other, times the draws.
/// - Source: Spearman (1904), American Journal of Psychology 15(1), 72–101, doi:10.2307/1412159.
public struct SpearmanTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Spearman's rank correlation"
  /// Rho, from −1 to 1.
  public let statistic: Double
  /// n − 2.
  public let degreesOfFreedom: Double?
  /// The two-sided p-value.
  public let pValue: PValue

  /// - Throws: ``SampleFault`` for fewer than three people or a measure that does not vary.
  public init(_ x: [Double], _ y: [Double], null: NullDistribution = .automatic) throws(SampleFault) {
    guard x.count >= 3 else { throw .tooFewValues(group: 0, needed: 3) }
    let cross = try CrossTable(x, y)
    let people = x.count
    /// Distances of doubled mean ranks from their mean.
    func ranks(_ totals: [Int]) -> [Double] {
      var below = 0
      return totals.map { total in
        defer { below += total }
        return Double(2 * below + total - people)
      }
    }
    let (rows, columns) = (ranks(cross.rowTotals), ranks(cross.columnTotals))
    func squares(_ ranks: [Double], _ totals: [Int]) -> Double {
      zip(ranks, totals).reduce(0) { $0 + $1.0 * $1.0 * Double($1.1) }
    }
    func product(_ table: [Int]) -> Double {
      var sum = 0.0
      for row in rows.indices {
        for column in columns.indices {
          sum += Double(table[row * columns.count + column]) * rows[row] * columns[column]
        }
      }
      return sum
    }
    let rho =
      product(cross.table) / (squares(rows, cross.rowTotals) * squares(columns, cross.columnTotals)).squareRoot()
    statistic = max(-1, min(1, rho))
    let freedom = Double(people - 2)
    degreesOfFreedom = freedom
    if let p = cross.permuted(null, { abs(product($0)) }) {
      pValue = p
    } else {
      let rest = 1 - rho * rho
      let t = rest > 0 ? abs(rho) * (freedom / rest).squareRoot() : .infinity
      pValue = .asymptotic(StudentDistribution.bothTails(t, degreesOfFreedom: freedom), smallest: 0)
    }
  }
}
