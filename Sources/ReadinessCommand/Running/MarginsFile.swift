import Readiness
import Survey
import Tabular

/// Known sizes of groups in the population: a CSV with the columns `column`, `group` and `size`.
struct MarginsFile {
  let margins: [ModelRequest.Margin]

  /// - Throws: `FaultList` with every fault, each with file, row and column.
  init(bytes: [UInt8], name: String) throws(FaultList) {
    let table: Table
    do {
      table = try Table(name: name, bytes: bytes)
    } catch {
      throw FaultList(error, file: name)
    }
    var faults: [Fault] = []
    let columns = ["column", "group", "size"]
    let places = columns.map { table.column(named: $0) }
    for (column, place) in zip(columns, places) where place == nil {
      let hint = NearestName.of(column, in: table.headings).map { "; is it “\($0)”?" } ?? ""
      faults.append(Fault(.margins, file: name, row: 1, message: "the column “\(column)” is missing\(hint)"))
    }
    guard let column = places[0], let group = places[1], let size = places[2] else { throw FaultList(faults) }
    var order: [String] = []
    var sizes: [String: [String: Double]] = [:]
    for record in table.records {
      let cells = [column, group, size].map { record.cells[$0].trimmed }
      func fault(_ column: Int, _ message: String) {
        faults.append(Fault(.margins, file: name, row: record.row, column: columns[column], message: message))
      }
      for place in 0..<2 where cells[place].isEmpty { fault(place, "the cell is empty, expected a \(columns[place])") }
      if sizes[cells[0]]?[cells[1]] != nil { fault(1, "the group is there twice for this column") }
      guard let number = Double(cells[2]), number >= 0, number.isFinite else {
        fault(2, "found “\(cells[2])”, expected a number of people of 0 or more")
        continue
      }
      if sizes[cells[0]] == nil { order.append(cells[0]) }
      sizes[cells[0], default: [:]][cells[1]] = number
    }
    for column in order where (sizes[column] ?? [:]).values.allSatisfy({ $0 == 0 }) {
      faults.append(Fault(.margins, file: name, message: "every size of “\(column)” is 0"))
    }
    if order.isEmpty, faults.isEmpty { faults.append(Fault(.margins, file: name, message: "there are no sizes")) }
    guard faults.isEmpty else { throw FaultList(faults) }
    margins = order.map { ModelRequest.Margin(column: $0, sizes: sizes[$0] ?? [:]) }
  }
}

extension Fault.Kind {
  static let margins: Self = "known-sizes"
}
