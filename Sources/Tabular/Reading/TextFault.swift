/// Why delimited text cannot be read as it stands, with its place.
public struct TextFault: Error, Sendable, Hashable {
  /// The kind of a fault; kinds grow, so this is a struct with static members.
  public struct Kind: Sendable, Hashable, RawRepresentable {
    /// The code that messages carry in brackets.
    public let rawValue: String
    /// Makes a kind from its code.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The file has no bytes but blanks and line ends.
    public static let empty = Kind(rawValue: "empty-file")
    /// A workbook, an archive, UTF-16 or another kind of file that is not comma-separated UTF-8 text.
    public static let notDelimited = Kind(rawValue: "not-csv")
    /// Bytes that are not UTF-8.
    public static let notText = Kind(rawValue: "not-text")
    /// A quotation mark inside an unquoted cell, or text after a closing one.
    public static let strayQuote = Kind(rawValue: "stray-quote")
    /// A quoted cell that never ends.
    public static let openQuote = Kind(rawValue: "open-quote")
    /// A record with fewer or more cells than the heading.
    public static let ragged = Kind(rawValue: "ragged-row")
  }

  /// The kind.
  public let kind: Kind
  /// 1-based record number, the heading being 1; nil when the whole file is meant.
  public let row: Int?
  /// 1-based cell number within the record; nil when the whole record is meant.
  public let column: Int?
  /// What was found, what was expected and how to mend it, without the place.
  public let message: String

  /// Makes a value from its parts.
  public init(_ kind: Kind, row: Int? = nil, column: Int? = nil, message: String) {
    self.kind = kind
    self.row = row
    self.column = column
    self.message = message
  }
}

/// All faults of one text, in the order of rows and columns.
public struct TextFaults: Error, Sendable, Hashable {
  /// The faults, at least one.
  public let faults: [TextFault]
  /// Makes a value from its parts.
  public init(_ faults: [TextFault]) { self.faults = faults }
}

extension TextFault {
  /// A file without content.
  package static var empty: TextFault {
    TextFault(
      .empty, message: "found an empty file, expected a heading row and the rows below it; export the file again")
  }

  /// A quotation mark out of place.
  package static func strayQuote(row: Int, column: Int) -> TextFault {
    TextFault(
      .strayQuote, row: row, column: column,
      message: "found a quotation mark in the middle of a cell, expected it only around a whole cell; "
        + "put the cell in quotation marks and double those inside it")
  }

  /// A quoted cell that never ends.
  package static func openQuote(row: Int, column: Int) -> TextFault {
    TextFault(
      .openQuote, row: row, column: column,
      message: "found an opening quotation mark without a closing one before the end of the file, expected a pair; "
        + "close the cell or remove the mark")
  }

  /// A record of another width than the heading.
  package static func ragged(row: Int, found: Int, expected: Int) -> TextFault {
    TextFault(
      .ragged, row: row,
      message: "found \(found) \(found == 1 ? "cell" : "cells"), expected \(expected) as in the heading; "
        + (found < expected
          ? "add the missing commas" : "remove the extra cells, or put a text that holds commas in quotation marks"))
  }

  /// The first byte that is not UTF-8.
  package static func notText(byte: UInt8, row: Int, column: Int) -> TextFault {
    let hex = String(byte, radix: 16, uppercase: true)
    return TextFault(
      .notText, row: row, column: column,
      message: "found the byte 0x\(hex.count < 2 ? "0" : "")\(hex), which is not UTF-8 text, expected UTF-8; "
        + "save the file again as “CSV UTF-8”")
  }
}
