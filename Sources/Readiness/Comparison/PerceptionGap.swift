/// One row of `perception-gaps.csv`: how two groups of respondents see one measure differently.
///
/// All rows of one grouping form one declared family: ``pAdjusted`` is Holm's over every pair, measure and kind.
public struct PerceptionGap: Sendable, Hashable {
  /// Which property of the two groups' answers is compared.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// How ready they say that the organisation is: difference of mean readiness, points.
    case level
    /// How far they agree among themselves: difference of the mean distance from the group's own median, points.
    case consensus
    /// How many of the asked questions they answer with “don't know”: difference of shares, percentage points.
    case knowledge
  }

  /// The grouping column.
  public let by: String
  /// The first group.
  public let groupA: String
  /// The second group.
  public let groupB: String
  /// The measure's id.
  public let measure: String
  /// Which property.
  public let kind: Kind
  /// People of the first group that count; nil when hidden.
  public let nA: Int?
  /// People of the second group that count; nil when hidden.
  public let nB: Int?
  /// The first group's value, in the kind's unit; nil when hidden.
  public let valueA: Double?
  /// The second group's value.
  public let valueB: Double?
  /// First minus second, with its interval.
  public let difference: Estimate
  /// How the interval was made, in plain words; empty without one.
  public let intervalMethod: String
  /// The test, as in ``Comparison/method``.
  public let method: String
  /// How organisations entered.
  public let design: ComparisonEvidence.Design?
  /// The p-value; nil when the comparison cannot be made.
  public let p: PValue?
  /// Holm-adjusted over the whole family.
  public let pAdjusted: Double?
  /// Why there is a number or none.
  public let status: Status
  /// Why, or a caution; empty when there is nothing to add.
  public let note: Phrase

  /// Makes a value from its parts.
  public init(
    by: String, groupA: String, groupB: String, measure: String, kind: Kind, nA: Int?, nB: Int?, valueA: Double?,
    valueB: Double?, difference: Estimate, intervalMethod: String, method: String, design: ComparisonEvidence.Design?,
    p: PValue?, pAdjusted: Double?, status: Status, note: Phrase
  ) {
    self.by = by
    self.groupA = groupA
    self.groupB = groupB
    self.measure = measure
    self.kind = kind
    self.nA = nA
    self.nB = nB
    self.valueA = valueA
    self.valueB = valueB
    self.difference = difference
    self.intervalMethod = intervalMethod
    self.method = method
    self.design = design
    self.p = p
    self.pAdjusted = pAdjusted
    self.status = status
    self.note = note
  }
}
