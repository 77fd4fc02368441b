/// Kendall's test of independence of two ordered variables, by concordant less discordant pairs.
///
/// - Shapes: a table whose rows and columns stand in order, or two values per person; both vary.
/// - Units: only order matters in either variable.
/// - Null: the pairing is random. `.automatic`: without ties exact to 200 people, by the distribution of inversions;
///   with ties exact by a walk over the tables with these margins while it takes at most 20 million additions; else
///   9,999 random tables or, from values with more than 4 × n cells, rearrangements up to 1,000 people and the normal
///   limit beyond. The limit has the full correction for ties and no continuity correction.
/// - Cost: pairs by n log n or rows × columns; then as said for the null.
/// - Source: Kendall (1938), Biometrika 30(1–2), 81–93, doi:10.1093/biomet/30.1-2.81; variance as Kendall & Gibbons
///   (1990).
public struct KendallTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Kendall's rank correlation"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "The two variables are independent."

  /// Tau-b.
  public let statistic: Double
  /// None: the limit distribution is normal.
  public let degreesOfFreedom: Double? = nil
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// Concordant less discordant pairs, in standard deviations.
  public let standardized: Double
  /// The pairs, and the other coefficients made from them.
  public let concordance: Concordance
  /// The number of pairs that agree.
  public var concordant: Int { concordance.concordant }
  /// The number of pairs that disagree.
  public var discordant: Int { concordance.discordant }
  /// Goodman and Kruskal's gamma; nil when no pair differs on both.
  public var gamma: Double? { concordance.gamma }

  /// - Throws: ``SampleFault`` when a variable does not vary.
  public init(_ table: CrossCounts, null: NullDistribution = .automatic) throws(SampleFault) {
    let table = try table.checkedForAssociation()
    let concordance = Concordance(table)
    let pValue =
      Self.withoutTies(concordance, null: null) ?? Self.score(table, concordance).pValue(null)
    try self.init(concordance, pValue: pValue)
  }

  /// Takes two values per person, in the same order; a pair with a NaN is left out.
  ///
  /// - Throws: ``SampleFault`` when a variable does not vary.
  public init(_ first: [Double], _ second: [Double], null: NullDistribution = .automatic) throws(SampleFault) {
    let concordance = Concordance(first, second)
    guard concordance.count >= 2 else { throw .tooFewValues(group: 0, needed: 2) }
    guard concordance.tauB != nil else { throw .noVariation }
    let (n, cells) = (concordance.count, concordance.firstTies.count * concordance.secondTies.count)
    if cells <= max(4 * n, 144) {
      try self.init(CrossCounts(first, second), null: null)
      return
    }
    let pValue =
      Self.withoutTies(concordance, null: null)
      ?? Self.rearranged(first, second, concordance, null: null) ?? Self.limit(concordance)
    try self.init(concordance, pValue: pValue)
  }

  private init(_ concordance: Concordance, pValue: PValue) throws(SampleFault) {
    guard let tau = concordance.tauB, concordance.nullVariance > 0 else { throw .noVariation }
    statistic = tau
    standardized = Double(concordance.score) / concordance.nullVariance.squareRoot()
    self.pValue = pValue
    self.concordance = concordance
  }

  private static func score(_ table: CrossCounts, _ concordance: Concordance) -> OrderedTableScore {
    OrderedTableScore(
      table: table,
      rowScore: { _, cells, left in
        var above = left.reduce(0, +)
        var below = 0
        return zip(cells, left).reduce(0) { sum, place in
          above -= place.1
          defer { below += place.1 }
          return sum + place.0 * (above - below)
        }
      },
      centre: 0, deviation: concordance.nullVariance.squareRoot())
  }

  /// The distribution of inversions of a random order of n: the sum of independent whole numbers, uniform on 0…i for
  /// each i < n.
  private static func withoutTies(_ concordance: Concordance, null: NullDistribution) -> PValue? {
    let n = concordance.count
    let isUntied = concordance.tiedOnFirst + concordance.tiedOnSecond + concordance.tiedOnBoth == 0
    guard isUntied, let limit = null.roads(limit: 200 * 200 * 200 / 4).exactLimit, n * n * n / 4 <= limit else {
      return nil
    }
    let most = n * (n - 1) / 2
    var chances = [Double](repeating: 0, count: most + 1)
    chances[0] = 1
    for size in 2..<max(n + 1, 2) {
      var window = 0.0
      let before = chances
      let reach = size * (size - 1) / 2
      for place in 0...reach {
        window += before[place]
        if place >= size { window -= before[place - size] }
        chances[place] = max(0, window) / Double(size)
      }
    }
    let fewest = min(concordance.discordant, concordance.concordant)
    let tail = 2 * fewest == most ? 1 : 2 * chances[...fewest].reduce(0, +)
    return .exact(tail, smallest: 2 * chances[0])
  }

  private static func rearranged(
    _ first: [Double], _ second: [Double], _ concordance: Concordance, null: NullDistribution
  ) -> PValue? {
    let isAutomatic = null == .automatic
    guard let permutation = null.roads(limit: 0).permutation, !isAutomatic || concordance.count <= 1_000 else {
      return nil
    }
    let complete = first.indices.filter { !first[$0].isNaN && !second[$0].isNaN }
    let ranks = DoubledMidranks(complete.map { first[$0] })
    let observed = Double(abs(concordance.score))
    let extreme = countExtreme(
      count: permutation.count, seed: permutation.seed, complete.map { second[$0] }
    ) { others, stream in
      others.shuffle(using: &stream)
      return isAtLeast(Double(abs(Concordance(ranks, DoubledMidranks(others)).score)), observed)
    }
    return .permuted(extreme: extreme, count: permutation.count, seed: permutation.seed, designMinimum: 0)
  }

  private static func limit(_ concordance: Concordance) -> PValue {
    let deviation = concordance.nullVariance.squareRoot()
    let untied = Double(concordance.concordant + concordance.discordant)
    let most = min(untied + Double(concordance.tiedOnFirst), untied + Double(concordance.tiedOnSecond))
    return .asymptotic(
      2 * GSL.normalUpperTail(abs(Double(concordance.score)) / deviation),
      smallest: 2 * GSL.normalUpperTail(most / deviation))
  }
}
