import Readiness
import Tabular

/// What was done to the cells of one table, counted column by column over its rows as they are published.
///
/// Nothing but published rows goes in, so nothing comes out that a reader of the table could not count.
struct ColumnAudit<Row: Sendable> {
  /// What was done to a cell, and why.
  struct Finding: Hashable {
    let action: DisclosureRow.Action
    let why: DisclosureRow.Why

    init(_ action: DisclosureRow.Action, _ why: DisclosureRow.Why) { (self.action, self.why) = (action, why) }
  }

  /// What is found in the cells of some columns that are empty, or that are not; the place of a row in the table goes in.
  struct Rule {
    let columns: Set<String>
    let isEmpty: Bool
    let finding: (Int) -> Finding?

    static func empty(_ columns: Set<String>, _ finding: @escaping (Int) -> Finding?) -> Rule {
      Rule(columns: columns, isEmpty: true, finding: finding)
    }

    static func filled(_ columns: Set<String>, _ finding: @escaping (Int) -> Finding?) -> Rule {
      Rule(columns: columns, isEmpty: false, finding: finding)
    }
  }

  let schema: Schema<Row>
  let rows: [Row]

  init(_ schema: Schema<Row>, _ rows: [Row]) { (self.schema, self.rows) = (schema, rows) }

  /// The names of all columns but some.
  func columns(besides others: Set<String>) -> Set<String> { Set(schema.columns.map(\.name)).subtracting(others) }

  /// One row per column and finding; of several rules for a cell the first that finds something counts.
  func counted(_ rules: [Rule]) -> [DisclosureRow] {
    schema.columns.flatMap { column -> [DisclosureRow] in
      let own = rules.filter { $0.columns.contains(column.name) }
      guard !own.isEmpty else { return [] }
      var counts: [Finding: Int] = [:]
      for (place, row) in rows.enumerated() {
        let isEmpty = column.value(row) == .empty
        for rule in own where rule.isEmpty == isEmpty {
          guard let finding = rule.finding(place) else { continue }
          counts[finding, default: 0] += 1
          break
        }
      }
      return DisclosureRow.Action.allCases.flatMap { action in
        DisclosureRow.Why.allCases.compactMap { why in
          counts[Finding(action, why)].map {
            DisclosureRow(table: schema.name, column: column.name, action: action, why: why, cells: $0)
          }
        }
      }
    }
  }
}

/// How many digits a number is told in.
enum ToldDigits {
  /// Significant digits of the shortest decimal that reads back the same; 0 for nought.
  static func count(_ number: Double) -> Int {
    let digits = number.description.prefix { $0 != "e" }.filter { $0.isNumber }
    return digits.drop { $0 == "0" }.reversed().drop { $0 == "0" }.count
  }

  /// Whether there is no number, or one of at most so many digits.
  static func isShort(_ number: Double?, _ digits: Int) -> Bool { number.map { count($0) <= digits } ?? true }
}
