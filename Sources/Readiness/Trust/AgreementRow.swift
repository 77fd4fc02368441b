public import Statistics

/// One row of `agreement.csv`: do people of one organisation say the same, or, over the cohort, do organisations differ?
public struct AgreementRow: Sendable, Hashable {
  /// How far the people of one organisation gave the same answers to the items of a score.
  public struct Within: Sendable, Hashable {
    /// rwg(J) against people who answer by chance, every answer alike.
    public let rwgUniform: Double
    /// rwg(J) against a slight lean to one end; nil for scales of other than five answers.
    public let rwgSkewed: Double?
    /// r*wg(J) against the first; may be negative.
    public let rStarUniform: Double
    /// r*wg(J) against the second.
    public let rStarSkewed: Double?
    /// awg(J); nil where means are so near an end that people could not have disagreed.
    public let awg: Double?
    /// The mean distance from an item's mean, in answers.
    public let averageDeviation: Double
    /// The mean distance from an item's median, in answers.
    public let medianDeviation: Double
    /// Up to this an average deviation is customarily called agreement, in answers.
    public let customaryLimit: Double
  }

  /// How far organisations differ, over those that may be shown.
  public struct Between: Sendable, Hashable {
    /// ICC(1) and ICC(2) of people's scores; nil where they cannot be had.
    public let correlation: IntraclassCorrelation?
    /// Krippendorff's alpha of the answers, each item of each organisation being a unit; nil where it cannot be had, and for
    /// scores that are not of one dimension.
    public let krippendorff: Double?
    /// Units that two people or more answered; nil where there is no alpha.
    public let units: Int?
    /// Its interval by redrawing units; nil where there are fewer than eight.
    public let krippendorffInterval: ConfidenceInterval?
  }

  /// The organisation; nil for the cohort.
  public let organization: String?
  /// The measure's id.
  public let measure: String
  /// People with a score; nil where hidden.
  public let people: Int?
  /// Items of the measure that were asked; 0 for the overall score.
  public let items: Int
  /// Agreement within the organisation; nil for the cohort, for the overall score, and where withheld.
  public let within: Within?
  /// The organisation's views on the measure; nil for the cohort, and where withheld.
  public let views: Views?
  /// Differences between organisations; nil for an organisation, and where withheld.
  public let between: Between?
  /// Why there are figures or none.
  public let status: Status
}
