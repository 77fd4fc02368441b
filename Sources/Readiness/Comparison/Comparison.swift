/// One row of `comparisons.csv`.
public struct Comparison: Sendable, Hashable {
  /// The declared family: `overall`, `dimensions`, `co`, `steps`, each with `_pairs` for its pairwise rows; `dont_know`; `items`
  /// where the plan asks for it; of the budget `allocation`, `allocation_pairs`, `allocation_factors` and
  /// `allocation_agreement`.
  public let family: String
  /// The measure's id, or the item's code.
  public let measure: String
  /// The grouping column.
  public let by: String
  /// The first group, or `all` for a comparison of all groups at once.
  public let groupA: String
  /// The second group; nil for a comparison of all groups at once.
  public let groupB: String?
  /// People in the first group (in all groups for `all`); nil when hidden.
  public let nA: Int?
  /// People in the second group; nil when hidden.
  public let nB: Int?
  /// Whether this is the row to read: pooled tests stand beside it and never alone.
  public let primary: Bool
  /// The test: `van_elteren`, `blocked_kruskal_wallis`, `whole_organisation_permutation`, `mann_whitney`, `kruskal_wallis`,
  /// and those beside them.
  public let method: String
  /// The test statistic.
  public let statistic: Double?
  /// Degrees of freedom of the limit distribution.
  public let degreesOfFreedom: Double?
  /// The p-value; nil when the comparison cannot be made.
  public let p: PValue?
  /// Adjusted within the family as the evidence says; rows beside the primary ones with those of their own method. Nil where `p`
  /// is nil, and where a method stands alone.
  public let pAdjusted: Double?
  /// The effect with its interval.
  public let effect: EffectSize?
  /// Why there is a number or none.
  public let status: Status
  /// Why, or a caution, in plain words; empty when there is nothing to add.
  public let note: Phrase
  /// How organisations entered, and how far the effect could move.
  public let evidence: ComparisonEvidence

  /// Makes a value from its parts.
  public init(
    family: String, measure: String, by: String, groupA: String, groupB: String?, nA: Int?, nB: Int?, primary: Bool,
    method: String, statistic: Double?, degreesOfFreedom: Double?, p: PValue?, pAdjusted: Double?, effect: EffectSize?,
    status: Status, note: Phrase, evidence: ComparisonEvidence = ComparisonEvidence()
  ) {
    self.family = family
    self.measure = measure
    self.by = by
    self.groupA = groupA
    self.groupB = groupB
    self.nA = nA
    self.nB = nB
    self.primary = primary
    self.method = method
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    self.p = p
    self.pAdjusted = pAdjusted
    self.effect = effect
    self.status = status
    self.note = note
    self.evidence = evidence
  }
}
