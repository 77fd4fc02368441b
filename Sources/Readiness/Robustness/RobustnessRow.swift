public import Statistics

/// How the rank of one organisation moves when the ranking is made in other ways.
public struct RobustnessRow: Sendable, Hashable {
  /// The name as in the data.
  public let organization: String
  /// The rank under the published choices, among the organisations of the study.
  public let rank: Int
  /// Ranks at 5, 25, 50, 75 and 95% of the runs: a spread under redrawing and choice of method, not a confidence set.
  public let spread: [Double]
  /// The mean distance from ``rank`` over the runs, in places.
  public let meanShift: Double
  /// The share of runs that give the published rank.
  public let shareSame: Double
  /// The share of runs in which it is first, or first with others.
  public let shareFirst: Double
  /// What the variance of its rank is owed to; nil where its rank never moves.
  public let causes: Causes?
  /// The published ranking of it among all ranked organisations.
  public let published: RankRow?

  /// Shares of the variance of a rank by cause, adding up to 1; what causes do only together is split evenly between them.
  ///
  /// - Source: Shapley effects of three groups of inputs, Owen (2014), doi:10.1137/130936233.
  public struct Causes: Sendable, Hashable {
    /// Which people answered.
    public let sampling: Double
    /// Which weights the dimensions have.
    public let weights: Double
    /// Normalisation, aggregation, dimension left out and missing rule.
    public let method: Double
    /// How far the three shares would move with other runs of the same number, in their order: redrawn rows of the design; none where
    /// that was not asked for.
    public let intervals: [ConfidenceInterval]

    /// Makes a value from its parts.
    public init(sampling: Double, weights: Double, method: Double, intervals: [ConfidenceInterval] = []) {
      (self.sampling, self.weights, self.method) = (sampling, weights, method)
      self.intervals = intervals
    }
  }
}

/// How much one input moves one output.
public struct SensitivityRow: Sendable, Hashable {
  /// The organisation whose rank is explained; nil for the mean distance of all ranks from the published ones.
  public let organization: String?
  /// The input: respondents, weights, normalisation, aggregation, dimension_left_out or missing_rule.
  public let input: String
  /// Alternatives of the input.
  public let alternatives: Int
  /// The share of the variance that the input explains alone; nil where nothing varies.
  public let first: Double?
  /// Its interval.
  public let firstInterval: ConfidenceInterval?
  /// The share that it explains with all that it joins in.
  public let total: Double?
  /// Its interval.
  public let totalInterval: ConfidenceInterval?
  /// ``total`` from half of the points, to see whether it has settled.
  public let totalOfHalf: Double?
  /// Whether there is a number.
  public let status: Status
}
