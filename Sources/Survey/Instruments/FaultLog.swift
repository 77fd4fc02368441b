/// A place in one of an instrument's two files.
struct FilePlace: Sendable, Hashable {
  /// `barriers-short/survey.yaml`.
  let file: String
  /// Line of `survey.yaml`, or record of `items.csv`; nil when the whole file is meant.
  var row: Int?
  /// Column of the line (1-based), or place of the cell.
  var column: Int?
  /// The heading of the cell, which names the column of a table.
  var heading: String?
}

/// A value and where it was read.
struct Placed<Value> {
  let value: Value
  let place: FilePlace
}

/// Collects every fault of an instrument's files, so that all are reported at once and in order.
final class FaultLog {
  private var entries: [(place: FilePlace, fault: Fault)] = []

  /// Notes a fault.
  func add(_ kind: Fault.Kind, at place: FilePlace, _ message: String) {
    let fault = Fault(
      kind, file: place.file, row: place.row, column: place.heading ?? place.column.map(String.init), message: message)
    if !entries.contains(where: { $0.fault == fault }) { entries.append((place, fault)) }
  }

  /// The faults by file (`survey.yaml` first), row and column.
  var faults: [Fault] {
    let order = entries.enumerated().sorted { left, right in
      let (a, b) = (left.element.place, right.element.place)
      return (a.file.hasSuffix(".csv") ? 1 : 0, a.row ?? 0, a.column ?? 0, left.offset)
        < (b.file.hasSuffix(".csv") ? 1 : 0, b.row ?? 0, b.column ?? 0, right.offset)
    }
    return order.map(\.element.fault)
  }
}

extension Fault.Kind {
  static let yamlSyntax: Self = "yaml-syntax"
  static let duplicateKey: Self = "duplicate-key"
  static let unknownKey: Self = "unknown-key"
  static let missingKey: Self = "missing-key"
  static let wrongShape: Self = "wrong-shape"
  static let badNumber: Self = "bad-number"
  static let badID: Self = "bad-id"
  static let badVersion: Self = "bad-version"
  static let badLanguage: Self = "bad-language"
  static let textMissing: Self = "text-missing"
  static let badCode: Self = "bad-code"
  static let duplicateCode: Self = "duplicate-code"
  static let duplicateText: Self = "duplicate-text"
  static let badScale: Self = "bad-scale"
  static let unknownScale: Self = "unknown-scale"
  static let unknownForm: Self = "unknown-form"
  static let otherForm: Self = "other-form"
  static let unknownKeying: Self = "unknown-keying"
  static let unknownDimension: Self = "unknown-dimension"
  static let unknownFacet: Self = "unknown-facet"
  static let unknownItem: Self = "unknown-item"
  static let unknownFactor: Self = "unknown-factor"
  static let unknownRollUp: Self = "unknown-roll-up"
  static let unknownSide: Self = "unknown-side"
  static let unknownAnswers: Self = "unknown-answers"
  static let unplacedItem: Self = "unplaced-item"
  static let allocationWithoutTotal: Self = "allocation-without-total"
  static let nothingAsked: Self = "nothing-asked"
  static let missingColumn: Self = "missing-column"
  static let unknownInstrumentColumn: Self = "unknown-column"
  static let oneSidedKeying: Self = "one-sided-keying"
}
