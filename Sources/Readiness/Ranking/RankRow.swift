public import Statistics

/// One ranked organisation: its rank, and everything that says how far to trust it.
public struct RankRow: Sendable, Hashable {
  /// The name as in the data.
  public let organization: String
  /// People with an overall score; nil where the number would tell of a few without one.
  public let people: Int?
  /// Overall readiness, 0 to 100.
  public let score: Double
  /// The interval of the score; nil where it never varies.
  public let interval: ConfidenceInterval?
  /// The standard deviation of the score over redrawn people.
  public let standardError: Double
  /// For a chart in which any two organisations may be compared by eye; nil where no score varies.
  public let comparisonInterval: ConfidenceInterval?
  /// Rank, ties sharing the smallest.
  public let rank: Int
  /// The marginal confidence set of the rank.
  public let rankSet: ClosedRange<Int>
  /// The simultaneous confidence set of the rank.
  public let band: ClosedRange<Int>
  /// The share of draws in which it is first, ties sharing.
  public let probabilityFirst: Double
  /// The share of draws in which it is among the first quarter, rounded up to whole places.
  public let probabilityFirstQuarter: Double
  /// The surface under the cumulative ranking curve, 0 (always last) to 1 (always first).
  public let sucra: Double
  /// Ranks at 5, 25, 50, 75 and 95% of the draws: a spread under redrawing, not a confidence set.
  public let spread: [Double]
  /// The score drawn towards the mean of all; nil where that cannot be had.
  public let shrunken: Shrunken?
  /// Where the organisation lies in the funnel; nil where that cannot be had.
  public let funnel: Funnel?
  /// Organisations that are clearly above it.
  public let clearlyAbove: Int
  /// Organisations that are clearly below it; from all others it cannot be told apart.
  public let clearlyBelow: Int
  /// Those with a higher score that it cannot be told apart from, the nearest first: the comparisons that failed.
  public let openAbove: [Margin]
  /// Of those that are clearly above it, the one that it came nearest to; nil when none is.
  public let heldBelow: Margin?
  /// Of those that it cannot be told apart from, the one that came nearest to it; nil when it stands apart from all.
  public let nearestTie: Margin?
  /// More people of this organisation, answering alike, after whom that tie would be broken; nil when no number would do, or no tie is left.
  public let furtherPeople: Int?
  /// Whether its people's views are split: the score is then a mean that ranks compare, and no level that they hold.
  public var hasSplitViews = false

  /// A score drawn towards the mean.
  public struct Shrunken: Sendable, Hashable {
    /// The shrunken score.
    public let score: Double
    /// Its standard error.
    public let standardError: Double
    /// The share of its distance from the mean that the organisation keeps.
    public let kept: Double
    /// Rank by the shrunken score.
    public let rank: Int
  }

  /// A place in the funnel.
  public struct Funnel: Sendable, Hashable {
    /// The limits at 95% for its number of people.
    public let limits: ClosedRange<Double>
    /// Where the score lies.
    public let place: FunnelLimits.Place
  }

  /// A comparison with one other organisation.
  public struct Margin: Sendable, Hashable {
    /// The other one.
    public let organization: String
    /// How far apart the two scores are, in points; never negative.
    public let difference: Double
    /// How far apart they would have to be to be told apart.
    public let needed: Double
  }
}

/// Two ranked organisations, the higher score first.
public struct RankPair: Sendable, Hashable {
  /// The one with the higher score; of equal ones the first by name.
  public let first: String
  /// The other.
  public let second: String
  /// The difference of their scores in points, not negative.
  public let difference: Double
  /// Its standard deviation over the draws.
  public let standardError: Double
  /// The share of draws in which the first is above the second, ties counting one half.
  public let probabilityAbove: Double
  /// Whether the simultaneous sets tell them apart.
  public let isDecided: Bool
  /// How far apart they would have to be to be told apart; nil once every pair is decided.
  public let needed: Double?
}
