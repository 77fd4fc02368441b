public import Statistics
public import Survey

/// One row of `models.csv`: an estimate, a test or a fact of a model.
public struct ModelRow: Sendable, Hashable {
  /// The model.
  public enum Model: String, Sendable, Hashable, CaseIterable {
    /// Proportional odds of the answers to an item.
    case proportionalOdds = "proportional_odds"
    /// Least squares, people taken as unrelated (HC3).
    case linear
    /// Least squares with errors that are honest about clusters (CR2).
    case linearClustered = "linear_clustered"
    /// Least squares with a random intercept of clusters, by restricted likelihood.
    case randomIntercept = "random_intercept"
    /// Weighted proportional odds of a population.
    case designOdds = "design_proportional_odds"
    /// Weighted least squares of a population.
    case designLinear = "design_linear"
    /// Weighted means of a population.
    case designMean = "design_mean"
  }

  /// What the row is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The mean of a group, or of everybody.
    case mean
    /// The mean where every term is at its reference.
    case intercept
    /// A threshold between two answers.
    case cut
    /// A level against the reference.
    case coefficient
    /// The same at one cut alone.
    case coefficientAtCut = "coefficient_at_cut"
    /// A test of a whole term.
    case test
    /// A variance or a share of it.
    case variance
    /// A fact of the weights.
    case weights
  }

  /// Every standard error that the model has.
  public struct Errors: Sendable, Hashable {
    /// People unrelated, with one variance, or by the likelihood.
    public var model: Double?
    /// People unrelated, whatever their variances.
    public var hc3: Double?
    /// Clusters, uncorrected.
    public var cr0: Double?
    /// Clusters, CR0 by the number of clusters.
    public var cr1: Double?
    /// Clusters, corrected for few of them.
    public var cr2: Double?
    /// By the design of the sample.
    public var design: Double?

    /// No error at all.
    public init() {}
  }

  /// The outcome.
  public let outcome: String
  /// The model.
  public let model: Model
  /// What the row is.
  public let kind: Kind
  /// The term; nil for what belongs to none.
  public var term: String?
  /// The level of the term.
  public var level: String?
  /// The level that it is held against.
  public var reference: String?
  /// The cut `1|2`, the test, or the fact; nil for a coefficient.
  public var item: String?
  /// The estimate; nil when withheld.
  public var estimate: Double?
  /// The standard error that interval and p rest on.
  public var standardError: Double?
  /// Its name: `model`, `hc3`, `cr1`, `cr2`, `reml` or `design`.
  public var errorKind: String?
  /// Every standard error.
  public var errors = Errors()
  /// t, z, χ² or F.
  public var statistic: Double?
  /// Degrees of freedom, of the numerator for F; nil for z.
  public var degreesOfFreedom: Double?
  /// Of F's denominator.
  public var denominator: Double?
  /// The p.
  public var p: Double?
  /// The interval of the estimate.
  public var interval: ConfidenceInterval?
  /// `profile` or `t`.
  public var intervalMethod: String?
  /// The odds ratio, for coefficients in log odds.
  public var oddsRatio: Double?
  /// Its interval.
  public var oddsRatioInterval: ConfidenceInterval?
  /// The chance that somebody of the level stands higher than somebody of the reference on the logistic scale that the answers are taken to
  /// be steps of, on which nobody ties.
  public var superiority: Double?
  /// The variance over that of a simple random sample.
  public var designEffect: Double?
  /// People in the model.
  public var n: Int?
  /// People of the level.
  public var nLevel: Int?
  /// Clusters.
  public var clusters: Int?
  /// Why there is a number or none.
  public var status = Status.ok
  /// What to know about the row.
  public var note = Phrase.empty
  /// About how far chance moves the estimate: the step of digits goes by it where no error is printed.
  var chance: Double?

  /// Makes a row without numbers.
  public init(outcome: String, model: Model, kind: Kind) {
    self.outcome = outcome
    self.model = model
    self.kind = kind
  }

  /// The row without its numbers, for the reason given.
  func withheld(_ status: Status, note: Phrase) -> ModelRow {
    var row = ModelRow(outcome: outcome, model: model, kind: kind)
    (row.term, row.level, row.reference, row.item) = (term, level, reference, item)
    (row.n, row.nLevel, row.clusters) = (n, nLevel, clusters)
    (row.status, row.note) = (status, note)
    return row
  }
}
