import Readiness
import Reporting
import Survey

/// The work of `readiness benchmark add`: read, count, store.
struct BenchmarkAddJob: Sendable {
  var reading: Reading
  var store: String
  var planPath: String?
  var days: BenchmarkRecords.Days
  var method: String
  var ticks: [QualityTick]
  var dryRun = false

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    console.progress("Reading and counting")
    let read = try BenchmarkReading(reading, planPath: planPath, days: days, method: method, ticks: ticks)
    console.endProgress()
    console.notices(read.responses.intake.notices, all: "“readiness check” lists them all")
    let records = read.records.records
    if !read.records.hidden.isEmpty {
      console.warn(
        "Left out, because too few people answered or because a small organisation could be worked out: "
          + "\(read.records.hidden.joined(separator: ", ")).")
    }
    guard !records.isEmpty else {
      throw CommandFault(.badData, "No organisation can be added: none is named, or too few people answered in each.")
    }
    if dryRun {
      for record in records { try console.writeData(Array("\(record.organization)\n".utf8)) }
      console.note("Nothing was added (--dry-run).")
      return .done
    }
    try BenchmarkStore(path: store, creates: true).add(records)
    console.note("\(records.count) organisation\(records.count == 1 ? " was" : "s were") added to \(store).")
    return read.responses.intake.setAside.isEmpty || !reading.options.strict ? .done : .rowsSetAside
  }
}

/// The work of `readiness benchmark list`.
struct BenchmarkListJob: Sendable {
  var store: String
  var releases = false

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let store = try BenchmarkStore(path: store)
    let list =
      releases ? BenchmarkPublication.list(try store.ledger()) : BenchmarkPublication.list(try store.records())
    try console.writeData(list.bytes)
    return .done
  }
}

/// The work of `readiness benchmark remove`.
struct BenchmarkRemoveJob: Sendable {
  var store: String
  var organization: String?
  var first: String?
  var peers: String?

  /// Does the work and answers with the exit code.
  func perform(_ console: Console) throws -> Exit {
    let store = try BenchmarkStore(path: store)
    if let peers {
      try store.thaw(peers)
      console.note("The frozen peers “\(peers)” are gone; their records stay.")
    }
    if let organization {
      let count = try store.remove(organization: organization, first: first)
      console.note("\(count) record\(count == 1 ? " was" : "s were") removed.")
    }
    return .done
  }
}
