/// Valid responses to one instrument, column by column: one byte an answer, no object per respondent.
///
/// Shapes: every array has `count` entries, one per respondent, in the order of the files; ``answers`` has one column per
/// rated item of the instrument (``Instrument/ratings``).
public struct Responses: Sendable {
  /// What was asked.
  public let instrument: Instrument
  /// The number of respondents.
  public let count: Int
  /// One column of bytes per rated item (see ``Answer``); empty for an item that no file has a column for, which means
  /// that every answer is ``MissingReason/notAsked``.
  public let answers: [[UInt8]]
  /// Points in hundredths, one column per budget factor; nil when no file has the budget question.
  public let allocations: Allocations?
  /// The organisation of each respondent.
  public let organization: GroupingColumn
  /// The respondent type, labels being type codes of the instrument.
  public let respondentType: GroupingColumn
  /// Other grouping columns by name: `organisation_type`, `service`, `wave`, `language` and those kept by `--group`.
  public let groups: [GroupingColumn]
  /// Sampling weights, used only when asked for; empty otherwise.
  public let weights: [Double]
  /// Identifiers, never printed unless the caller keeps them on purpose.
  public let respondentIDs: PackedStrings
  /// What was read, set aside and noticed.
  public let intake: Intake

  /// Makes a value from its parts.
  public init(
    instrument: Instrument, count: Int, answers: [[UInt8]], allocations: Allocations?, organization: GroupingColumn,
    respondentType: GroupingColumn, groups: [GroupingColumn], weights: [Double], respondentIDs: PackedStrings,
    intake: Intake
  ) {
    self.instrument = instrument
    self.count = count
    self.answers = answers
    self.allocations = allocations
    self.organization = organization
    self.respondentType = respondentType
    self.groups = groups
    self.weights = weights
    self.respondentIDs = respondentIDs
    self.intake = intake
  }

  /// The answer of one respondent to one rated item.
  public func answer(item: Int, respondent: Int) -> Answer {
    answers[item].isEmpty ? Answer(.notAsked) : Answer(byte: answers[item][respondent])
  }

  /// The grouping column of that name: `organisation`, `respondent_type` or one of ``groups``.
  public func grouping(named name: String) -> GroupingColumn? {
    switch name {
    case "organisation": organization
    case "respondent_type": respondentType
    default: groups.first { $0.name == name }
    }
  }
}

/// A column of labels: a dictionary and one small integer per respondent.
public struct GroupingColumn: Sendable, Hashable {
  /// The name of the column.
  public let name: String
  /// Distinct labels in order of first appearance.
  public let labels: [String]
  /// Index into ``labels`` per respondent; −1 where the cell is blank.
  public let codes: [Int32]

  /// Makes a value from its parts.
  public init(name: String, labels: [String], codes: [Int32]) {
    self.name = name
    self.labels = labels
    self.codes = codes
  }
}

/// Points that respondents gave, exact: hundredths of a point.
public struct Allocations: Sendable, Hashable {
  /// Hundredths of a point (0…10,000), one column per factor in the instrument's order.
  public let hundredths: [[UInt16]]
  /// Whether each respondent gave an allocation; where false, the points are 0 and mean nothing.
  public let given: [Bool]
  /// Respondents whose total differed from 100 by no more than the tolerance.
  public let nearTotals: Int
  /// Respondents whose points were rescaled because rescaling was asked for.
  public let rescaled: Int
  /// Respondents whose allocation was flagged and left out of every mean because flagging was asked for.
  public let flagged: Int

  /// Makes a value from its parts.
  public init(hundredths: [[UInt16]], given: [Bool], nearTotals: Int, rescaled: Int, flagged: Int) {
    self.hundredths = hundredths
    self.given = given
    self.nearTotals = nearTotals
    self.rescaled = rescaled
    self.flagged = flagged
  }

  /// The points of one respondent as given, or nil when there is no allocation.
  public func points(of respondent: Int) -> [Double]? {
    given[respondent] ? hundredths.map { Double($0[respondent]) / 100 } : nil
  }
}

/// Many short texts in one buffer.
public struct PackedStrings: Sendable, Hashable {
  /// UTF-8 of all texts, one after the other.
  public let bytes: [UInt8]
  /// Where each text ends.
  public let ends: [Int]

  /// Makes a value from its parts.
  public init(bytes: [UInt8] = [], ends: [Int] = []) {
    self.bytes = bytes
    self.ends = ends
  }

  /// The number of texts.
  public var count: Int { ends.count }

  /// The text at `index`.
  public subscript(index: Int) -> String {
    String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
  }
}

/// What happened on the way in: counts for the manifest and sentences for the report.
public struct Intake: Sendable, Hashable {
  /// One input file.
  public struct File: Sendable, Hashable {
    /// Base name.
    public let name: String
    /// Data rows in the file.
    public let rows: Int
    /// Rows used.
    public let used: Int
    /// Codes of rated items that have no column in the file.
    public let notAsked: [String]
    /// Headings that match nothing and were not read.
    public let unread: [String]

    /// Makes a value from its parts.
    public init(name: String, rows: Int, used: Int, notAsked: [String], unread: [String]) {
      self.name = name
      self.rows = rows
      self.used = used
      self.notAsked = notAsked
      self.unread = unread
    }
  }

  /// The files in the order given.
  public let files: [File]
  /// Rows set aside with their faults, unchanged; empty unless setting aside was asked for.
  public let setAside: [SetAsideRow]
  /// Notices: nothing was lost, but a reader should know.
  public let notices: [Fault]

  /// Makes a value from its parts.
  public init(files: [File], setAside: [SetAsideRow], notices: [Fault]) {
    self.files = files
    self.setAside = setAside
    self.notices = notices
  }
}

/// A faulty row, kept as it was.
public struct SetAsideRow: Sendable, Hashable {
  /// Base name of the file.
  public let file: String
  /// 1-based record number.
  public let row: Int
  /// The cells unchanged.
  public let cells: [String]
  /// Headings of the cells.
  public let headings: [String]
  /// What is wrong with it.
  public let faults: [Fault]

  /// Makes a value from its parts.
  public init(file: String, row: Int, cells: [String], headings: [String], faults: [Fault]) {
    self.file = file
    self.row = row
    self.cells = cells
    self.headings = headings
    self.faults = faults
  }
}
