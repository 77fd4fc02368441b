import Readiness
public import Tabular

/// The table that a published file holds: its columns, and its cells one row at a time.
public struct PublishedTable: Sendable {
  /// The columns.
  public let description: TableDescription
  /// The number of rows.
  public let count: Int
  private let visit: @Sendable ((_ cells: [CellValue]) -> Void) -> Void

  /// Makes a value from a declared table and its rows.
  init<Row: Sendable>(_ schema: Schema<Row>, _ rows: [Row]) {
    description = schema.description
    count = rows.count
    visit = { body in
      for row in rows { body(schema.columns.map { $0.value(row) }) }
    }
  }

  /// Calls `body` with the cells of each row in turn, one for each column, and no cell empty: a mark stands where there is nothing.
  public func forEachMarkedRow(_ body: (_ cells: [CellValue]) -> Void) {
    let marks = CellMarks(description)
    visit { cells in
      body(
        cells.indices.map { index in
          switch cells[index] {
          case .empty, .text(""): .text(marks.mark(at: index, in: cells) ?? Mark.notAvailable.rawValue)
          default: cells[index]
          }
        })
    }
  }

  /// What the marks and the status words mean, in English.
  public static var notes: [(word: String, meaning: String)] {
    [
      ("[c]", "hidden, because too few people stand behind it or behind a number beside it"), ("[z]", "not asked"),
      ("[x]", "not available: too few answers, nothing to compare, or it does not apply to the row"),
      ("[u]", "views split: people stand too far apart for one number to be their view"),
    ] + Status.allCases.map { ($0.rawValue, $0.meaning) }
  }

  /// Calls `body` with the cells of each row in turn, one for each column.
  public func forEachRow(_ body: (_ cells: [CellValue]) -> Void) { visit(body) }
}
