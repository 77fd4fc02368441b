import Tabular

/// Labels of one grouping column over all files, numbered in order of first appearance.
struct GroupLabels: Sendable {
  private(set) var labels: [String] = []
  private var numbers: [String: Int32] = [:]

  /// The number of a spelling that was met before.
  func known(_ spelling: String) -> Int32? { numbers[spelling] }

  /// The number of a label, and of the spelling that stands for it.
  mutating func number(_ label: String, spelled spelling: String) -> Int32 {
    let number = numbers[label] ?? Int32(labels.count)
    if number == labels.count { labels.append(label) }
    numbers[label] = number
    numbers[spelling] = number
    return number
  }
}

/// Columns of a block, appended to the columns of all rows.
extension IntakeState {
  /// Makes room for the rows that the first block lets expect, so that columns are not moved while they grow.
  mutating func reserve(rows: Int, bytes: Int) {
    hasReserved = true
    guard rows > 0, bytes > 0, totalBytes > bytes else { return }
    let expected = Int(Double(totalBytes) / Double(bytes) * Double(rows) * 1.03) + 64
    for item in answers.indices where hasRating[item] { answers[item].reserveCapacity(expected) }
    for group in groupCodes.indices where hasGroup[group] { groupCodes[group].reserveCapacity(expected) }
    if hasPoints {
      for factor in points.indices { points[factor].reserveCapacity(expected) }
      allocation.reserveCapacity(expected)
    }
    idEnds.reserveCapacity(expected)
  }

  mutating func appendAnswers(_ block: ResponseBlock, _ parser: ResponseParser) {
    var isInFile = Array(repeating: false, count: answers.count)
    for column in parser.columns where column.kind == .rating {
      let start = column.target * block.stride
      answers[column.item].append(contentsOf: block.answers[start..<start + block.rows])
      isInFile[column.item] = true
    }
    for item in answers.indices where hasRating[item] && !isInFile[item] {
      answers[item].append(contentsOf: repeatElement(MissingReason.notAsked.rawValue, count: block.rows))
    }
  }

  mutating func appendPoints(_ block: ResponseBlock, _ parser: ResponseParser) {
    guard hasPoints else { return }
    if parser.factorCount == 0 {
      for factor in points.indices { points[factor].append(contentsOf: repeatElement(0, count: block.rows)) }
      allocation.append(contentsOf: repeatElement(0, count: block.rows))
      return
    }
    for factor in points.indices {
      let start = factor * block.stride
      points[factor].append(contentsOf: block.points[start..<start + block.rows])
    }
    allocation.append(contentsOf: block.allocation)
  }

  mutating func appendGroups(_ block: ResponseBlock, _ parser: ResponseParser) {
    var isInFile = Array(repeating: false, count: groupNames.count)
    for column in parser.columns where column.kind == .group {
      let labels = block.labels[column.target]
      let numbers: [Int32] = (0..<labels.count).map { number in
        let text = labels.text(number)
        if let known = groupLabels[column.item].known(text) { return known }
        var label = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if column.item == 1 { label = parser.types.code(label) ?? label }
        return groupLabels[column.item].number(label, spelled: text)
      }
      let start = column.target * block.stride
      for code in block.codes[start..<start + block.rows] {
        groupCodes[column.item].append(code < 0 ? -1 : numbers[Int(code)])
      }
      isInFile[column.item] = true
    }
    for group in groupNames.indices where hasGroup[group] && !isInFile[group] {
      groupCodes[group].append(contentsOf: repeatElement(-1, count: block.rows))
    }
  }

  /// Rows whose identifier was used before in the same wave, with the fault of each that is kept.
  mutating func findDuplicates(_ block: ResponseBlock, base: Int, firstRecord: Int) -> [(row: Int, fault: Fault)] {
    guard !block.ids.isEmpty, let wave = groupNames.firstIndex(of: "wave") else { return [] }
    var found: [(row: Int, fault: Fault)] = []
    // Taken out while rows are compared, and put back.
    var index = IdentifierIndex(slots: [])
    swap(&index, &identifiers)
    defer { swap(&index, &identifiers) }
    let file = files.count - 1
    let column = files[file].plan.roles.firstIndex(of: .identifier) ?? -1
    let hasWave = hasGroup[wave]
    var start = 0
    let offset = base == 0 ? 0 : idEnds[base - 1]
    for row in 0..<block.rows {
      let end = block.idEnds[row]
      defer { start = end }
      if end == start { continue }
      let waveCode = hasWave ? groupCodes[wave][base + row] : 0
      let hash = ByteHash.mix(block.idHashes[row] &+ UInt64(bitPattern: Int64(waveCode)))
      let earlier = index.earlier(base + row, hash: hash) { other in
        let first = other == 0 ? 0 : idEnds[other - 1]
        return (!hasWave || groupCodes[wave][other] == waveCode)
          && ByteHash.equal(idBytes.span, first..<idEnds[other], idBytes.span, offset + start..<offset + end)
      }
      guard let earlier else { continue }
      faultTotal += 1
      files[file].keptDuplicates += 1
      guard options.setAside || files[file].keptDuplicates <= IntakeState.keptFaults else { continue }
      let record = firstRecord + block.record(ofRow: row)
      let fault = Fault(
        .duplicateID, file: files[file].name, row: record, column: files[file].plan.shown(column),
        message: "found an identifier that \(placeName(ofRow: earlier)) already has, expected one of its own for each "
          + "respondent in a wave; remove the row if it is a copy, or give it another identifier")
      if files[file].keptDuplicates <= IntakeState.keptFaults { place(fault, record: record, column: column) }
      found.append((row, fault))
    }
    return found
  }

  /// `row 12`, with the file where it is another one than the current.
  private func placeName(ofRow row: Int) -> String {
    let place = files.lastIndex { $0.firstRow <= row } ?? 0
    let file = files[place]
    let blanks = file.blanks.countUpTo(row)
    let record = row - file.firstRow + file.headingRecord + 1 + blanks
    return place == files.count - 1 ? "row \(record)" : "row \(record) of \(file.name)"
  }
}
