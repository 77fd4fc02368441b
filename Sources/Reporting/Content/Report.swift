public import Readiness

/// What a page says, as values in no language: no renderer knows statistics, and no statistic knows a renderer or a language.
public struct Report: Sendable, Hashable {
  /// The file name without ending: `report`, `profile-riverside-council`.
  public let name: String
  /// The first line.
  public let title: Phrase
  /// Lines under the title: the organisation, the instrument.
  public let subtitles: [Phrase]
  /// Stamps that stand at the top, before anything else, such as “PILOT”.
  public let stamps: [Phrase]
  /// The sections in order.
  public let sections: [Section]

  /// Makes a value from its parts.
  public init(name: String, title: Phrase, subtitles: [Phrase], stamps: [Phrase], sections: [Section]) {
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
  public let heading: Phrase
  /// The blocks in order.
  public let blocks: [Block]

  /// Makes a value from its parts.
  public init(_ heading: Phrase, _ blocks: [Block]) {
    self.heading = heading
    self.blocks = blocks
  }
}

/// A piece of a section.
public enum Block: Sendable, Hashable {
  /// A paragraph of running text.
  case paragraph(Phrase)
  /// The sentence to remember: stands out in a renderer that can do so.
  case headline(Phrase)
  /// A list of short points.
  case points([Phrase])
  /// Other pages beside this one, which a reader can go to.
  case pages([PageLink])
  /// A table.
  case table(TextTable)
  /// A chart; the table of its numbers is the next block.
  case chart(Chart)

  /// Whether it is a chart, which a page of text leaves to the table after it.
  var isChart: Bool { if case .chart = self { true } else { false } }
}

/// Another page of the same run, in the same folder.
public struct PageLink: Sendable, Hashable {
  /// What it is about.
  public let name: Phrase
  /// Its file without ending: lower-case letters, digits and dashes alone.
  public let file: String

  /// Makes a value from its parts.
  public init(name: Phrase, file: String) {
    precondition(
      file.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 },
      "a file name of ours is plain")
    self.name = name
    self.file = file
  }

  /// The name with the file of plain text: what a page of text says.
  var text: Phrase { "\(name): \(verbatim: "\(file).txt")" }

  /// More pages than this are not listed on a page of text.
  static let mostListed = 20

  /// What a page of text says of so many pages.
  static func texts(_ links: [PageLink]) -> [Phrase] {
    links.count <= mostListed
      ? links.map(\.text) : ["\(links.count) files beside this one: profile-….txt, named after the organisations."]
  }
}

/// A table of texts.
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
    public let heading: Phrase
    /// The side.
    public let alignment: Alignment

    /// A column of words.
    public static func words(_ heading: Phrase) -> Column { Column(heading: heading, alignment: .left) }
    /// A column of numbers.
    public static func numbers(_ heading: Phrase) -> Column { Column(heading: heading, alignment: .right) }
  }

  /// What the table shows, in a few words: read out before the table.
  public let caption: Phrase
  /// The columns in order.
  public let columns: [Column]
  /// The rows; each has one text per column.
  public let rows: [[Phrase]]
  /// Notes under the table: what a mark means, how a column is made.
  public let notes: [Phrase]
  /// The column whose texts name the rows, from 0: the first one but where that is only a rank.
  public let naming: Int

  /// Makes a value from its parts; every row must have one text per column.
  public init(caption: Phrase, columns: [Column], rows: [[Phrase]], notes: [Phrase] = [], naming: Int = 0) {
    precondition(columns.indices.contains(naming), "no column names the rows of “\(caption.english)”")
    precondition(
      rows.allSatisfy { $0.count == columns.count }, "a row of “\(caption.english)” does not fit its columns")
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.naming = naming
    self.notes = notes + Mark.notes(for: rows)
  }
}

/// Marks that stand where a number would be, each explained under the table that uses it.
enum Mark: String, CaseIterable, Sendable {
  case suppressed = "[c]"
  case notAsked = "[z]"
  case notAvailable = "[x]"
  case viewsSplit = "[u]"

  /// The mark itself, the same in every language.
  var phrase: Phrase { .verbatim(rawValue) }

  /// What a mark that stands in a text means; nothing for other texts.
  static func meaning(of phrase: Phrase) -> Phrase { allCases.first { $0.phrase == phrase }?.meaning ?? .empty }

  /// What the mark means.
  var meaning: Phrase {
    switch self {
    case .suppressed: "\(phrase) hidden, because too few people stand behind it or behind a number beside it."
    case .notAsked: "\(phrase) not asked."
    case .notAvailable: "\(phrase) not available: too few answers, or nothing to compare."
    case .viewsSplit: "\(phrase) views split: people here stand too far apart for one number to be their view."
    }
  }

  /// Explanations of the marks that the texts use.
  static func notes(for rows: [[Phrase]]) -> [Phrase] {
    let used = Set(rows.joined().flatMap(\.verbatims))
    return allCases.filter { used.contains($0.rawValue) }.map(\.meaning)
  }
}

extension Phrase {
  /// Every text in the phrase that is the same in all languages.
  var verbatims: [String] {
    if case .verbatim(let text) = self { return [text] }
    return parts.flatMap(\.verbatims)
  }
}
