/// Confidence sets for the ranks of counts, such as how many people put each factor first; the largest count has rank 1.
///
/// Of people who named j or k, as many name either when both are equally popular: category k is set above j when
/// P(Bin(xⱼ + xₖ, ½) ≥ xₖ), adjusted by Holm's method over all ordered pairs (simultaneous) or over those with one category
/// (marginal), is at most 1 − level. Nothing is assumed about large samples.
///
/// - Shapes: one count per category, none negative.
/// - Units: people.
/// - Cost: categories² tails.
/// - Source: Bazylik, Mogstad, Romano, Shaikh & Wilhelm (2021), NBER Working Paper 29519, doi:10.3386/w29519.
public struct CountRankSets: Sendable, Hashable {
  /// One set per category, for its rank alone.
  public let marginal: [ClosedRange<Int>]
  /// One set per category, for all ranks together.
  public let simultaneous: [ClosedRange<Int>]

  /// Makes the sets.
  public init(counts: [Int], level: Double = 0.95) {
    precondition(counts.allSatisfy { $0 >= 0 }, "a count is negative")
    precondition(level > 0 && level < 1, "a level lies inside 0 to 1")
    let size = counts.count
    let pairs = counts.indices.flatMap { winner in
      counts.indices.filter { $0 != winner }.map { (winner: winner, loser: $0) }
    }
    let p = pairs.map { Self.tail(counts[$0.winner], of: counts[$0.winner] + counts[$0.loser]) }

    func sets(_ adjusted: [Double], _ places: [Int], for unit: Int) -> ClosedRange<Int> {
      let decided = zip(places, adjusted).filter { $1 <= 1 - level }.map { pairs[$0.0] }
      return (1 + decided.count { $0.loser == unit })...(size - decided.count { $0.winner == unit })
    }
    let all = Multiplicity.holm(p)
    simultaneous = counts.indices.map { sets(all, Array(pairs.indices), for: $0) }
    marginal = counts.indices.map { unit in
      let own = pairs.indices.filter { pairs[$0].winner == unit || pairs[$0].loser == unit }
      return sets(Multiplicity.holm(own.map { p[$0] }), own, for: unit)
    }
  }

  /// P(Bin(n, ½) ≥ x).
  private static func tail(_ x: Int, of n: Int) -> Double {
    x == 0 ? 1 : BetaDistribution.lowerTail(0.5, Double(x), Double(n - x + 1))
  }
}
