/// Confidence sets for ranks, from joint draws of the units' scores; the highest score has rank 1.
///
/// Unit k is set above unit j when their difference exceeds what the draws allow: c standard deviations of the difference,
/// c the level's quantile of the largest standardised difference over all ordered pairs still in question. Pairs that are
/// decided are dropped and c is found again (step-down). A unit's set runs from 1 + the units set above it to the number
/// of units less those set below it. The marginal set considers only the pairs with the unit itself: it holds for one
/// unit named beforehand, and is for print beside the rank. The simultaneous sets hold for all units at once, and make
/// bands. Percentiles of bootstrap ranks are not confidence intervals and are not offered.
///
/// Draws show the size of an error but not how badly few people know it. With `degreesOfFreedom` a pair is decided when its difference lies
/// as far out in Student's t, with the degrees of freedom of the pair, as c does in the normal distribution.
///
/// - Shapes: `draws[unit][draw]`, equally many draws for each unit, already scaled (see ``BootstrapMeans``).
/// - Units: scores and draws share a unit; only their differences matter.
/// - Ties: a pair whose difference never varies is decided by its scores alone, and left undecided when they are equal.
/// - Cost: units² × draws, a few times over; memory grows with units², never with units² × draws.
/// - Source: Mogstad, Romano, Shaikh & Wilhelm (2024), Review of Economic Studies 91(1), 476–518, doi:10.1093/restud/rdad006.
public struct RankConfidenceSets: Sendable {
  /// One set per unit, for its rank alone.
  public let marginal: [ClosedRange<Int>]
  /// One set per unit, for all ranks together.
  public let simultaneous: [ClosedRange<Int>]
  /// How many standard deviations of the difference the last step of the simultaneous sets asked of a pair whose error is known; nil
  /// when no pair was left in question.
  public let critical: Double?
  private let pairs: PairwiseDifferences
  private let beaten: [Bool]

  /// Whether the simultaneous sets put the first unit above the second.
  public func decides(_ unit: Int, above other: Int) -> Bool { beaten[unit * marginal.count + other] }

  /// The standard deviation of the difference of two units over the draws; 0 where it never varies.
  public func standardError(_ unit: Int, _ other: Int) -> Double { pairs.standardError(unit, other) }

  /// What the simultaneous sets asked of two units in their last step; nil when no pair was left in question.
  public func threshold(_ unit: Int, _ other: Int) -> PairThreshold? {
    critical.map { pairs.threshold(unit, other, critical: $0) }
  }

  /// Makes the sets. A draw without value (NaN) takes the unit's next draw that has one.
  ///
  /// - Parameters:
  ///   - scores: one for each unit; higher is better.
  ///   - draws: for each unit its score in every draw.
  ///   - level: how often a set is to hold the true rank, between 0 and 1.
  ///   - degreesOfFreedom: of each unit's error, such as people less one; nil where errors are known.
  public init(scores: [Double], draws: [[Double]], level: Double = 0.95, degreesOfFreedom: [Double]? = nil) {
    precondition(scores.count == draws.count, "draws do not fit the scores")
    let pairs = PairwiseDifferences(scores: scores, draws: draws, degreesOfFreedom: degreesOfFreedom)
    let decided = pairs.decideAll(level: level)
    self.pairs = pairs
    beaten = decided.beaten
    critical = decided.critical.isFinite ? decided.critical : nil
    simultaneous = pairs.sets(beaten: decided.beaten)
    marginal = scores.indices.map { unit in
      let (above, below) = pairs.decide(for: unit, level: level)
      return (1 + above)...(scores.count - below)
    }
  }
}
