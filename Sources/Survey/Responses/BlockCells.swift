import Tabular

/// Reading one cell, or a run of rated cells, at the cursor.
extension BlockBuilder {
  /// The next cell in full; notes damage and the end of the record.
  mutating func nextCell(
    _ bytes: Span<UInt8>, _ tail: BlockTail, column: Int, _ content: CellExtent.Content = .oneLine
  ) -> CellScan {
    let first = cursor
    let scan = CellScan(bytes, from: cursor)
    cursor = scan.next
    cells += 1
    if scan.terminator != .comma {
      rowEnded = true
      switch (scan.terminator, tail) {
      case (.text, .recordEnd), (.text, .open): rowIncomplete = true
      case (.line, .open): rowIncomplete = scan.next == bytes.count && bytes[scan.next - 1] == 0x0D
      default: break
      }
    }
    isCellSound = scan.damage == .none
    isRowDamaged = isRowDamaged || !isCellSound
    if !rowIncomplete, scan.damage != .openQuote, scan.next - first > 2 {
      if bytes[first] == 0x22 || scan.end - scan.start > CellExtent.longestName {
        checkExtent(CellExtent(scan, in: bytes), column: column, content)
      }
    }
    switch scan.damage {
    case .none: break
    case .strayQuote:
      isDamaged = isDamaged || !rowIncomplete
      let text = TextFault.strayQuote(row: 0, column: 0)
      fault(Fault.Kind(rawValue: text.kind.rawValue), column: column, text.message)
    case .openQuote:
      block.hasOpenQuote = block.hasOpenQuote || !rowIncomplete
      let text = TextFault.openQuote(row: 0, column: 0)
      fault(Fault.Kind(rawValue: text.kind.rawValue), column: column, text.message)
    }
    return scan
  }

  /// Notes a cell that takes in rows; what it holds is read no further, so that no message shows it.
  mutating func checkExtent(_ extent: CellExtent, column: Int, _ content: CellExtent.Content) {
    guard extent.isTooFar(for: content) else { return }
    (rowSwallows, isCellSound) = (true, false)
    fault(.manyLines, column: column, extent.message)
  }

  mutating func readRatings(
    _ bytes: Span<UInt8>, _ tail: BlockTail, _ run: ResponseParser.Run, _ row: Int, _ parser: borrowing ResponseParser,
    _ answers: inout MutableSpan<UInt8>
  ) {
    let table = parser.tables[run.detail]
    let stride = block.stride
    var run = PlainRun(cursor, step: 0, place: run.target * stride + row, of: run)
    while run.step < run.count {
      run.read(bytes, quad: parser.quads[run.detail], table: table, stride: stride, answers: &answers)
      if run.step == run.count { break }
      cells = run.column + run.step
      cursor = run.index
      var scan = nextCell(bytes, tail, column: cells)
      if isCellSound {
        scan.trim(bytes)
        answers[run.place] = rating(scan, bytes, column: run.column + run.step, table: table, parser)
      }
      if rowEnded { return }
      run.index = cursor
      run.place += stride
      run.step += 1
    }
    cursor = run.index
    cells = run.column + run.count
  }

  /// The answer of a cell that the fast path did not settle; the content is trimmed.
  mutating func rating(
    _ cell: CellScan, _ bytes: Span<UInt8>, column: Int, table: [UInt8], _ parser: borrowing ResponseParser
  ) -> UInt8 {
    let first = cell.start
    switch cell.end - cell.start {
    case 0: return MissingReason.skipped.rawValue
    case 1 where table[Int(bytes[first])] < 100: return table[Int(bytes[first])]
    case 2 where bytes[first] | 0x20 == 0x64 && bytes[first + 1] | 0x20 == 0x6B: return MissingReason.doNotKnow.rawValue
    case 3 where bytes[first] | 0x20 == 0x6E && bytes[first + 1] | 0x20 == 0x66 && bytes[first + 2] | 0x20 == 0x6D:
      return MissingReason.notForMe.rawValue
    default: break
    }
    let text = cell.text(in: bytes)
    let scale = parser.instrument.ratings[parser.columns[column].item].scale
    let number = CellText.wholeNumber(text)
    if let number, scale.options.contains(where: { $0.code == number }), (0..<100).contains(number) {
      return UInt8(number)
    }
    let (kind, message) = RatingMessage.fault(text, number: number, scale: scale)
    fault(kind, column: column, message)
    return MissingReason.skipped.rawValue
  }

  mutating func readPoints(_ bytes: Span<UInt8>, _ tail: BlockTail, _ run: ResponseParser.Run, _ row: Int) {
    var step = 0
    while step < run.count, !rowEnded {
      step = readPlainPoints(bytes, run, row, from: step)
      guard step < run.count, !rowEnded else { return }
      readAnyPoints(bytes, tail, column: run.column + step, place: (run.target + step) * block.stride + row)
      step += 1
    }
  }

  /// Reads cells that are blank or a whole number from 0 to 100, up to the first other one, which is answered.
  mutating func readPlainPoints(_ bytes: Span<UInt8>, _ run: ResponseParser.Run, _ row: Int, from first: Int) -> Int {
    let stride = block.stride
    var index = cursor
    // Taken out of the block while it is written to, and put back.
    var column: [UInt16] = []
    swap(&column, &block.points)
    defer { swap(&column, &block.points) }
    var points = column.mutableSpan
    var place = (run.target + first) * stride + row
    var (step, total, blanks, ended) = (first, 0, 0, false)
    while step < run.count, !ended {
      var end = index
      var value = 0
      while end < bytes.count, end < index + 4, bytes[end] &- 48 < 10 {
        value = value * 10 + Int(bytes[end] &- 48)
        end += 1
      }
      guard end < bytes.count, bytes[end] == 0x2C || bytes[end] == 0x0A, value <= 100 else { break }
      ended = bytes[end] == 0x0A
      if end == index {
        blanks += 1
      } else {
        points[place] = UInt16(truncatingIfNeeded: value * 100)
        total += value * 100
      }
      index = end + 1
      place += stride
      step += 1
    }
    cursor = index
    cells = run.column + step
    rowEnded = ended
    sum += total
    blankPoints += blanks
    return step
  }

  /// Reads one cell of points in full.
  mutating func readAnyPoints(_ bytes: Span<UInt8>, _ tail: BlockTail, column: Int, place: Int) {
    var scan = nextCell(bytes, tail, column: column)
    guard isCellSound else {
      hasBadPoints = true
      return
    }
    scan.trim(bytes)
    if scan.start == scan.end {
      blankPoints += 1
      return
    }
    let text = scan.text(in: bytes)
    if let points = CellText.hundredths(text), points <= 10_000 {
      sum += points
      block.points[place] = UInt16(points)
    } else {
      hasBadPoints = true
      let isAmbiguous = CellText.isNotAvailable(text)
      fault(
        isAmbiguous ? .notAvailable : .notPoints, column: column,
        "found \(CellText.quoted(text)), expected points from 0 to 100 with at most two decimals; "
          + (isAmbiguous ? "write 0, or leave the cell empty" : "write the number alone"))
    }
  }

  /// Where a cell of ordinary length without quotation marks and without blanks at its ends stops at a comma; nil for any
  /// other cell.
  func plainEnd(_ bytes: Span<UInt8>) -> Int? {
    var index = cursor
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x2C { break }
      if byte == 0x22 || byte == 0x0A || byte == 0x0D { return nil }
      index += 1
    }
    guard index < bytes.count, index - cursor <= CellExtent.longestName else { return nil }
    if index == cursor { return index }
    // 0xC2 and 0xA0 begin and end a non-breaking space.
    if bytes[cursor] <= 0x20 || bytes[cursor] == 0xC2 || bytes[index - 1] <= 0x20 || bytes[index - 1] == 0xA0 {
      return nil
    }
    return index
  }

  mutating func readGroup(
    _ bytes: Span<UInt8>, _ tail: BlockTail, _ run: ResponseParser.Run, _ row: Int, _ parser: borrowing ResponseParser
  ) {
    let code: Int32
    if let end = plainEnd(bytes) {
      cells += 1
      code = end == cursor ? -1 : block.labels[run.target].number(bytes, cursor, end)
      cursor = end + 1
    } else {
      var scan = nextCell(bytes, tail, column: run.column, .name)
      guard isCellSound else { return }
      scan.trim(bytes)
      if scan.start == scan.end {
        code = -1
      } else if scan.hasDoubledQuotes {
        let text = Array(scan.text(in: bytes).utf8)
        code = block.labels[run.target].number(text.span, 0, text.count)
      } else {
        code = block.labels[run.target].number(bytes, scan.start, scan.end)
      }
    }
    block.codes[run.target * block.stride + row] = code
    guard run.detail > 0 else { return }
    if code < 0 {
      fault(
        .missingValue, column: run.column,
        run.detail == 1
          ? "found an empty cell, expected the name of an organisation; fill it in"
          : "found an empty cell, expected a respondent type; fill it in")
    } else if run.detail == 2 {
      let label = Int(code)
      if label == knownTypes.count { knownTypes.append(parser.types.code(block.labels[run.target].text(label)) != nil) }
      if !knownTypes[label] {
        let text = block.labels[run.target].text(label)
        fault(.unknownType, column: run.column, parser.types.message(for: text))
      }
    }
  }

  mutating func readIdentifier(_ bytes: Span<UInt8>, _ tail: BlockTail, _ run: ResponseParser.Run) {
    let start = block.ids.count
    if let end = plainEnd(bytes) {
      cells += 1
      bytes.extracting(cursor..<end).withUnsafeBufferPointer { block.ids.append(contentsOf: $0) }
      cursor = end + 1
    } else {
      var scan = nextCell(bytes, tail, column: run.column, .name)
      guard isCellSound else { return }
      scan.trim(bytes)
      block.ids.append(contentsOf: scan.text(in: bytes).utf8)
    }
    if block.ids.count == start {
      fault(
        .missingValue, column: run.column,
        "found an empty cell, expected an identifier; give each respondent one of their own")
    }
  }

  mutating func readWeight(_ bytes: Span<UInt8>, _ tail: BlockTail, _ run: ResponseParser.Run) {
    let scan = nextCell(bytes, tail, column: run.column)
    guard isCellSound, !rowIncomplete else { return }
    let text = CellText.trimmed(scan, in: bytes)
    let weight = CellText.number(text) ?? 0
    if (1e-100...1e100).contains(weight) {
      block.weights.append(weight)
    } else {
      block.weights.append(0)
      // Sums and squares of others are no numbers.
      let expected = weight > 0 ? "a weight from 1e-100 to 1e100" : "a weight above 0"
      fault(
        .notANumber, column: run.column,
        "found \(text.isEmpty ? "an empty cell" : CellText.quoted(text)), expected \(expected); correct it")
    }
  }

  mutating func readDuration(_ bytes: Span<UInt8>, _ tail: BlockTail, _ run: ResponseParser.Run) {
    var index = cursor
    while index < bytes.count, bytes[index] &- 48 < 10 { index += 1 }
    if index < bytes.count, bytes[index] == 0x2C {
      cells += 1
      cursor = index + 1
      return
    }
    let scan = nextCell(bytes, tail, column: run.column)
    guard isCellSound else { return }
    let text = CellText.trimmed(scan, in: bytes)
    if !text.isEmpty, (CellText.number(text) ?? -1) < 0 {
      fault(
        .notANumber, column: run.column,
        "found a cell that is not a number, expected seconds; correct it, or leave the cell empty")
    }
  }

  mutating func skipCell(_ bytes: Span<UInt8>, _ tail: BlockTail, _ run: ResponseParser.Run, width: Int) {
    if let end = plainEnd(bytes) {
      cells += 1
      cursor = end + 1
    } else {
      _ = nextCell(bytes, tail, column: run.column, .freeText(column: run.column, width: width))
    }
  }
}
