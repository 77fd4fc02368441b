public import Disclosure

/// One row of `disclosure.csv`: what was done to a table, to a column of it or to one number, and why.
///
/// Rows about numbers are numbers of people that are hidden, with the interval that a reader is left with. Whether one is hidden for itself or for
/// another is not told: it would say which is small, or whose people are all alike. Rows about columns count cells of the table as it is
/// published, so that they say nothing that the table does not.
public struct DisclosureRow: Sendable, Hashable {
  /// What a row is about.
  public enum Subject: String, Sendable, Hashable, Codable, CaseIterable {
    /// A whole table.
    case table
    /// Cells of one column.
    case column
    /// One number of people.
    case number
  }

  /// What was done.
  public enum Action: String, Sendable, Hashable, Codable, CaseIterable {
    /// The sums of the table were audited.
    case audited
    /// Rows that would name a hidden group are not there.
    case leftOut = "left_out"
    /// Empty, because the number is hidden, or the row that it would stand in.
    case withheld
    /// Empty; whether there is a number is not told.
    case withheldOrNone = "withheld_or_none"
    /// Told in few digits, as a bound, or without degrees of freedom.
    case rounded
  }

  /// Why.
  public enum Why: String, Sendable, Hashable, Codable, CaseIterable {
    /// So that a table as a whole gives nothing away.
    case sums
    /// A hidden group would be named.
    case notListed = "not_listed"
    /// The group is hidden with all of its numbers; a row about its people says what is left to infer.
    case wholeGroup = "whole_group"
    /// Few people, or beside few people.
    case primaryOrComplementary = "primary_or_complementary"
    /// Few people, or people who are all alike, or beside either.
    case primaryClassOrComplementary = "primary_class_or_complementary"
    /// The same, or a mean of one item that would give counts of its answers away.
    case primaryClassComplementaryOrCounts = "primary_class_complementary_or_counts"
    /// Counts of an item of which means are told.
    case countsBesideMean = "counts_beside_a_mean"
    /// Few people tell it from what an earlier release showed, or it stands beside such a number.
    case earlierRelease = "earlier_release"
    /// A number or share of few answers or few people without a score, or beside one.
    case fewAnswers = "few_answers"
    /// A gap with few people on a side, or beside such a side.
    case fewOnASide = "few_on_a_side"
    /// A number that weighs hidden parts in another way than people.
    case secondEquation = "second_equation"
    /// A test inside organisations, which tells how hidden groups are spread over them.
    case spread = "spread_over_organisations"
    /// How many organisations have people of a group.
    case organizationNumbers = "numbers_of_organisations"
    /// A number over organisations, of which hidden ones are left out.
    case hiddenOrganizations = "hidden_organisations"
    /// Few people of a group shared out the budget, or left it out.
    case fewAllocations = "few_allocations"
  }

  /// What the row is about.
  public let subject: Subject
  /// The table: the name of its file without ending.
  public let table: String
  /// The column; nil in a row about a table.
  public let column: String?
  /// The organisation; nil over all.
  public let organization: String?
  /// The grouping column; nil for everybody.
  public let groupBy: String?
  /// The group, or the respondent type.
  public let group: String?
  /// The measure or the item; nil for all of them.
  public let measure: String?
  /// The answer.
  public let answer: String?
  /// What was done.
  public let action: Action
  /// Why.
  public let why: Why
  /// How many cells of the column; nil in other rows.
  public let cells: Int?
  /// What the number can be; nil in other rows.
  public let interval: TableAudit.Interval?

  /// A row about a table.
  public init(table: String, action: Action, why: Why) {
    self.init(subject: .table, table: table, action: action, why: why)
  }

  /// A row about cells of a column.
  public init(table: String, column: String, action: Action, why: Why, cells: Int) {
    self.init(subject: .column, table: table, column: column, action: action, why: why, cells: cells)
  }

  /// A row about one hidden number.
  public init(
    table: String, column: String, organization: String? = nil, groupBy: String? = nil, group: String? = nil,
    measure: String? = nil, answer: String? = nil, why: Why, interval: TableAudit.Interval?
  ) {
    self.init(
      subject: .number, table: table, column: column, organization: organization, groupBy: groupBy, group: group,
      measure: measure, answer: answer, action: .withheld, why: why, interval: interval)
  }

  private init(
    subject: Subject, table: String, column: String? = nil, organization: String? = nil, groupBy: String? = nil,
    group: String? = nil, measure: String? = nil, answer: String? = nil, action: Action, why: Why, cells: Int? = nil,
    interval: TableAudit.Interval? = nil
  ) {
    (self.subject, self.table, self.column) = (subject, table, column)
    (self.organization, self.groupBy, self.group) = (organization, groupBy, group)
    (self.measure, self.answer) = (measure, answer)
    (self.action, self.why, self.cells, self.interval) = (action, why, cells, interval)
  }

  /// Whether it is about how many people of a group answered, whatever they answered.
  public var isOfPeople: Bool { subject == .number && measure == nil }

  /// Why there is an interval without an upper end: what would bound it is hidden too.
  public var status: Status { subject == .number && interval?.upper == nil ? .suppressed : .ok }
}
