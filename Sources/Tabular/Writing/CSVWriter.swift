/// Writes records of cells as RFC 4180 text: commas, and quotation marks only around cells that need them.
public struct CSVWriter: Sendable {
  /// The UTF-8 bytes written so far.
  public private(set) var bytes: [UInt8] = []

  /// Whether lines end in CRLF, as a spreadsheet ends them, and cells with an apostrophe are quoted too.
  private let isForSpreadsheets: Bool

  /// Makes an empty text of lines that end in LF.
  ///
  /// - Parameter forSpreadsheets: begins with a byte order mark instead, ends lines in CRLF, and quotes cells with an apostrophe.
  public init(forSpreadsheets: Bool = false) {
    isForSpreadsheets = forSpreadsheets
    bytes = forSpreadsheets ? [0xEF, 0xBB, 0xBF] : []
  }

  /// Adds a record.
  public mutating func write(_ cells: some Sequence<String>) {
    var isFirst = true
    let start = bytes.count
    for cell in cells {
      if !isFirst { bytes.append(0x2C) }
      isFirst = false
      write(cell: cell)
    }
    // A record of one empty cell would be a blank line, which is no record.
    if bytes.count == start, !isFirst { bytes.append(contentsOf: [0x22, 0x22]) }
    if isForSpreadsheets { bytes.append(0x0D) }
    bytes.append(0x0A)
  }

  private mutating func write(cell: String) {
    let needsQuotes = cell.utf8.contains {
      $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || ($0 == 0x27 && isForSpreadsheets)
    }
    guard needsQuotes else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}

extension CellValue {
  /// The spelling in a CSV cell; empty for ``empty``.
  public var csvText: String {
    switch self {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): NumberText.shortest(number)
    case .empty: ""
    }
  }
}

extension Schema {
  /// The table as UTF-8 CSV: a heading row, then one record per row.
  public func csv(rows: some Sequence<Row>) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(columns.map(\.name))
    for row in rows {
      writer.write(columns.map { $0.value(row).csvText })
    }
    return writer.bytes
  }
}
