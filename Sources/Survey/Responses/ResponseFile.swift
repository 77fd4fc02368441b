import Tabular

/// One response file whose heading row has been read.
struct ResponseFile: Sendable {
  let name: String
  let source: ByteSource
  let plan: ColumnPlan
  /// Where the record below the heading starts.
  let dataOffset: Int
  /// 1-based record of the heading; more than 1 only when blank records stand above it.
  let headingRecord: Int
  /// Faults and notices of the file and its heading row; with a fault that forbids reading on, ``isReadable`` is false.
  let faults: [Fault]
  /// Whether the rows can be read by the plan.
  let isReadable: Bool

  /// Reads the heading row.
  init(
    name: String, source: ByteSource, vocabulary: ColumnPlan.Vocabulary, options: IntakeOptions
  ) throws(InputFault) {
    self.name = name
    self.source = source
    var size = max(options.blockSize, 4096)
    var heading: Heading
    repeat {
      let bytes = try source.bytes(at: 0, length: size)
      heading = Heading(bytes.span, isWhole: bytes.count >= source.count)
      size *= 2
    } while !heading.isComplete
    dataOffset = heading.end
    headingRecord = heading.record
    let fatal = heading.fatal
    if let fatal {
      plan = ColumnPlan(headings: [], roles: [], faults: [], isRecognized: false)
      faults = [Fault(fatal, file: name)]
      isReadable = false
      return
    }
    plan = vocabulary.plan(heading.cells, file: name, strict: options.strict)
    let headings = plan.headings
    faults = heading.faults.map { Fault($0, file: name, headings: headings) } + plan.faults
    isReadable = plan.isRecognized
  }
}

/// The first record of a text that has content.
private struct Heading {
  var cells: [String] = []
  var faults: [TextFault] = []
  var fatal: TextFault?
  var end = 0
  var record = 0
  var isComplete = true

  /// - Parameter isWhole: whether `bytes` are the whole text, so that a record may end without a line end.
  init(_ bytes: Span<UInt8>, isWhole: Bool) {
    if let foreign = TextCheck.foreignFormat(bytes) {
      fatal = foreign
      return
    }
    end = TextCheck.byteOrderMark(bytes)
    while end < bytes.count {
      record += 1
      cells = []
      faults = []
      let start = end
      var terminator = CellScan.End.comma
      while terminator == .comma {
        let scan = CellScan(bytes, from: end)
        cells.append(scan.text(in: bytes).trimmed)
        switch scan.damage {
        case .none: break
        case .strayQuote: faults.append(.strayQuote(row: record, column: cells.count))
        case .openQuote: faults.append(.openQuote(row: record, column: cells.count))
        }
        end = scan.next
        terminator = scan.terminator
      }
      let isLong = bytes.count >= 64 << 20
      if !isWhole, !isLong, terminator == .text || end == bytes.count {
        isComplete = false
        return
      }
      if let invalid = TextCheck.firstInvalidByte(bytes.extracting(start..<end)) {
        locate(start + invalid, bytes, start)
      }
      if cells.contains(where: { !$0.isEmpty }) { break }
      cells = []
    }
    if cells.isEmpty {
      fatal = isWhole ? .empty : nil
      isComplete = isWhole
    } else if cells.count == 1, let separator = [";", "\t"].first(where: { cells[0].contains($0) }) {
      fatal = TextFault(
        .notDelimited, row: record,
        message: "found cells separated by \(separator == ";" ? "semicolons" : "tabs"), expected commas; "
          + "save the file again as “CSV UTF-8” with commas")
    }
  }

  private mutating func locate(_ place: Int, _ bytes: Span<UInt8>, _ start: Int) {
    var index = start
    var column = 1
    while index < end {
      let scan = CellScan(bytes, from: index)
      if place < scan.next { break }
      index = scan.next
      column += 1
    }
    faults.append(.notText(byte: bytes[place], row: record, column: column))
  }
}
