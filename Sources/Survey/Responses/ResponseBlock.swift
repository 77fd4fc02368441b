import Tabular

/// A fault or a notice in a block: its record counted from the block's start, so that it can be placed later.
struct BlockFault: Sendable {
  /// 0-based record within the block.
  let record: Int
  /// 0-based column; −1 for the whole record.
  let column: Int
  let kind: Fault.Kind
  let severity: Fault.Severity
  let message: String

  /// Whether a quotation mark is the fault.
  var isOfQuotation: Bool {
    let marks: [TextFault.Kind] = [.strayQuote, .openQuote]
    return kind == .manyLines || marks.contains { $0.rawValue == kind.rawValue }
  }
}

/// The rows of one block, column by column.
struct ResponseBlock: Sendable {
  /// Distance between the columns of ``answers``, ``points`` and ``codes``.
  let stride: Int
  /// Rows that hold a respondent.
  var rows = 0
  /// Records, blank ones included.
  var records = 0
  /// For each blank record, the number of rows before it.
  var blanks: [Int] = []
  /// Bytes of rated items, in the order of the plan's rating columns.
  var answers: [UInt8] = []
  /// Hundredths of points, in the instrument's order.
  var points: [UInt16] = []
  /// Per row: 0 no allocation, 1 accepted, 2 near, 3 rescaled, 4 flagged.
  var allocation: [UInt8] = []
  /// Identifiers, one after the other, where each ends, and a hash of each.
  var ids: [UInt8] = []
  var idEnds: [Int] = []
  var idHashes: [UInt64] = []
  /// Labels per grouping column of the file, and one number per row: −1 where the cell is blank.
  var labels: [LabelIndex] = []
  var codes: [Int32] = []
  var weights: [Double] = []
  /// Faults in order; of very many only the first.
  var faults: [BlockFault] = []
  var faultCount = 0
  var notices: [BlockFault] = []
  /// Rows with a fault, in order.
  var faultyRows: [Int] = []
  /// Where each row starts in the block's bytes; only kept when rows can be set aside.
  var rowStarts: [Int] = []
  /// The first byte that is not UTF-8, by record, column and value.
  var invalidByte: (record: Int, column: Int, byte: UInt8)?
  /// Whether the text ended inside a quoted cell.
  var hasOpenQuote = false
  /// Whether a cell took in lines that are rows of their own.
  var swallowsRows = false

  init(stride: Int) { self.stride = stride }

  /// The record of a row, both counted from the block's start.
  func record(ofRow row: Int) -> Int { row + blanks.countUpTo(row) }
}

extension [Int] {
  /// How many entries of an ascending array are at most `value`.
  func countUpTo(_ value: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
