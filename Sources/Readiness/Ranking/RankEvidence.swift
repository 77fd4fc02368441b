import Statistics

/// Reads the draws of the ranked organisations: what `ranks.csv` and `pairwise.csv` hold.
///
/// - Cost: organisations² × draws; memory grows with organisations², never with organisations² × draws.
struct RankEvidence: Sendable {
  /// By rank and name.
  let rows: [RankRow]
  /// Every pair once, in the order of ``rows``.
  let pairs: [RankPair]
  /// What lies between the organisations; nil where it cannot be estimated.
  let shrinkage: EmpiricalBayes?

  /// Below this many people an organisation's own variance says little, and the pooled one is taken.
  static let ownVarianceMinimum = 10

  init(_ units: [RankedOrganization], ranking: OrganizationRanking, level: Double) {
    let sets = ranking.sets
    let draws = units.map(\.draws).map(Self.filled)
    let distribution = RankDistribution(draws: draws)
    let above = RankDistribution.superiority(draws: draws)
    let errors = draws.map { Moments($0).standardDeviation ?? 0 }
    let scores = units.map(\.score)
    let stretch = (try? ComparisonIntervals(standardErrors: errors, error: 1 - level))?.multiple
    let shrinkage = Self.shrinkage(units, errors: errors)
    let funnel = Self.funnel(units, errors: errors)
    let shrunkenRanks = shrinkage.map { Ranks.competition($0.shrunken) }
    let quarter = (units.count + 3) / 4
    let first = distribution.probability(ofFirst: 1)
    let firstQuarter = distribution.probability(ofFirst: quarter)
    let sucra = distribution.sucra ?? []
    let spreads = [0.05, 0.25, 0.5, 0.75, 0.95].map(distribution.quantiles)
    // One place for every pair, the larger number first.
    let needed = units.indices.map { unit in (0..<unit).map { sets.threshold(unit, $0)?.needed } }

    func margin(_ unit: Int, _ other: Int) -> RankRow.Margin {
      RankRow.Margin(
        organization: units[other].name, difference: abs(scores[unit] - scores[other]),
        needed: needed[max(unit, other)][min(unit, other)] ?? 0)
    }
    let order = units.indices.sorted { (ranking.ranks[$0], units[$0].name) < (ranking.ranks[$1], units[$1].name) }
    rows = order.map { unit in
      let others = units.indices.filter { $0 != unit }
      let winners = others.filter { sets.decides($0, above: unit) }
      let heldBelow = winners.min {
        Self.isNearer(scores[$0] - scores[unit], units[$0], scores[$1] - scores[unit], units[$1])
      }
      let losers = others.count { sets.decides(unit, above: $0) }
      let ties = others.filter { !sets.decides($0, above: unit) && !sets.decides(unit, above: $0) }
      // A tie is the nearer to being broken the larger its difference is beside what is needed.
      let tie = ties.map { (place: $0, share: Self.share(margin(unit, $0))) }
        .max { ($0.share, units[$1.place].name) < ($1.share, units[$0.place].name) }
      let openAbove = ties.filter { scores[$0] - scores[unit] > 1e-9 }
        .sorted { Self.isNearer(scores[$0], units[$0], scores[$1], units[$1]) }
      return RankRow(
        organization: units[unit].name, people: units[unit].showsPeople ? units[unit].people : nil, score: scores[unit],
        interval: units[unit].interval, standardError: errors[unit],
        comparisonInterval: stretch.map { z in
          ConfidenceInterval(
            lower: scores[unit] - z * errors[unit], upper: scores[unit] + z * errors[unit], level: level)
        },
        rank: ranking.ranks[unit], rankSet: sets.marginal[unit], band: sets.simultaneous[unit],
        probabilityFirst: first[unit], probabilityFirstQuarter: firstQuarter[unit], sucra: sucra[unit],
        spread: spreads.map { $0[unit] },
        shrunken: shrinkage.map {
          RankRow.Shrunken(
            score: $0.shrunken[unit], standardError: $0.standardErrors[unit], kept: $0.kept[unit],
            rank: shrunkenRanks?[unit] ?? 0)
        },
        // Its limits would tell how many people there are.
        funnel: !units[unit].showsPeople
          ? nil
          : funnel.map {
            RankRow.Funnel(
              limits: $0.limits(count: units[unit].people, level: FunnelLimits.levels.inner),
              place: $0.place(of: scores[unit], count: units[unit].people))
          },
        clearlyAbove: winners.count, clearlyBelow: losers, openAbove: openAbove.map { margin(unit, $0) },
        heldBelow: heldBelow.map { margin(unit, $0) }, nearestTie: tie.map { margin(unit, $0.place) },
        furtherPeople: tie.flatMap { tie in
          sets.threshold(unit, tie.place)?
            .furtherPeople(units[unit].people, difference: abs(scores[unit] - scores[tie.place]))
        }, hasSplitViews: units[unit].hasSplitViews)
    }
    pairs = order.indices.flatMap { place in
      order[(place + 1)...].map { other in
        let unit = order[place]
        return RankPair(
          first: units[unit].name, second: units[other].name, difference: max(0, scores[unit] - scores[other]),
          standardError: sets.standardError(unit, other), probabilityAbove: above[unit][other],
          isDecided: sets.decides(unit, above: other), needed: needed[max(unit, other)][min(unit, other)])
      }
    }
    self.shrinkage = shrinkage
  }

  private static func isNearer(_ a: Double, _ first: RankedOrganization, _ b: Double, _ second: RankedOrganization)
    -> Bool
  {
    (a, first.name) < (b, second.name)
  }

  private static func share(_ margin: RankRow.Margin) -> Double {
    margin.needed > 0 ? margin.difference / margin.needed : 0
  }

  /// A draw without value takes the next one that has one, as the rank sets do.
  private static func filled(_ draws: [Double]) -> [Double] {
    guard draws.contains(where: \.isNaN) else { return draws }
    guard var last = draws.first(where: { !$0.isNaN }) else { return draws.map { _ in 0 } }
    return draws.reversed().map { draw in
      if !draw.isNaN { last = draw }
      return last
    }.reversed()
  }

  /// Squared standard errors: the organisation's own from ten people, below that the pooled variance over its people.
  private static func squaredErrors(_ units: [RankedOrganization], _ errors: [Double]) -> [Double] {
    let freedom = units.reduce(0) { $0 + $1.people - 1 }
    let squares = zip(units, errors).reduce(0) { $0 + $1.1 * $1.1 * Double($1.0.people) * Double($1.0.people - 1) }
    let pooled = freedom > 0 ? squares / Double(freedom) : 0
    return zip(units, errors).map { unit, error in
      unit.people >= ownVarianceMinimum && error > 0 ? error * error : pooled / Double(unit.people)
    }
  }

  private static func shrinkage(_ units: [RankedOrganization], errors: [Double]) -> EmpiricalBayes? {
    try? EmpiricalBayes(means: units.map(\.score), squaredErrors: squaredErrors(units, errors))
  }

  private static func funnel(_ units: [RankedOrganization], errors: [Double]) -> FunnelLimits? {
    guard units.allSatisfy({ $0.people > 1 }) else { return nil }
    return try? FunnelLimits(
      means: units.map(\.score), variances: zip(units, errors).map { $1 * $1 * Double($0.people) },
      counts: units.map(\.people))
  }
}
