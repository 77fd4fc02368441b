import Tabular

/// Reads the rows of one block, one after the other, and leaves a last row that is not complete unread.
struct BlockBuilder {
  var block: ResponseBlock
  /// Where the next row starts.
  var position = 0
  /// Whether a stray quotation mark was met.
  var isDamaged = false

  var cursor = 0
  var cells = 0
  var rowEnded = false
  var rowIncomplete = false
  var keepsAll: Bool
  /// Whether a quotation mark of the row is out of place, and whether a cell of it takes in rows.
  var isRowDamaged = false
  var rowSwallows = false
  /// Whether the last cell can be read: no mark of it is out of place, and it takes in no rows.
  var isCellSound = true
  /// Per label of the respondent type in this block, whether it names a type.
  var knownTypes: [Bool] = []
  var sum = 0
  var blankPoints = 0
  var hasBadPoints = false

  init(_ parser: ResponseParser, stride: Int) {
    block = ResponseBlock(stride: stride)
    keepsAll = parser.setAside
    block.points = [UInt16](repeating: 0, count: parser.factorCount * stride)
    block.labels = Array(repeating: LabelIndex(), count: parser.groupCount)
    block.codes = [Int32](repeating: -1, count: parser.groupCount * stride)
    block.idEnds.reserveCapacity(stride)
    block.idHashes.reserveCapacity(stride)
  }

  /// Reads the row at ``position``; false when it is not complete.
  mutating func readRow(
    _ bytes: Span<UInt8>, tail: BlockTail, parser: borrowing ResponseParser, answers: inout MutableSpan<UInt8>
  ) -> Bool {
    if bytes[position] <= 0x2C, let isComplete = readBlankRow(bytes, tail: tail) { return isComplete }
    let row = block.rows
    let marks = (block.faults.count, block.faultCount, block.ids.count, block.weights.count)
    cursor = position
    cells = 0
    rowEnded = false
    rowIncomplete = false
    (isRowDamaged, rowSwallows) = (false, false)
    (sum, blankPoints, hasBadPoints) = (0, 0, false)
    for run in parser.runs {
      if rowEnded { break }
      switch run.kind {
      case .rating: readRatings(bytes, tail, run, row, parser, &answers)
      case .points: readPoints(bytes, tail, run, row)
      case .group: readGroup(bytes, tail, run, row, parser)
      case .identifier: readIdentifier(bytes, tail, run)
      case .weight: readWeight(bytes, tail, run)
      case .duration: readDuration(bytes, tail, run)
      case .ignored: skipCell(bytes, tail, run, width: parser.columns.count)
      }
    }
    while !rowEnded {
      _ = nextCell(bytes, tail, column: cells, .freeText(column: cells, width: parser.columns.count))
    }
    if rowIncomplete {
      block.faults.removeLast(block.faults.count - marks.0)
      block.faultCount = marks.1
      block.ids.removeLast(block.ids.count - marks.2)
      block.weights.removeLast(block.weights.count - marks.3)
      return false
    }
    block.swallowsRows = block.swallowsRows || rowSwallows
    if cells != parser.columns.count {
      block.ids.removeLast(block.ids.count - marks.2)
      let reason = block.faults[marks.0...].filter(\.isOfQuotation)
      block.faults.removeLast(block.faults.count - marks.0)
      block.faultCount = marks.1
      if isRowDamaged || rowSwallows {
        // Why the row is of another width than the heading.
        block.faults += reason
        block.faultCount += max(1, reason.count)
      } else {
        let ragged = TextFault.ragged(row: 0, found: cells, expected: parser.columns.count)
        fault(Fault.Kind(rawValue: ragged.kind.rawValue), column: -1, ragged.message)
      }
    } else if parser.factorCount > 0, !hasBadPoints {
      settleAllocation(row, parser)
    }
    if parser.factorCount > 0, block.allocation.count == row { block.allocation.append(0) }
    commit(row, firstFault: marks.1, firstIDByte: marks.2, bytes, parser)
    return true
  }

  mutating func commit(
    _ row: Int, firstFault: Int, firstIDByte: Int, _ bytes: Span<UInt8>, _ parser: borrowing ResponseParser
  ) {
    if block.faultCount > firstFault { block.faultyRows.append(row) }
    block.idEnds.append(block.ids.count)
    block.idHashes.append(ByteHash.hash(block.ids.span, firstIDByte, block.ids.count))
    if parser.hasWeight, block.weights.count == row { block.weights.append(0) }
    if keepsAll { block.rowStarts.append(position) }
    position = cursor
    block.rows += 1
    block.records += 1
  }

  /// Steps over a record without content; nil when the record at ``position`` has some.
  mutating func readBlankRow(_ bytes: Span<UInt8>, tail: BlockTail) -> Bool? {
    var index = position
    while index < bytes.count, bytes[index] == 0x2C || bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    if index < bytes.count, bytes[index] == 0x22 {
      // Cells that are quoted and empty.
      while index < bytes.count, [0x2C, 0x20, 0x22].contains(bytes[index]) { index += 1 }
      var marks = 0
      for place in position..<index where bytes[place] == 0x22 { marks += 1 }
      if marks % 2 != 0 { return nil }
    }
    guard index < bytes.count else {
      if tail != .endOfText { return false }
      return stepOverBlank(to: index)
    }
    guard bytes[index] == 0x0A || bytes[index] == 0x0D else { return nil }
    if bytes[index] == 0x0D {
      if index + 1 == bytes.count, tail == .open { return false }
      if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    }
    return stepOverBlank(to: index + 1)
  }

  mutating func stepOverBlank(to next: Int) -> Bool {
    block.blanks.append(block.rows)
    block.records += 1
    position = next
    return true
  }

  mutating func settleAllocation(_ row: Int, _ parser: borrowing ResponseParser) {
    let factors = parser.factorCount
    let stride = block.stride
    let outcome = parser.rule.outcome(sum: sum, blanks: blankPoints, cells: factors)
    switch outcome {
    case .none: block.allocation.append(0)
    case .accepted: block.allocation.append(1)
    case .near: block.allocation.append(2)
    case .rescaled(let total):
      block.allocation.append(3)
      var points: [Int] = []
      for factor in 0..<factors { points.append(Int(block.points[factor * stride + row])) }
      points = parser.rule.rescaled(points)
      for (factor, value) in points.enumerated() { block.points[factor * stride + row] = UInt16(clamping: value) }
      notice(
        .pointsMended,
        "the points total \(PointsText.text(total)) and were rescaled to \(PointsText.text(parser.rule.total))")
    case .flagged(let total):
      block.allocation.append(4)
      for factor in 0..<factors { block.points[factor * stride + row] = 0 }
      notice(.pointsMended, "the points total \(PointsText.text(total)); the allocation is left out of every mean")
    case .refused(let total):
      block.allocation.append(0)
      let hasBlanks = blankPoints > 0
      fault(
        .pointsTotal, column: -1,
        "found points that total \(PointsText.text(total)), expected \(PointsText.text(parser.rule.total)); "
          + (hasBlanks
            ? "correct the points: an empty cell counts as 0 only when the filled cells total "
              + PointsText.text(parser.rule.total)
            : "correct the points, or leave all of them empty"))
    }
  }

  /// Notes a fault of the row that is being read.
  mutating func fault(_ kind: Fault.Kind, column: Int, _ message: @autoclosure () -> String) {
    block.faultCount += 1
    guard keepsAll || block.faults.count < ResponseParser.keptFaults else { return }
    block.faults.append(
      BlockFault(record: block.records, column: column, kind: kind, severity: .error, message: message()))
  }

  /// Notes what was done to the row that is being read; every such row is kept, so that each can be said.
  mutating func notice(_ kind: Fault.Kind, _ message: String) {
    block.notices.append(
      BlockFault(record: block.records, column: -1, kind: kind, severity: .notice, message: message))
  }

  /// Looks for bytes that are not UTF-8 in the rows that were read.
  mutating func checkText(_ bytes: Span<UInt8>) {
    guard let invalid = TextCheck.firstInvalidByte(bytes.extracting(0..<position)) else { return }
    var record = 0
    var column = 0
    var index = 0
    while index < position {
      let scan = CellScan(bytes, from: index)
      if invalid < scan.next { break }
      index = scan.next
      column = scan.terminator == .comma ? column + 1 : 0
      record += scan.terminator == .comma ? 0 : 1
    }
    block.invalidByte = (record, column, bytes[invalid])
  }
}
