/// The Brunner–Munzel test: is a random member of one group as likely to be higher as to be lower than one of the other?
///
/// Unlike the Mann–Whitney test it does not take the groups to have one shape and spread.
///
/// - Shapes: two groups of at least two values.
/// - Units: only order matters.
/// - Null: t with Satterthwaite's degrees of freedom, or the studentised statistic permuted: exact up to 300,000 tables under
///   `automatic`, else 9,999 permutations from seed 1. A variance of zero (complete separation) is floored for observed and
///   permuted tables alike, so a separated sample has the smallest p.
/// - Cost: tables, or draws, × distinct values.
/// - Source: Brunner & Munzel (2000), Biometrical Journal 42(1), 17–25; permuted, Neubert & Brunner (2007), Computational
///   Statistics & Data Analysis 51(10), 5192–5204.
public struct BrunnerMunzelTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Brunner–Munzel test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis =
    "A random member of one group is as likely to be higher as to be lower than one of the other."
  /// W: positive where the first group tends to have the higher values.
  public let statistic: Double
  /// Satterthwaite's degrees of freedom; nil where a variance is zero.
  public let degreesOfFreedom: Double?
  /// The two-sided p-value.
  public let pValue: PValue

  /// - Throws: ``SampleFault`` for fewer than two groups, a group of fewer than two values, values that are all equal, or a
  ///   limit distribution asked for where both placement variances are zero.
  public init(_ counts: ValueCounts, null: NullDistribution = .automatic) throws(SampleFault) {
    try counts.checkForComparison()
    precondition(counts.groupCount == 2, "the Brunner–Munzel test compares two groups")
    for (group, size) in counts.groupTotals.enumerated() where size < 2 {
      throw .tooFewValues(group: group, needed: 2)
    }
    let placements = Placements(counts)
    let (n, m) = (placements.first, placements.second)
    @Sendable func studentized(_ placements: Placements) -> Double {
      let variance = placements.firstSquares / (n - 1) / n + placements.secondSquares / (m - 1) / m
      return (placements.superiority - 0.5) / max(variance, 1e-12).squareRoot()
    }
    statistic = studentized(placements)
    let first = placements.firstSquares / (n - 1) / n
    let second = placements.secondSquares / (m - 1) / m
    let variance = first + second
    let freedom =
      variance > 1e-15 ? variance * variance / (first * first / (n - 1) + second * second / (m - 1)) : nil
    degreesOfFreedom = freedom
    let used = counts.selecting(groups: [0, 1])
    let values = used.values
    let permuted = TablePermutation(CrossCounts(used)).pValue(null, observed: used.counts, limit: 300_000) { table in
      abs(studentized(Placements(ValueCounts(values: values, groupCount: 2, counts: table))))
    }
    if let permuted {
      pValue = permuted
    } else if let freedom {
      pValue = .asymptotic(StudentDistribution.bothTails(statistic, degreesOfFreedom: freedom), smallest: 0)
    } else {
      throw .noVariation
    }
  }
}
