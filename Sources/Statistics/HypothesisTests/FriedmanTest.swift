/// The Friedman test: do people rate several things alike, each person ranking all of them?
///
/// - Shapes: one row per person, one column per thing; two or more of each; complete rows.
/// - Units: only order within a row matters; values that differ by no more than 10⁻⁹ are tied.
/// - Null: as ``BlockedKruskalWallisTest``, of which it is the case with one value per person and thing.
/// - Cost: exact, the product of the rows' arrangements; permuted, draws × cells.
/// - Source: Friedman (1937), JASA 32(200), 675–701, doi:10.1080/01621459.1937.10503522; Iman & Davenport (1980),
///   Communications in Statistics A 9(6), 571–595.
public struct FriedmanTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Friedman test"
  /// χ², corrected for ties.
  public let statistic: Double
  /// The number of things less one.
  public let degreesOfFreedom: Double?
  /// The p-value.
  public let pValue: PValue
  /// Kendall's coefficient of concordance, from 0 to 1.
  public let kendallW: Double
  /// Iman and Davenport's F and its p-value, a better limit than χ²; nil when all people agree fully.
  public let imanDavenport: (f: Double, p: Double)?

  /// - Throws: ``SampleFault`` for fewer than two things, fewer than two people, or rows that are all tied.
  public init(_ rows: [[Double]], null: NullDistribution = .asymptotic) throws(SampleFault) {
    guard let things = rows.first?.count, things >= 2 else { throw .fewerThanTwoGroups }
    precondition(rows.allSatisfy { $0.count == things }, "rows differ in length")
    guard rows.count >= 2 else { throw .tooFewValues(group: 0, needed: 2) }
    let blocked = try BlockedKruskalWallisTest(rows.map { ValueCounts(groups: $0.map { [$0] }) }, null: null)
    let (n, k) = (Double(rows.count), Double(things))
    let chiSquare = blocked.statistic
    statistic = chiSquare
    degreesOfFreedom = blocked.degreesOfFreedom
    pValue = blocked.pValue
    kendallW = min(1, chiSquare / (n * (k - 1)))
    let rest = n * (k - 1) - chiSquare
    if rest > 1e-9 * n * k {
      let f = (n - 1) * chiSquare / rest
      imanDavenport = (f, FDistribution.upperTail(f, k - 1, (k - 1) * (n - 1)))
    } else {
      imanDavenport = nil
    }
  }
}
