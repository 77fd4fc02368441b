/// The Mann–Whitney (Wilcoxon rank-sum) test: does one of two groups tend to have the higher values?
///
/// - Shapes: two groups of at least one value.
/// - Units: only order matters, so any strictly monotone change of unit leaves the result alone.
/// - Null: exact with ties, by convolving the doubled rank sum over the distinct values, or by meeting in the middle of them; permuted, as draws of tables; or
///   normal with corrections for ties and continuity. Two-sided: an outcome counts when |U − E| is at least the observed
///   one, compared in whole numbers. `automatic` is exact up to about twenty million additions, else 9,999 permutations
///   from seed 1.
/// - Cost: exact, the lesser of people² × lattice width and the square root of the number of tables; permuted, draws × distinct
///   values; asymptotic, distinct values.
/// - Source: Mann & Whitney (1947), Annals of Mathematical Statistics 18(1), 50–60, doi:10.1214/aoms/1177730491.
public struct MannWhitneyTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Mann–Whitney test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "Answers of both groups come from one distribution."
  /// U of the first group: the pairs in which it is the higher one, ties counted half.
  public let statistic: Double
  /// None: the statistic has no limit distribution with degrees of freedom.
  public var degreesOfFreedom: Double? { nil }
  /// The two-sided p-value.
  public let pValue: PValue

  /// - Throws: ``SampleFault`` for fewer than two groups, an empty group, or values that are all equal.
  public init(_ counts: ValueCounts, null: NullDistribution = .automatic) throws(SampleFault) {
    try counts.checkForComparison()
    precondition(counts.groupCount == 2, "the Mann–Whitney test compares two groups")
    let sizes = counts.groupTotals
    let stratum = RankStratum(counts)
    let observed = counts.doubledRankSums[0]
    statistic = Double(observed - sizes[0] * (sizes[0] + 1)) / 2
    let roads = null.roads(limit: 20_000_000)
    if let limit = roads.exactLimit, let p = stratum.exactTail(of: observed, stepLimit: limit) {
      pValue = .exact(p, smallest: stratum.smallestExact)
    } else if let (count, seed) = roads.permutation {
      let scores = stratum.scores.map { Double($0) }
      let draws = ScoreSumDraws([(stratum.valueTotals, sizes, scores)], groupCount: 2)
      let distance = Double(abs(observed - stratum.centre))
      let extreme = countExtreme(count: count, seed: seed, draws) { draws, stream in
        draws.rearrange(using: &stream)
        return abs(draws.sums[0] - Double(stratum.centre)) >= distance
      }
      pValue = .permuted(extreme: extreme, count: count, seed: seed, designMinimum: stratum.smallestExact)
    } else {
      pValue = .asymptotic(
        stratum.asymptotic(doubledDistance: abs(observed - stratum.centre)),
        smallest: stratum.asymptotic(doubledDistance: stratum.largestDistance))
    }
  }
}

/// Two groups of people ranked together: one stratum of a rank test, in doubled ranks and whole numbers.
struct RankStratum {
  let sizes: [Int]
  let valueTotals: [Int]
  let scores: [Int]
  /// The expectation of the first group's doubled rank sum.
  let centre: Int
  /// The variance of the first group's rank sum (not doubled) when labels are permuted.
  let variance: Double
  /// The least and the greatest doubled rank sum of the first group.
  let ends: (low: Int, high: Int)

  init(_ counts: ValueCounts) {
    sizes = counts.groupTotals
    valueTotals = counts.valueTotals
    scores = counts.doubledMidranks
    let total = sizes[0] + sizes[1]
    centre = sizes[0] * (total + 1)
    let n = Double(total)
    variance =
      total < 2 ? 0 : Double(sizes[0]) * Double(sizes[1]) / 12 * ((n + 1) - counts.tieSum / (n * (n - 1)))
    var ends: [Int] = []
    for order in [[0, 1], [1, 0]] {
      let table = TableEnumeration.consecutive(valueTotals: valueTotals, groupTotals: sizes, order: order)
      ends.append(zip(table, scores).reduce(0) { $0 + $1.0 * $1.1 })
    }
    self.ends = (ends[0], ends[1])
  }

  /// The number of people.
  var total: Int { sizes[0] + sizes[1] }

  /// The largest distance of the doubled rank sum from its expectation.
  var largestDistance: Int { max(centre - ends.low, ends.high - centre) }

  /// The null distribution of the first group's doubled rank sum; nil when it would cost more than `stepLimit`.
  func distribution(stepLimit: Int) -> ScoreSumDistribution? {
    ScoreSumDistribution(counts: valueTotals, scores: scores, drawn: sizes[0], stepLimit: stepLimit)
  }

  /// The probability of a doubled rank sum at least as far from expectation as `observed`, by the cheaper of two roads; nil
  /// when both would cost more than `stepLimit`.
  func exactTail(of observed: Int, stepLimit: Int) -> Double? {
    let halves = ScoreSumHalves(counts: valueTotals, scores: scores, drawn: sizes[0])
    let isSmall = halves.heldSums <= 500_000 || stepLimit == .max
    if isSmall && halves.steps <= Double(min(stepLimit, 2_000_000)) {
      return halves.probability(atLeastAsFarFrom: centre, as: observed)
    }
    let bound = isSmall ? min(stepLimit, Int(min(halves.steps, 1e18))) : stepLimit
    if let distribution = distribution(stepLimit: bound) {
      return distribution.probability(atLeastAsFarFrom: centre, as: observed)
    }
    return isSmall && halves.steps <= Double(stepLimit)
      ? halves.probability(atLeastAsFarFrom: centre, as: observed) : nil
  }

  /// ln of the probability of the least and of the greatest rank sum.
  var logEndProbabilities: (low: Double, high: Double) {
    func logProbability(_ order: [Int]) -> Double {
      TableEnumeration.logProbability(
        of: TableEnumeration.consecutive(valueTotals: valueTotals, groupTotals: sizes, order: order),
        valueTotals: valueTotals, groupTotals: sizes)
    }
    return (logProbability([0, 1]), logProbability([1, 0]))
  }

  /// The smallest exact two-sided p: the probability of the end, or of both ends when they are equally far.
  var smallestExact: Double {
    let ends = logEndProbabilities
    return (centre - self.ends.low == largestDistance ? exponential(ends.low) : 0)
      + (self.ends.high - centre == largestDistance ? exponential(ends.high) : 0)
  }

  /// The normal p of a distance, with the correction for continuity.
  func asymptotic(doubledDistance: Int) -> Double {
    let z = max(0, Double(doubledDistance) / 2 - 0.5) / variance.squareRoot()
    return min(1, 2 * GSL.normalUpperTail(z))
  }
}
