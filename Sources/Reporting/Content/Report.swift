/// What a page says, as values: no renderer knows statistics, and no statistic knows a renderer.
public struct Report: Sendable, Hashable {
  /// The file name without ending: `report`, `profile-riverside-council`.
  public let name: String
  /// The first line.
  public let title: String
  /// Lines under the title: the organisation, the instrument.
  public let subtitles: [String]
  /// Stamps that stand at the top, before anything else, such as “PILOT”.
  public let stamps: [String]
  /// The sections in order.
  public let sections: [Section]

  /// Makes a value from its parts.
  public init(name: String, title: String, subtitles: [String], stamps: [String], sections: [Section]) {
    self.name = name
    self.title = title
    self.subtitles = subtitles
    self.stamps = stamps
    self.sections = sections
  }
}

/// A heading with its blocks.
public struct Section: Sendable, Hashable {
  /// The heading.
  public let heading: String
  /// The blocks in order.
  public let blocks: [Block]

  /// Makes a value from its parts.
  public init(_ heading: String, _ blocks: [Block]) {
    self.heading = heading
    self.blocks = blocks
  }
}

/// A piece of a section.
public enum Block: Sendable, Hashable {
  /// A paragraph of running text.
  case paragraph(String)
  /// The sentence to remember: stands out in a renderer that can do so.
  case headline(String)
  /// A list of short points.
  case points([String])
  /// A table.
  case table(TextTable)
}

/// A table of finished texts.
public struct TextTable: Sendable, Hashable {
  /// A column: its heading, and on which side its texts are aligned.
  public struct Column: Sendable, Hashable {
    /// Where texts stand in the column.
    public enum Alignment: Sendable, Hashable {
      /// Words.
      case left
      /// Numbers.
      case right
    }

    /// The heading.
    public let heading: String
    /// The side.
    public let alignment: Alignment

    /// A column of words.
    public static func words(_ heading: String) -> Column { Column(heading: heading, alignment: .left) }
    /// A column of numbers.
    public static func numbers(_ heading: String) -> Column { Column(heading: heading, alignment: .right) }
  }

  /// What the table shows, in a few words: read out before the table.
  public let caption: String
  /// The columns in order.
  public let columns: [Column]
  /// The rows; each has one text per column.
  public let rows: [[String]]
  /// Notes under the table: what a mark means, how a column is made.
  public let notes: [String]

  /// Makes a value from its parts; every row must have one text per column.
  public init(caption: String, columns: [Column], rows: [[String]], notes: [String] = []) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row of “\(caption)” does not fit its columns")
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.notes = notes + Mark.notes(for: rows)
  }
}

/// Marks that stand where a number would be, each explained under the table that uses it.
enum Mark: String, CaseIterable {
  case suppressed = "[c]"
  case notAsked = "[z]"
  case notAvailable = "[x]"

  /// What the mark means.
  var meaning: String {
    switch self {
    case .suppressed: "[c] hidden, because too few people stand behind it or behind a number beside it."
    case .notAsked: "[z] not asked."
    case .notAvailable: "[x] not available: too few answers, or nothing to compare."
    }
  }

  /// Explanations of the marks that the texts use.
  static func notes(for rows: [[String]]) -> [String] {
    let used = allCases.filter { mark in rows.contains { $0.contains { $0.contains(mark.rawValue) } } }
    return used.map(\.meaning)
  }
}
