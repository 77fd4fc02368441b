/// What is settled when all files have been read: waves, emptiness, faults, and the value itself.
extension IntakeState {
  /// The responses, or every fault.
  mutating func finish() throws(FaultList) -> Responses {
    for file in files.indices where files[file].rows == 0 && files[file].plan.isRecognized {
      add(
        Fault(
          .noRespondents, file: files[file].name,
          message: "found a heading row and no rows below it, expected one row per respondent; export the file again"),
        file: file)
    }
    for group in askedGroups where !hasGroup[group] {
      add(
        Fault(
          .missingGroup, file: files.first?.name ?? "",
          message:
            "found no column \(CellText.quoted(groupNames[group])) in any file, expected one because of --group; "
            + "correct --group"),
        file: 0)
    }
    let chosenWave = chooseWave()
    noticeBlankRows()
    let errors = placed.filter { $0.fault.severity == .error }
    if isFatal || (faultTotal > 0 && !options.setAside) {
      let sorted = IntakeState.sorted(errors).prefix(IntakeState.keptFaults)
      throw FaultList(sorted.map(\.fault), total: max(faultTotal, errors.count))
    }
    noticeExample()
    keepRows(wave: chosenWave)
    guard count > 0 else {
      throw FaultList([
        Fault(
          .noRespondents, file: files.first?.name ?? "",
          message: "every row was set aside, expected at least one without faults; mend the rows that are set aside")
      ])
    }
    noticeSimilarOrganizations()
    return value()
  }

  private static func sorted(_ faults: [Placed]) -> [Placed] {
    faults.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.file, a.record, a.column, left.offset) < (b.file, b.record, b.column, right.offset)
    }.map(\.element)
  }

  /// A fault of a whole file or of the whole reading, which setting rows aside does not mend.
  private mutating func add(_ fault: Fault, file: Int) {
    isFatal = true
    faultTotal += 1
    placed.append(Placed(file: file, record: 0, column: -1, fault: fault))
  }

  private mutating func addNotice(_ kind: Fault.Kind, file: Int, _ message: String) {
    placed.append(
      Placed(
        file: file, record: 0, column: -1,
        fault: Fault(
          kind, severity: .notice, file: files.indices.contains(file) ? files[file].name : "", message: message)))
  }

  /// The number of the wave to keep; nil when there is nothing to choose.
  private mutating func chooseWave() -> Int32? {
    guard let group = groupNames.firstIndex(of: "wave"), let first = files.first?.name else { return nil }
    let labels = groupLabels[group].labels
    let shown = labels.prefix(6).map { CellText.quoted($0) }.joined(separator: ", ")
    if let wave = options.wave {
      let key = HeadingText.key(wave)
      if let number = labels.firstIndex(of: wave) ?? labels.firstIndex(where: { HeadingText.key($0) == key }) {
        return Int32(number)
      }
      add(
        Fault(
          .unknownWave, file: first,
          message: "found no row of the wave \(CellText.quoted(wave)), expected "
            + (labels.isEmpty ? "a column wave; leave --wave out" : "one of \(shown); correct --wave")),
        file: 0)
      return nil
    }
    let hasBlank = hasGroup[group] && groupCodes[group].contains(-1)
    let waves = labels.count + (hasBlank ? 1 : 0)
    if waves > 1 {
      add(
        Fault(
          .severalWaves, file: first,
          message:
            "found \(waves) waves (\(shown)\(labels.count > 6 ? ", …" : "")\(hasBlank ? " and rows without one" : "")), "
            + "expected one; choose one with --wave"),
        file: 0)
    }
    return nil
  }

  private mutating func noticeBlankRows() {
    for file in files.indices where !files[file].blanks.isEmpty {
      let blanks = files[file].blanks.count
      addNotice(
        .blankRows, file: file, "\(blanks) blank \(blanks == 1 ? "row was" : "rows were") skipped")
    }
  }

  /// The example row of ``Instrument/template()`` beside answers: it would count as a person.
  private mutating func noticeExample() {
    guard count > 1, let code = groupLabels[0].labels.firstIndex(of: InstrumentTemplate.organization) else { return }
    let ids = PackedStrings(bytes: idBytes, ends: idEnds)
    for row in 0..<count where groupCodes[0][row] == Int32(code) && ids[row] == InstrumentTemplate.respondent {
      addNotice(
        .exampleRow, file: files.lastIndex { $0.firstRow <= row } ?? 0,
        "the example row of the template counts as a person; take it out")
    }
  }

  private mutating func noticeSimilarOrganizations() {
    var first: [String: String] = [:]
    for label in groupLabels[0].labels {
      let key = HeadingText.key(label)
      guard let other = first[key] else {
        first[key] = label
        continue
      }
      addNotice(
        .similarNames, file: 0,
        "\(CellText.quoted(other)) and \(CellText.quoted(label)) are read as two organisations; write the name alike if they "
          + "are one")
    }
  }

  /// Drops rows that were set aside and rows of other waves, from every column.
  private mutating func keepRows(wave: Int32?) {
    var keep = [Bool](repeating: true, count: count)
    for row in rejected { keep[row] = false }
    if let wave, let group = groupNames.firstIndex(of: "wave") {
      var others = 0
      for row in 0..<count where groupCodes[group][row] != wave {
        others += keep[row] ? 1 : 0
        keep[row] = false
      }
      if others > 0 {
        addNotice(
          .otherWaves, file: 0,
          "\(others) \(others == 1 ? "row of other waves was" : "rows of other waves were") not used")
      }
    }
    for file in files.indices {
      let first = files[file].firstRow
      files[file].used = keep[first..<first + files[file].rows].count { $0 }
    }
    let kept = keep.count { $0 }
    guard kept < count else { return }
    func filtered<Value>(_ column: [Value]) -> [Value] {
      guard !column.isEmpty else { return column }
      var result: [Value] = []
      result.reserveCapacity(kept)
      for (row, value) in column.enumerated() where keep[row] { result.append(value) }
      return result
    }
    for item in answers.indices { answers[item] = filtered(answers[item]) }
    for factor in points.indices { points[factor] = filtered(points[factor]) }
    for group in groupCodes.indices { groupCodes[group] = filtered(groupCodes[group]) }
    allocation = filtered(allocation)
    weights = filtered(weights)
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for row in 0..<count where keep[row] {
      bytes += idBytes[(row == 0 ? 0 : idEnds[row - 1])..<idEnds[row]]
      ends.append(bytes.count)
    }
    (idBytes, idEnds) = (bytes, ends)
    count = kept
  }

  private func value() -> Responses {
    func grouping(_ group: Int) -> GroupingColumn {
      // Labels that only dropped rows carried are left out.
      var numbers: [Int32: Int32] = [:]
      var labels: [String] = []
      if groupLabels[group].labels.count > 0, !rejected.isEmpty || options.wave != nil {
        let codes = groupCodes[group].map { code -> Int32 in
          guard code >= 0 else { return -1 }
          if let number = numbers[code] { return number }
          numbers[code] = Int32(labels.count)
          labels.append(groupLabels[group].labels[Int(code)])
          return Int32(labels.count - 1)
        }
        return GroupingColumn(name: groupNames[group], labels: labels, codes: codes)
      }
      return GroupingColumn(name: groupNames[group], labels: groupLabels[group].labels, codes: groupCodes[group])
    }
    let notices = IntakeState.sorted(placed.filter { $0.fault.severity == .notice }).map(\.fault)
    let budget =
      hasPoints
      ? Allocations(
        hundredths: points, given: allocation.map { (1...3).contains($0) }, nearTotals: allocation.count { $0 == 2 },
        rescaled: allocation.count { $0 == 3 }, flagged: allocation.count { $0 == 4 })
      : nil
    return Responses(
      instrument: instrument, count: count, answers: answers, allocations: budget, organization: grouping(0),
      respondentType: grouping(1), groups: groupNames.indices.dropFirst(2).filter { hasGroup[$0] }.map(grouping),
      weights: weights, respondentIDs: PackedStrings(bytes: idBytes, ends: idEnds),
      intake: Intake(
        files: files.map {
          Intake.File(
            name: $0.name, rows: $0.rows, used: $0.used, notAsked: $0.plan.notAsked(in: instrument),
            unread: $0.plan.unread)
        }, setAside: setAside, notices: notices))
  }
}
