/// The generalised Cochran–Mantel–Haenszel test: are two unordered classifications associated within strata?
///
/// - Shapes: tables with the same rows and columns, one per stratum (one table, or one per organisation). A stratum in
///   which rows or columns do not vary is skipped and counted.
/// - Units: only which people share a row or a column matters, not any order.
/// - Null: people are assigned to rows at random within strata. `.automatic` is the χ² limit when 30 people or more are
///   in informative strata, else 9,999 random tables per stratum; there is no exact road, and `.exact` draws as
///   `.automatic` does for few.
/// - Cost: the square of (rows − 1)(columns − 1) per draw, plus strata × cells; never people.
/// - Source: Birch (1965), JRSS B 27(1), 111–124; Landis, Heyman & Koch (1978), International Statistical Review 46(3),
///   237–254.
public struct GeneralAssociationTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "generalised Cochran–Mantel–Haenszel test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "Within every stratum, rows and columns are independent."

  /// χ² of general association.
  public let statistic: Double
  /// (Rows − 1)(columns − 1), less what no stratum can tell apart.
  public let degreesOfFreedom: Double?
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// Strata that carry information.
  public let informativeStrata: Int
  /// Strata left out because rows or columns do not vary in them.
  public let skippedStrata: Int

  /// - Throws: ``SampleFault/noInformativeStratum`` when rows or columns vary in no stratum.
  public init(_ strata: [CrossCounts], null: NullDistribution = .automatic) throws(SampleFault) {
    guard let shape = strata.first else { throw .noInformativeStratum }
    precondition(
      strata.allSatisfy { $0.rowCount == shape.rowCount && $0.columnCount == shape.columnCount },
      "strata differ in rows or columns")
    let informative = strata.filter { stratum in
      stratum.rowTotals.count { $0 > 0 } > 1 && stratum.columnTotals.count { $0 > 0 } > 1
    }
    guard !informative.isEmpty else { throw .noInformativeStratum }
    let form = AssociationForm(informative)
    let observed = form.chiSquared(informative.map(\.counts))
    statistic = observed
    degreesOfFreedom = Double(form.rank)
    informativeStrata = informative.count
    skippedStrata = strata.count - informative.count
    let people = informative.reduce(0) { $0 + $1.total }
    let permutation: (count: Int, seed: UInt64)? =
      switch null {
      case .asymptotic: nil
      case .automatic: people < 30 ? (9_999, 1) : nil
      case .exact: (9_999, 1)
      case .permutation(let count, let seed), .exactOrPermutation(let count, let seed): (count, seed)
      }
    guard let permutation else {
      pValue = .asymptotic(
        GSL.chiSquareUpperTail(observed, degreesOfFreedom: Double(form.rank)), smallest: 0)
      return
    }
    let draws = informative.map { TableDraws(rows: $0.rowTotals, columns: $0.columnTotals) }
    let extreme = countExtreme(count: permutation.count, seed: permutation.seed, draws) { draws, stream in
      for index in draws.indices { draws[index].rearrange(using: &stream) }
      return isAtLeast(form.chiSquared(draws.map(\.table)), observed)
    }
    pValue = .permuted(
      extreme: extreme, count: permutation.count, seed: permutation.seed,
      designMinimum: informative.reduce(1) { $0 * TablePermutation($1).leastProbability })
  }
}

/// The cells that carry an association, their expectation and their inverse covariance summed over strata.
private struct AssociationForm {
  private let rows: [Int]
  private let columns: [Int]
  private let columnCount: Int
  private let expected: [Double]
  private let form: QuadraticForm

  init(_ strata: [CrossCounts]) {
    let shape = strata[0]
    let rowSums = (0..<shape.rowCount).filter { row in strata.contains { $0.rowTotals[row] > 0 } }
    let columnSums = (0..<shape.columnCount).filter { column in strata.contains { $0.columnTotals[column] > 0 } }
    let rows = Array(rowSums.dropLast())
    let columns = Array(columnSums.dropLast())
    let size = rows.count * columns.count
    var expected = [Double](repeating: 0, count: size)
    var covariance = [Double](repeating: 0, count: size * size)
    for stratum in strata {
      let n = Double(stratum.total)
      let rowTotals = stratum.rowTotals.map { Double($0) }
      let columnTotals = stratum.columnTotals.map { Double($0) }
      for place in 0..<size {
        let (row, column) = (rows[place / columns.count], columns[place % columns.count])
        expected[place] += rowTotals[row] * columnTotals[column] / n
        for other in 0..<size {
          let (otherRow, otherColumn) = (rows[other / columns.count], columns[other % columns.count])
          let rowPart = rowTotals[row] * ((row == otherRow ? n : 0) - rowTotals[otherRow])
          let columnPart = columnTotals[column] * ((column == otherColumn ? n : 0) - columnTotals[otherColumn])
          covariance[place * size + other] += rowPart * columnPart / (n * n * (n - 1))
        }
      }
    }
    self.rows = rows
    self.columns = columns
    columnCount = shape.columnCount
    self.expected = expected
    form = QuadraticForm(covariance: covariance, dimension: size)
  }

  var rank: Int { form.rank }

  func chiSquared(_ tables: [[Int]]) -> Double {
    let sums = expected.indices.map { place in
      let cell = rows[place / columns.count] * columnCount + columns[place % columns.count]
      return tables.reduce(0) { $0 + Double($1[cell]) }
    }
    return form.value(sums, about: expected)
  }
}
