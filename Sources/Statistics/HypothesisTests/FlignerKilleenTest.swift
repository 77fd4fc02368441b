/// The Fligner–Killeen test of spread: do several groups lie equally far from their medians, by normal scores of ranks?
///
/// The least sensitive of the tests of spread to answers that are not normal.
///
/// - Shapes: two or more groups of at least one value, some of them different from their group's median.
/// - Units: those of the values; distances that differ by no more than 10⁻⁹ are tied.
/// - Null: χ² with groups − 1 degrees of freedom.
/// - Cost: groups × distinct values × its logarithm.
/// - Source: Fligner & Killeen (1976), JASA 71(353), 210–213, doi:10.1080/01621459.1976.10481517; medians and scores as
///   Conover, Johnson & Johnson (1981), Technometrics 23(4), 351–361.
public struct FlignerKilleenTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Fligner–Killeen test of spread"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "All groups lie equally far from their own medians."
  /// χ².
  public let statistic: Double
  /// Groups − 1.
  public let degreesOfFreedom: Double?
  /// The p-value.
  public let pValue: PValue

  /// - Throws: ``SampleFault`` for fewer than two groups, an empty group, or distances that do not vary.
  public init(_ counts: ValueCounts) throws(SampleFault) {
    try counts.checkForComparison()
    // Distances of each group, as a table of groups × distances.
    let cells = (0..<counts.groupCount).flatMap { group in
      let median = counts.median(ofGroup: group)
      return counts.values.indices.filter { counts[group, $0] > 0 }.map { place in
        (group: group, distance: abs(counts.values[place] - median), count: counts[group, place])
      }
    }
    let distances = ValueCounts(groups: [cells.map(\.distance)]).values
    var table = [Int](repeating: 0, count: counts.groupCount * distances.count)
    for cell in cells {
      let place = max(0, (distances.firstIndex { $0 > cell.distance } ?? distances.count) - 1)
      table[cell.group * distances.count + place] += cell.count
    }
    let spread = ValueCounts(values: distances, groupCount: counts.groupCount, counts: table)
    guard spread.varies else { throw .noVariation }
    let total = Double(spread.valueTotals.reduce(0, +))
    let scores = spread.doubledMidranks.map { GSL.normalQuantile((1 + Double($0) / 2 / (total + 1)) / 2) }
    let groups = (0..<counts.groupCount).map { Moments(values: scores, counts: spread.row($0)) }
    let between = VarianceTable(groups)
    let variance = (between.between.squares + between.within.squares) / (total - 1)
    let k = Double(counts.groupCount - 1)
    statistic = between.between.squares / variance
    degreesOfFreedom = k
    pValue = .asymptotic(GSL.chiSquareUpperTail(statistic, degreesOfFreedom: k), smallest: 0)
  }
}
