public import Disclosure

/// One row of `disclosure.csv`: a number of people that is hidden, and what a reader can still infer about it.
///
/// Whether a number is hidden for itself or for another is not told: it would say which is small, or whose people are all alike.
public struct DisclosureRow: Sendable, Hashable {
  /// The table that the number belongs to.
  public enum Table: String, Sendable, Hashable, Codable, CaseIterable {
    /// People who answered, by group.
    case people
    /// People with a score, by group and measure.
    case scores
    /// How often each answer was given, by item and respondent type.
    case distributions
  }

  /// Why there is a row.
  public enum Why: String, Sendable, Hashable, Codable, CaseIterable {
    /// Few people, or beside few people.
    case primaryOrComplementary = "primary_or_complementary"
    /// Few people, or people who are all alike, or beside either.
    case primaryClassOrComplementary = "primary_class_or_complementary"
    /// Few people tell it from what an earlier release showed, or it stands beside such a number.
    case earlierRelease = "earlier_release"
    /// The table as a whole was audited.
    case audited
  }

  /// The table.
  public let table: Table
  /// The organisation; nil over all.
  public let organization: String?
  /// The grouping column; nil for everybody, and in distributions.
  public let groupBy: String?
  /// The group, or the respondent type.
  public let group: String?
  /// The measure or the item.
  public let measure: String?
  /// The answer.
  public let answer: String?
  /// Why there is a row.
  public let why: Why
  /// What the number can be; nil in a row about a whole table.
  public let interval: TableAudit.Interval?

  /// Makes a value from its parts.
  public init(
    table: Table, organization: String? = nil, groupBy: String? = nil, group: String? = nil,
    measure: String? = nil,
    answer: String? = nil, why: Why = .primaryOrComplementary, interval: TableAudit.Interval? = nil
  ) {
    self.table = table
    self.organization = organization
    self.groupBy = groupBy
    self.group = group
    self.measure = measure
    self.answer = answer
    self.why = why
    self.interval = interval
  }
}
