/// Cochran's Q: are several yes–no answers of the same people yes equally often?
///
/// - Shapes: one row per person, one column per question; two or more of each. People who answer all alike carry no information.
/// - Null: χ² with questions − 1 degrees of freedom, or the choices of ``BlockedKruskalWallisTest``, of which it is a case.
/// - Cost: as ``FriedmanTest``.
/// - Source: Cochran (1950), Biometrika 37(3–4), 256–266, doi:10.2307/2332378.
public struct CochranTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Cochran's Q test"
  /// Q.
  public let statistic: Double
  /// The number of questions less one.
  public let degreesOfFreedom: Double?
  /// The p-value.
  public let pValue: PValue

  /// - Throws: ``SampleFault`` for fewer than two questions or people, or when everybody answers all questions alike.
  public init(_ rows: [[Bool]], null: NullDistribution = .asymptotic) throws(SampleFault) {
    let friedman = try FriedmanTest(rows.map { $0.map { $0 ? 1 : 0 } }, null: null)
    statistic = friedman.statistic
    degreesOfFreedom = friedman.degreesOfFreedom
    pValue = friedman.pValue
  }
}
