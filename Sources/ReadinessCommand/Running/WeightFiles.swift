import Readiness
import Survey
import Tabular

/// Weights by hand: a CSV with the columns `dimension` and `weight`, every dimension once.
struct ManualWeightsFile {
  let weights: [String: Double]

  /// - Throws: `FaultList` with every fault, each with file, row and column.
  init(bytes: [UInt8], name: String, dimensions: [String]) throws(FaultList) {
    let table = try WeightFile.table(bytes, name: name)
    var faults: [Fault] = []
    let places = ["dimension", "weight"].map { table.column(named: $0) }
    for (column, place) in zip(["dimension", "weight"], places) where place == nil {
      let hint = NearestName.of(column, in: table.headings).map { "; is it “\($0)”?" } ?? ""
      faults.append(Fault(.weights, file: name, row: 1, message: "the column “\(column)” is missing\(hint)"))
    }
    guard let first = places[0], let second = places[1] else { throw FaultList(faults) }
    var weights: [String: Double] = [:]
    for record in table.records {
      let (id, text) = (record.cells[first].trimmed, record.cells[second].trimmed)
      func fault(_ column: String, _ message: String) {
        faults.append(Fault(.weights, file: name, row: record.row, column: column, message: message))
      }
      guard dimensions.contains(id) else {
        fault("dimension", WeightFile.unknown(id, dimensions))
        continue
      }
      if weights[id] != nil { fault("dimension", "“\(id)” is there twice") }
      guard let weight = Double(text), weight >= 0, weight.isFinite else {
        fault("weight", "found “\(text)”, expected a number of 0 or more")
        weights[id] = 1
        continue
      }
      weights[id] = weight
    }
    let missing = dimensions.filter { weights[$0] == nil }
    if !missing.isEmpty, faults.isEmpty {
      faults.append(
        Fault(
          .weights, file: name,
          message: "no weight for \(missing.joined(separator: ", ")); give every barrier one, 0 to leave it out"))
    } else if faults.isEmpty, weights.values.allSatisfy({ $0 == 0 }) {
      faults.append(Fault(.weights, file: name, message: "every weight is 0"))
    }
    guard faults.isEmpty else { throw FaultList(faults) }
    self.weights = weights
  }
}

/// Pairwise judgements: a square CSV, dimensions across and down, each cell saying how many times as important its row is as its column.
/// One half may be left empty: mirror images are reciprocals.
struct JudgementFile {
  let table: JudgementTable

  /// - Throws: `FaultList` with every fault, each with file, row and column.
  init(bytes: [UInt8], name: String, dimensions: [String]) throws(FaultList) {
    let table = try WeightFile.table(bytes, name: name)
    var faults: [Fault] = []
    let across = Array(table.headings.dropFirst())
    for id in across where !dimensions.contains(id) {
      faults.append(Fault(.judgements, file: name, row: 1, column: id, message: WeightFile.unknown(id, dimensions)))
    }
    for id in Set(across).sorted() where across.count(where: { $0 == id }) > 1 {
      faults.append(Fault(.judgements, file: name, row: 1, column: id, message: "“\(id)” is there twice"))
    }
    var entries = JudgementEntries()
    var down: Set<String> = []
    for record in table.records {
      let id = record.cells[0].trimmed
      func fault(_ column: String?, _ message: String) {
        faults.append(Fault(.judgements, file: name, row: record.row, column: column, message: message))
      }
      if !dimensions.contains(id) { fault(nil, WeightFile.unknown(id, dimensions)) }
      if !down.insert(id).inserted { fault(nil, "“\(id)” is there twice") }
      for (column, cell) in zip(across, record.cells.dropFirst()) where !cell.trimmed.isEmpty {
        if let problem = entries.add(id, column, cell.trimmed) { fault(column, problem) }
      }
    }
    let missing = dimensions.filter { !across.contains($0) || !down.contains($0) }
    if faults.isEmpty, !missing.isEmpty {
      faults.append(
        Fault(
          .judgements, file: name,
          message: "\(missing.joined(separator: ", ")) must stand both across and down; every barrier is judged"))
    }
    guard faults.isEmpty else { throw FaultList(faults) }
    switch entries.table {
    case .success(let judged): self.table = judged
    case .failure(let gap): throw FaultList([Fault(.judgements, file: name, message: gap.sentence)])
    }
  }
}

/// What files of weights share.
private enum WeightFile {
  static func table(_ bytes: [UInt8], name: String) throws(FaultList) -> Table {
    do {
      return try Table(name: name, bytes: bytes)
    } catch {
      throw FaultList(error, file: name)
    }
  }

  static func unknown(_ id: String, _ dimensions: [String]) -> String {
    let hint = NearestName.of(id, in: dimensions).map { "; did you mean “\($0)”?" } ?? ""
    return "found “\(id)”, expected a barrier of the survey (\(dimensions.joined(separator: ", ")))\(hint)"
  }
}

extension Fault.Kind {
  static let weights: Self = "weights-file"
  static let judgements: Self = "judgements-file"
}
