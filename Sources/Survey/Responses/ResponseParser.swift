import Tabular

/// Parses blocks of a response file by the plan of its columns.
///
/// Nearly every cell is one digit and a comma; those are read in place. Every other cell goes through ``CellScan``.
struct ResponseParser: BlockParser {
  /// Faults of one block that keep their sentence; more are counted. All are kept when rows are set aside.
  static let keptFaults = 1_000

  let instrument: Instrument
  let columns: [Column]
  /// Neighbouring columns that are read alike: rated items of one scale, budget factors, or one column of another kind.
  let runs: [Run]
  let setAside: Bool
  let rule: AllocationRule
  /// Columns of rated items, grouping columns and factors in this file.
  let ratingCount: Int
  let groupCount: Int
  let factorCount: Int
  let hasIdentifier: Bool
  let hasWeight: Bool
  /// Per scale, what each byte means as a whole cell; 250 where it does not settle the cell.
  let tables: [[UInt8]]
  /// Per scale, how to settle four cells at once; nil for scales with codes above 9.
  let quads: [AnswerQuad?]
  let types: TypeIndex

  /// What to do with a column.
  struct Column: Sendable {
    enum Kind: UInt8, Sendable { case rating, points, group, identifier, weight, duration, ignored }
    let kind: Kind
    /// The place among the columns of that kind in the block.
    let target: Int
    /// The scale's table (ratings), or whether a blank is a fault (groups: 1 organisation, 2 respondent type).
    let detail: Int
    /// The place of a rated item in the instrument, or of a grouping column in the vocabulary.
    let item: Int
  }

  /// Neighbouring columns that are read alike.
  struct Run: Sendable {
    let kind: Column.Kind
    let column: Int
    var count: Int
    let target: Int
    let detail: Int
  }

  init(_ plan: ColumnPlan, instrument: Instrument, options: IntakeOptions) {
    self.instrument = instrument
    setAside = options.setAside
    rule = AllocationRule(policy: options.allocation, total: (instrument.budget?.total ?? 100) * 100)
    var columns: [Column] = []
    var scales: [ResponseScale] = []
    var ratings = 0
    var groups = 0
    var seen: Set<ColumnRole> = []
    for role in plan.roles {
      // A second column for one thing is a fault already; the first is read.
      let role = seen.contains(role) ? .unused : role
      seen.insert(role)
      switch role {
      case .rating(let item):
        let scale = instrument.ratings[item].scale
        let table = scales.firstIndex(of: scale) ?? scales.count
        if table == scales.count { scales.append(scale) }
        columns.append(Column(kind: .rating, target: ratings, detail: table, item: item))
        ratings += 1
      case .group(let group):
        columns.append(Column(kind: .group, target: groups, detail: group == 0 ? 1 : group == 1 ? 2 : 0, item: group))
        groups += 1
      case .points(let factor): columns.append(Column(kind: .points, target: factor, detail: 0, item: 0))
      case .identifier: columns.append(Column(kind: .identifier, target: 0, detail: 0, item: 0))
      case .weight: columns.append(Column(kind: .weight, target: 0, detail: 0, item: 0))
      case .duration: columns.append(Column(kind: .duration, target: 0, detail: 0, item: 0))
      case .unused, .unknown: columns.append(Column(kind: .ignored, target: 0, detail: 0, item: 0))
      }
    }
    self.columns = columns
    runs = columns.enumerated().reduce(into: []) { runs, entry in
      let (place, column) = entry
      if let last = runs.last, last.kind == column.kind, column.kind == .rating || column.kind == .points,
        last.detail == column.detail, last.target + last.count == column.target
      {
        runs[runs.count - 1].count += 1
      } else {
        runs.append(Run(kind: column.kind, column: place, count: 1, target: column.target, detail: column.detail))
      }
    }
    ratingCount = ratings
    groupCount = groups
    factorCount = columns.contains { $0.kind == .points } ? instrument.budget?.factors.count ?? 0 : 0
    hasIdentifier = columns.contains { $0.kind == .identifier }
    hasWeight = columns.contains { $0.kind == .weight }
    tables = scales.map { scale in
      var table = [UInt8](repeating: 250, count: 256)
      for option in scale.options where option.code < 10 { table[48 + option.code] = UInt8(option.code) }
      return table
    }
    quads = scales.map(AnswerQuad.init)
    types = TypeIndex(instrument)
  }

  func parse(_ bytes: Span<UInt8>, tail: BlockTail) -> ParsedBlock<ResponseBlock> {
    var builder = BlockBuilder(self, stride: BlockCut.recordLimit(bytes))
    var answers = [UInt8](repeating: MissingReason.skipped.rawValue, count: ratingCount * builder.block.stride)
    var output = answers.mutableSpan
    while builder.position < bytes.count, builder.readRow(bytes, tail: tail, parser: self, answers: &output) {}
    builder.block.answers = answers
    builder.checkText(bytes)
    return ParsedBlock(builder.block, consumed: builder.position, isDamaged: builder.isDamaged)
  }
}

/// The respondent types by code, by code without regard to case, and by label.
struct TypeIndex: Sendable {
  private let places: [String: Int]
  let codes: [String]

  init(_ instrument: Instrument) {
    var places: [String: Int] = [:]
    for (place, type) in instrument.respondentTypes.enumerated() { places[HeadingText.key(type.code)] = place }
    for (place, type) in instrument.respondentTypes.enumerated() {
      for label in type.label.texts.values.sorted() where places[HeadingText.key(label)] == nil {
        places[HeadingText.key(label)] = place
      }
    }
    self.places = places
    codes = instrument.respondentTypes.map(\.code)
  }

  /// The code of the type that a cell names; nil when there is none.
  func code(_ text: String) -> String? { places[HeadingText.key(text)].map { codes[$0] } }

  /// The code nearest to a text that names no type.
  func nearest(to text: String) -> String? { NearestName.of(text, in: codes) }
}
