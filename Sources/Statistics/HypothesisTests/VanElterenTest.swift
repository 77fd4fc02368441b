/// The van Elteren test: two groups compared inside strata, such as respondent types inside organisations.
///
/// People are ranked within their stratum only, and each stratum's rank sum is weighted by 1 ÷ (n + 1), so that large
/// strata do not drown small ones and differences between strata cannot pass for differences between groups.
///
/// - Shapes: strata of two groups; a stratum that lacks a group, or in which all values are equal, carries no information
///   and is passed over.
/// - Units: only order within strata matters.
/// - Null: labels permuted within strata: exact, by convolving the strata's exact distributions on a lattice of whole
///   numbers; permuted; or normal. Two-sided: an outcome counts when |T − E| is at least the observed one, compared in whole
///   numbers where the lattice allows. `automatic` is exact up to about twenty million additions, else 9,999 permutations
///   from seed 1.
/// - Cost: exact, grows with the lattice, so with the least common multiple of the strata's n + 1; permuted, draws ×
///   strata; asymptotic, strata × distinct values.
/// - Source: van Elteren (1960), Bulletin of the International Statistical Institute 37, 351–361.
public struct VanElterenTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "van Elteren test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "Within every stratum, answers of both groups come from one distribution."
  /// The weighted rank sum of the first group, standardised: positive where it tends to have the higher values.
  public let statistic: Double
  /// None: the statistic has no limit distribution with degrees of freedom.
  public var degreesOfFreedom: Double? { nil }
  /// The two-sided p-value.
  public let pValue: PValue
  /// The number of strata that hold both groups.
  public let informativeStrata: Int

  /// - Throws: ``SampleFault`` when a group is empty in every stratum, when no stratum holds both groups, or when values do
  ///   not vary inside any of those that do.
  public init(_ strata: [ValueCounts], null: NullDistribution = .automatic) throws(SampleFault) {
    precondition(strata.allSatisfy { $0.groupCount == 2 }, "the van Elteren test compares two groups")
    for group in 0..<2 where !strata.contains(where: { $0.groupTotals[group] > 0 }) { throw .emptyGroup(group) }
    let informative = strata.filter { !$0.groupTotals.contains(0) }
    guard !informative.isEmpty else { throw .noInformativeStratum }
    informativeStrata = informative.count
    let varying = informative.filter(\.varies)
    guard !varying.isEmpty else { throw .noVariation }
    let ranked = varying.map { (stratum: RankStratum($0), observed: $0.doubledRankSums[0]) }

    /// Distances are in doubled ranks ÷ (n + 1).
    func weight(_ stratum: RankStratum) -> Double { 1 / Double(stratum.total + 1) }
    var distance = 0.0
    var variance = 0.0
    for (stratum, observed) in ranked {
      distance += Double(observed - stratum.centre) * weight(stratum)
      variance += stratum.variance * weight(stratum) * weight(stratum)
    }
    let deviation = variance.squareRoot()
    statistic = distance / 2 / deviation
    let ends = ranked.reduce((low: 0.0, high: 0.0)) { ends, entry in
      let stratum = entry.stratum
      return (
        ends.low + Double(stratum.centre - stratum.ends.low) * weight(stratum),
        ends.high + Double(stratum.ends.high - stratum.centre) * weight(stratum)
      )
    }
    let largest = max(ends.low, ends.high)
    var smallest = 0.0
    if isAtLeast(ends.low, largest) {
      smallest += exponential(ranked.reduce(0) { $0 + $1.stratum.logEndProbabilities.low })
    }
    if isAtLeast(ends.high, largest) {
      smallest += exponential(ranked.reduce(0) { $0 + $1.stratum.logEndProbabilities.high })
    }

    let roads = null.roads(limit: 20_000_000)
    if let limit = roads.exactLimit, let lattice = WeightedRankSum(ranked, stepLimit: limit) {
      pValue = .exact(
        lattice.distribution.probability(atLeastAsFarFrom: lattice.centre, as: lattice.observed), smallest: smallest)
    } else if let (count, seed) = roads.permutation {
      let draws = StratumDraws(ranked.map { ($0.stratum, weight($0.stratum)) })
      let observed = abs(distance)
      let extreme = countExtreme(count: count, seed: seed, draws) { draws, stream in
        isAtLeast(abs(draws.distance(using: &stream)), observed)
      }
      pValue = .permuted(extreme: extreme, count: count, seed: seed, designMinimum: smallest)
    } else {
      pValue = .asymptotic(
        min(1, 2 * GSL.normalUpperTail(abs(statistic))), smallest: 2 * GSL.normalUpperTail(largest / 2 / deviation))
    }
  }
}

/// The exact distribution of the weighted rank sum: doubled rank sums times the least common multiple of the n + 1.
private struct WeightedRankSum {
  let distribution: ScoreSumDistribution
  let centre: Int
  let observed: Int

  /// Nil when the lattice would be too wide or the work more than `stepLimit`.
  init?(_ strata: [(stratum: RankStratum, observed: Int)], stepLimit: Int) {
    var multiple = 1
    for (stratum, _) in strata {
      let size = stratum.total + 1
      let (product, overflow) = (multiple / greatestCommonDivisor(multiple, size)).multipliedReportingOverflow(by: size)
      guard !overflow, product < 1 << 31 else { return nil }
      multiple = product
    }
    // Strata of one size first: their sums share a coarse lattice.
    let order = strata.indices.sorted { (strata[$0].stratum.total, $0) < (strata[$1].stratum.total, $1) }
    var parts: [ScoreSumDistribution] = []
    for index in order {
      guard let own = strata[index].stratum.distribution(stepLimit: stepLimit) else { return nil }
      parts.append(own.scaled(by: multiple / (strata[index].stratum.total + 1)))
    }
    guard let sum = ScoreSumDistribution(sumOf: parts, stepLimit: stepLimit) else { return nil }
    distribution = sum
    var centre = 0
    var observed = 0
    for (stratum, sum) in strata {
      let factor = multiple / (stratum.total + 1)
      centre += stratum.centre * factor
      observed += sum * factor
    }
    self.centre = centre
    self.observed = observed
  }
}

/// Draws the strata's weighted distances from their expectations when labels are permuted.
private struct StratumDraws: Sendable {
  /// A cell of the alias tables of all strata: with a share of it one distance, else another.
  private struct Cell {
    var share: Double
    var distance: Double
    var other: Double
  }

  /// A stratum: its part of `cells`; or, where its exact distribution would cost too much, its place in `tables`.
  private struct Stratum {
    var start: Int
    var count: Int
    var table: Int
  }

  private var cells: [Cell] = []
  private var strata: [Stratum] = []
  private var tables: [(draws: ScoreSumDraws, centre: Double, weight: Double)] = []

  init(_ ranked: [(stratum: RankStratum, weight: Double)]) {
    for (stratum, weight) in ranked {
      if let distribution = stratum.distribution(stepLimit: 200_000) {
        let distances = distribution.positions.map { Double($0 - stratum.centre) * weight }
        let table = AliasTable(distribution.probabilities)
        strata.append(Stratum(start: cells.count, count: distances.count, table: -1))
        for (place, distance) in distances.enumerated() {
          cells.append(Cell(share: table.shares[place], distance: distance, other: distances[table.aliases[place]]))
        }
      } else {
        let draws = ScoreSumDraws(
          [(stratum.valueTotals, stratum.sizes, stratum.scores.map { Double($0) })], groupCount: 2)
        strata.append(Stratum(start: 0, count: 0, table: tables.count))
        tables.append((draws, Double(stratum.centre), weight))
      }
    }
  }

  /// The sum over all strata. One random number a stratum, over plain memory: this is where tests over many strata spend their time.
  mutating func distance(using stream: inout RandomStream) -> Double {
    var random = stream
    var sum = 0.0
    cells.withUnsafeBufferPointer { cells in
      for stratum in strata {
        if stratum.table < 0 {
          // As in ``AliasTable``.
          let product = random.next().multipliedFullWidth(by: UInt64(stratum.count))
          let cell = cells[stratum.start + Int(product.high)]
          sum += Double(product.low >> 11) * 0x1p-53 < cell.share ? cell.distance : cell.other
        } else {
          tables[stratum.table].draws.rearrange(using: &random)
          sum += (tables[stratum.table].draws.sums[0] - tables[stratum.table].centre) * tables[stratum.table].weight
        }
      }
    }
    stream = random
    return sum
  }
}
