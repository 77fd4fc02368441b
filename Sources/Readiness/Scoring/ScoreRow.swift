/// How members of a group are weighted into its number.
public enum Weighting: String, Sendable, Hashable, Codable, CaseIterable {
  /// Every respondent counts the same: the headline, and what ranks rest on.
  case respondents = "respondents_equal"
  /// Every roll-up of respondent types counts the same: “all voices count”.
  case types = "types_equal"
  /// Every organisation counts the same (cohort and type levels).
  case organizations = "organisations_equal"
}

/// One row of `scores.csv`.
public struct ScoreRow: Sendable, Hashable {
  /// What a group is.
  public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
    /// All respondents.
    case cohort
    /// One organisation.
    case organization = "organisation"
    /// One respondent type, roll-up or other group over the whole cohort.
    case type
    /// One such group within one organisation.
    case cell = "organisation_type_cell"
  }

  /// What the group is.
  public let level: Level
  /// The organisation, at levels organisation and cell.
  public let organization: String?
  /// The grouping column, at levels type and cell: `respondent_type`, `roll_up` or a column of `--by`.
  public let groupBy: String?
  /// The group, at levels type and cell.
  public let group: String?
  /// How members are weighted.
  public let weighting: Weighting
  /// The measure's id.
  public let measure: String
  /// The number with its interval, n and status.
  public let estimate: Estimate
  /// The standard deviation over persons (n − 1); nil below two persons.
  public let sd: Double?
  /// Answered share of the asked answers behind the measure.
  public let coverage: Double?
  /// “Don't know” share of the asked answers behind the measure.
  public let doNotKnowRate: Double?
  /// “Not for me” share of the asked answers behind the measure.
  public let notForMeRate: Double?
  /// The answers that the rates are made of; nil where they are not at hand, and where disclosure was applied.
  package var answers: AnswerRates?

  /// Makes a value from its parts.
  public init(
    level: Level, organization: String?, groupBy: String?, group: String?, weighting: Weighting, measure: String,
    estimate: Estimate, sd: Double?, coverage: Double?, doNotKnowRate: Double?, notForMeRate: Double?
  ) {
    self.level = level
    self.organization = organization
    self.groupBy = groupBy
    self.group = group
    self.weighting = weighting
    self.measure = measure
    self.estimate = estimate
    self.sd = sd
    self.coverage = coverage
    self.doNotKnowRate = doNotKnowRate
    self.notForMeRate = notForMeRate
  }
}
