/// A small delimited text in memory: a heading record and the records below it, each cell with its place.
///
/// Reads RFC 4180: commas, cells in quotation marks where they hold commas, marks or line ends, LF, CRLF or CR between
/// records, UTF-8 with or without a byte order mark. Records whose cells are all blank are left out but counted, so that
/// places are those of a spreadsheet.
public struct Table: Sendable, Hashable {
  /// A record below the heading.
  public struct Record: Sendable, Hashable {
    /// 1-based record number; the heading is 1.
    public let row: Int
    /// The cells as written, without enclosing quotation marks; as many as there are headings.
    public let cells: [String]

    /// Makes a value from its parts.
    public init(row: Int, cells: [String]) {
      self.row = row
      self.cells = cells
    }
  }

  /// The name that messages carry.
  public let name: String
  /// The cells of the first record, trimmed.
  public let headings: [String]
  /// The records below the heading, in order.
  public let records: [Record]

  /// Reads a text.
  ///
  /// - Throws: ``TextFaults`` with every fault of the text: not UTF-8 text, stray or open quotation marks, ragged records.
  public init(name: String, bytes: [UInt8]) throws(TextFaults) {
    let span = bytes.span
    if let fault = TextCheck.foreignFormat(span) { throw TextFaults([fault]) }
    var faults: [TextFault] = []
    var records: [Record] = []
    let invalid = TextCheck.firstInvalidByte(span)
    var position = TextCheck.byteOrderMark(span)
    var row = 0
    while position < span.count {
      row += 1
      var cells: [String] = []
      var atEnd = false
      while !atEnd {
        let scan = CellScan(span, from: position)
        cells.append(scan.text(in: span))
        switch scan.damage {
        case .none: break
        case .strayQuote: faults.append(.strayQuote(row: row, column: cells.count))
        case .openQuote: faults.append(.openQuote(row: row, column: cells.count))
        }
        if let invalid, invalid >= position, invalid < scan.next {
          faults.append(.notText(byte: span[invalid], row: row, column: cells.count))
        }
        position = scan.next
        atEnd = scan.terminator != .comma
      }
      if cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) { records.append(Record(row: row, cells: cells)) }
    }
    guard let heading = records.first else { throw TextFaults([.empty]) }
    for record in records.dropFirst() where record.cells.count != heading.cells.count {
      faults.append(.ragged(row: record.row, found: record.cells.count, expected: heading.cells.count))
    }
    guard faults.isEmpty else {
      throw TextFaults(faults.sorted { ($0.row ?? 0, $0.column ?? 0) < ($1.row ?? 0, $1.column ?? 0) })
    }
    self.name = name
    headings = heading.cells.map { $0.trimmed }
    self.records = Array(records.dropFirst())
  }

  /// The 0-based place of the first heading of that name, compared without case; nil when there is none.
  public func column(named name: String) -> Int? {
    headings.firstIndex { $0.lowercased() == name.lowercased() }
  }
}

extension String {
  /// The text without white space at its ends.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
