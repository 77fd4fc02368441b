public import Readiness
public import Tabular

extension SetAsideRow {
  /// `set-aside.csv`: faulty rows as they were, with their faults beside them.
  ///
  /// Files may differ in their headings, so the columns are the union of the headings in order of appearance; a heading that
  /// occurs twice in a file, or that clashes with the first three columns, gets a number.
  public static func schema(of rows: [SetAsideRow]) -> Schema<SetAsideRow> {
    var names: [String] = ["file", "row", "faults"]
    var columns: [Column<SetAsideRow>] = [
      Column("file", .string, meaning: "The file.") { .text($0.file) },
      Column("row", .integer, meaning: "The record in the file; the heading is 1.") { .integer($0.row) },
      Column("faults", .string, meaning: "What is wrong, separated by a line each.") {
        .text($0.faults.map(\.description).joined(separator: "\n"))
      },
    ]
    var seen: Set<Place> = []
    for row in rows {
      for place in row.places where seen.insert(place).inserted {
        let name = distinct(place.occurrence == 1 ? place.heading : "\(place.heading)_\(place.occurrence)", in: names)
        names.append(name)
        columns.append(
          Column(name, .string, meaning: "The cell as it was.") { row in
            let index = row.places.firstIndex(of: place)
            return index.flatMap { row.cells.indices.contains($0) ? .text(row.cells[$0]) : nil } ?? .empty
          })
      }
    }
    return Schema(name: "set-aside", meaning: "Rows with faults, unchanged, that were left out.", columns: columns)
  }

  /// A heading and which of its namesakes in the file is meant.
  private struct Place: Hashable {
    let heading: String
    let occurrence: Int
  }

  private var places: [Place] {
    var count: [String: Int] = [:]
    let all = headings + (headings.count..<max(headings.count, cells.count)).map { "column_\($0 + 1)" }
    return all.map { heading in
      count[heading, default: 0] += 1
      return Place(heading: heading, occurrence: count[heading] ?? 1)
    }
  }

  private static func distinct(_ name: String, in names: [String]) -> String {
    guard names.contains(name) else { return name }
    var number = 2
    while names.contains("\(name)_\(number)") { number += 1 }
    return "\(name)_\(number)"
  }
}
