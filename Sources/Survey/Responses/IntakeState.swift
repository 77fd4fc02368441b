import Tabular

/// Everything read so far: columns that grow block by block, in the order of the files.
struct IntakeState: Sendable {
  /// Faults that are kept with their sentences; more are counted.
  static let keptFaults = 1_000

  /// A fault or a notice with the place that orders it.
  struct Placed: Sendable {
    let file: Int
    let record: Int
    let column: Int
    let fault: Fault
  }

  /// One file's part of the rows.
  struct FileState: Sendable {
    let name: String
    let plan: ColumnPlan
    let firstRow: Int
    let headingRecord: Int
    var rows = 0
    var records = 0
    /// Rows (of all files) that come right after a blank record, one entry per blank record.
    var blanks: [Int] = []
    var keptFaults = 0
    var keptDuplicates = 0
    var used = 0
    var hasInvalidByte = false
  }

  let instrument: Instrument
  let options: IntakeOptions
  let groupNames: [String]
  let askedGroups: [Int]
  /// Whether any file has a column for each rated item, each group and the budget question.
  let hasRating: [Bool]
  let hasGroup: [Bool]
  let hasPoints: Bool

  var count = 0
  var answers: [[UInt8]]
  var points: [[UInt16]]
  var allocation: [UInt8] = []
  var groupCodes: [[Int32]]
  var groupLabels: [GroupLabels]
  var weights: [Double] = []
  var idBytes: [UInt8] = []
  var idEnds: [Int] = []
  var identifiers = IdentifierIndex()
  var files: [FileState] = []
  var placed: [Placed] = []
  var faultTotal = 0
  var isFatal = false
  var rejected: [Int] = []
  var setAside: [SetAsideRow] = []
  /// Bytes of all files, to foresee how many rows there will be.
  let totalBytes: Int
  var hasReserved = false

  init(_ instrument: Instrument, options: IntakeOptions, vocabulary: ColumnPlan.Vocabulary, files: [ResponseFile]) {
    self.instrument = instrument
    self.options = options
    groupNames = vocabulary.groups
    askedGroups = vocabulary.askedGroups
    let roles = Set(files.filter(\.isReadable).flatMap(\.plan.roles))
    hasRating = instrument.ratings.indices.map { roles.contains(.rating($0)) }
    hasGroup = groupNames.indices.map { roles.contains(.group($0)) }
    hasPoints = roles.contains { if case .points = $0 { true } else { false } }
    answers = instrument.ratings.map { _ in [] }
    points = (instrument.budget?.factors ?? []).map { _ in [] }
    groupCodes = groupNames.map { _ in [] }
    groupLabels = groupNames.map { _ in GroupLabels() }
    totalBytes = files.reduce(0) { $0 + $1.source.count }
  }

  /// Starts the next file; its heading faults are taken over.
  mutating func begin(_ file: ResponseFile) {
    files.append(FileState(name: file.name, plan: file.plan, firstRow: count, headingRecord: file.headingRecord))
    for fault in file.faults {
      let column = fault.column.flatMap { name in file.plan.headings.indices.first { file.plan.shown($0) == name } }
      place(fault, record: fault.row ?? 0, column: column ?? -1)
      if fault.severity == .error {
        isFatal = true
        faultTotal += 1
      }
    }
  }

  /// Takes over the rows of a block of the current file.
  mutating func merge(_ block: ResponseBlock, _ bytes: [UInt8], parser: ResponseParser) {
    if !hasReserved { reserve(rows: block.rows, bytes: bytes.count) }
    let base = count
    let firstRecord = files[files.count - 1].headingRecord + 1 + files[files.count - 1].records
    appendAnswers(block, parser)
    appendPoints(block, parser)
    appendGroups(block, parser)
    if parser.hasWeight {
      weights += block.weights
    } else if options.samplingWeights != nil {
      weights += repeatElement(0, count: block.rows)
    }
    let idOffset = idBytes.count
    idBytes += block.ids
    for end in block.idEnds { idEnds.append(idOffset + end) }
    count += block.rows
    let file = files.count - 1
    files[file].rows += block.rows
    files[file].records += block.records
    for row in block.blanks { files[file].blanks.append(base + row) }

    for fault in block.faults { take(fault, firstRecord: firstRecord) }
    faultTotal += block.faultCount - block.faults.count
    for notice in block.notices { take(notice, firstRecord: firstRecord) }
    if let invalid = block.invalidByte, !files[file].hasInvalidByte {
      files[file].hasInvalidByte = true
      isFatal = true
      let record = firstRecord + invalid.record
      let text = TextFault.notText(byte: invalid.byte, row: record, column: invalid.column + 1)
      faultTotal += 1
      place(
        Fault(
          Fault.Kind(rawValue: text.kind.rawValue), file: files[file].name, row: record,
          column: files[file].plan.shown(invalid.column), message: text.message),
        record: record, column: invalid.column)
    }
    if block.hasOpenQuote || block.swallowsRows { isFatal = true }
    var faulty = Set(block.faultyRows)
    let duplicates = findDuplicates(block, base: base, firstRecord: firstRecord)
    guard options.setAside else { return }
    var byRecord: [Int: [Fault]] = [:]
    for fault in block.faults where fault.severity == .error {
      byRecord[fault.record, default: []].append(located(fault, firstRecord: firstRecord))
    }
    for (row, fault) in duplicates {
      faulty.insert(row)
      byRecord[block.record(ofRow: row), default: []].append(fault)
    }
    for row in faulty.sorted() {
      rejected.append(base + row)
      let record = block.record(ofRow: row)
      setAside.append(
        SetAsideRow(
          file: files[file].name, row: firstRecord + record, cells: cells(bytes.span, from: block.rowStarts[row]),
          headings: files[file].plan.headings, faults: byRecord[record] ?? []))
    }
  }

  private func cells(_ bytes: Span<UInt8>, from start: Int) -> [String] {
    var cells: [String] = []
    var index = start
    while true {
      let scan = CellScan(bytes, from: index)
      cells.append(scan.text(in: bytes))
      if scan.terminator != .comma { return cells }
      index = scan.next
    }
  }

  private func located(_ fault: BlockFault, firstRecord: Int) -> Fault {
    let file = files[files.count - 1]
    return Fault(
      fault.kind, severity: fault.severity, file: file.name, row: firstRecord + fault.record,
      column: fault.column < 0 ? nil : file.plan.shown(fault.column), message: fault.message)
  }

  /// Counts a fault of a block and keeps it while there is room; keeps every notice.
  private mutating func take(_ fault: BlockFault, firstRecord: Int) {
    let file = files.count - 1
    if fault.severity == .error {
      faultTotal += 1
      files[file].keptFaults += 1
      if files[file].keptFaults > IntakeState.keptFaults { return }
    }
    place(located(fault, firstRecord: firstRecord), record: firstRecord + fault.record, column: fault.column)
  }

  mutating func place(_ fault: Fault, record: Int, column: Int) {
    placed.append(Placed(file: files.count - 1, record: record, column: column, fault: fault))
  }
}
