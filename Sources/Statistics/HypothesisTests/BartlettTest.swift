/// Bartlett's test of spread: do several normal groups have one variance?
///
/// Sensitive to answers that are not normal, so ``LeveneTest`` comes first for questionnaires.
///
/// - Shapes: two or more groups of at least two values that vary within each group.
/// - Units: those of the values; the statistic has none.
/// - Null: χ² with groups − 1 degrees of freedom.
/// - Cost: the number of groups.
/// - Source: Bartlett (1937), Proceedings of the Royal Society A 160(901), 268–282, doi:10.1098/rspa.1937.0109.
public struct BartlettTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Bartlett's test of spread"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "All groups have one variance, and answers are normal."
  /// K², with Bartlett's correction.
  public let statistic: Double
  /// Groups − 1.
  public let degreesOfFreedom: Double?
  /// The p-value.
  public let pValue: PValue

  /// - Throws: ``SampleFault`` for fewer than two groups, a group of fewer than two values, or a group without variation.
  public init(_ groups: [Moments]) throws(SampleFault) {
    guard groups.count >= 2 else { throw .fewerThanTwoGroups }
    for (group, moments) in groups.enumerated() where moments.count < 2 { throw .tooFewValues(group: group, needed: 2) }
    guard groups.allSatisfy({ $0.squares > 0 }) else { throw .noVariation }
    let table = VarianceTable(groups)
    let freedoms = groups.map { Double($0.count - 1) }
    let total = Double(table.within.degreesOfFreedom)
    let logs = zip(groups, freedoms).reduce(0) { $0 + $1.1 * GSL.logarithm($1.0.squares / $1.1) }
    let k = Double(groups.count - 1)
    let correction = 1 + (freedoms.reduce(0) { $0 + 1 / $1 } - 1 / total) / (3 * k)
    statistic = max(0, total * GSL.logarithm(table.within.meanSquare) - logs) / correction
    degreesOfFreedom = k
    pValue = .asymptotic(GSL.chiSquareUpperTail(statistic, degreesOfFreedom: k), smallest: 0)
  }
}
