/// Spearman's test of independence of two ordered variables: Pearson's correlation of their midranks.
///
/// - Shapes: a table whose rows and columns stand in order, or two values per person; both vary; three people at least.
/// - Units: only order matters in either variable.
/// - Null: the pairing is random. `.automatic` is exact by a walk over the tables with these margins while it takes at
///   most 20 million additions (nine people without ties, more with them), else draws 9,999 random tables or
///   rearrangements up to 10,000 people, Student's t with n − 2 degrees of freedom beyond; t on request.
/// - Cost: n log n, or rows × columns from a table; then as said for the null.
/// - Source: Spearman (1904), American Journal of Psychology 15(1), 72–101, doi:10.2307/1412159.
public struct SpearmanTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Spearman's rank correlation"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "The two variables are independent."

  /// Rho.
  public let statistic: Double
  /// n − 2, of Student’s t.
  public let degreesOfFreedom: Double?
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// Complete pairs.
  public let count: Int

  /// - Throws: ``SampleFault`` when a variable does not vary or for fewer than three people.
  public init(_ table: CrossCounts, null: NullDistribution = .automatic) throws(SampleFault) {
    let table = try table.checkedForAssociation()
    let n = table.total
    guard n >= 3 else { throw .tooFewValues(group: 0, needed: 3) }
    let rows = DoubledMidranks.ofCounts(table.rowTotals)
    let columns = DoubledMidranks.ofCounts(table.columnTotals)
    let centre = Double(n) * Double(n + 1) * Double(n + 1)
    let spread =
      (Self.spread(table.rowTotals) * Self.spread(table.columnTotals)).squareRoot()
    let score = OrderedTableScore(
      table: table,
      rowScore: { row, cells, _ in rows[row] * zip(cells, columns).reduce(0) { $0 + $1.0 * $1.1 } },
      centre: centre, deviation: spread / Double(n - 1).squareRoot())
    statistic = (Double(score.observed) - centre) / spread
    degreesOfFreedom = Double(n - 2)
    count = n
    // The standardised score is ρ √(n − 1).
    pValue = score.pValue(null) { Self.studentP($0 / Double(n - 1).squareRoot(), n) }
  }

  /// Takes two values per person, in the same order; a pair with a NaN is left out.
  ///
  /// - Throws: ``SampleFault`` when a variable does not vary or for fewer than three people.
  public init(_ first: [Double], _ second: [Double], null: NullDistribution = .automatic) throws(SampleFault) {
    precondition(first.count == second.count, "the two variables differ in length")
    let complete = first.indices.filter { !first[$0].isNaN && !second[$0].isNaN }
    let rows = DoubledMidranks(complete.map { first[$0] })
    let columns = DoubledMidranks(complete.map { second[$0] })
    let n = complete.count
    guard n >= 3 else { throw .tooFewValues(group: 0, needed: 3) }
    guard rows.tieSizes.count > 1, columns.tieSizes.count > 1 else { throw .noVariation }
    if rows.tieSizes.count * columns.tieSizes.count <= max(4 * n, 144) {
      try self.init(CrossCounts(first, second), null: null)
      return
    }
    let spread = (Self.spread(rows.tieSizes) * Self.spread(columns.tieSizes)).squareRoot()
    let centre = Double(n) * Double(n + 1) * Double(n + 1)
    let rho = (Double(zip(rows.ranks, columns.ranks).reduce(0) { $0 + $1.0 * $1.1 }) - centre) / spread
    guard let permutation = null.roads(limit: 0).permutation, null != .automatic || n <= 10_000 else {
      self.init(rho, count: n, pValue: .asymptotic(Self.studentP(rho, n), smallest: 0))
      return
    }
    let extreme = countExtreme(count: permutation.count, seed: permutation.seed, columns.ranks) { others, stream in
      others.shuffle(using: &stream)
      let score = Double(zip(rows.ranks, others).reduce(0) { $0 + $1.0 * $1.1 })
      return isAtLeast(abs(score - centre) / spread, abs(rho))
    }
    self.init(
      rho, count: n,
      pValue: .permuted(extreme: extreme, count: permutation.count, seed: permutation.seed, designMinimum: 0))
  }

  private init(_ rho: Double, count: Int, pValue: PValue) {
    statistic = rho
    degreesOfFreedom = Double(count - 2)
    self.count = count
    self.pValue = pValue
  }

  /// The sum of squared distances of doubled midranks from their mean, from the sizes of the groups of equal values.
  private static func spread(_ sizes: [Int]) -> Double {
    let n = Double(sizes.reduce(0, +))
    return (n * (n - 1) * (n + 1) - DoubledMidranks.tieSum(sizes)) / 3
  }

  private static func studentP(_ rho: Double, _ n: Int) -> Double {
    guard abs(rho) < 1 - 1e-12 else { return 0 }
    let t = abs(rho) * (Double(n - 2) / ((1 - rho) * (1 + rho))).squareRoot()
    return StudentDistribution.bothTails(t, degreesOfFreedom: Double(n - 2))
  }
}
