import Disclosure
import GRDB
import Survey

/// A record with its number in a store.
public struct StoredBenchmark: Sendable, Hashable {
  /// Its number.
  public let id: Int64
  /// What it holds.
  public let record: BenchmarkRecord
  /// The names of the frozen peers that it belongs to, in alphabetical order.
  public let frozen: [String]
}

extension BenchmarkStore {
  /// Adds records, all of them or none.
  ///
  /// - Throws: ``BenchmarkFault`` naming every organisation that cannot be added: its record overlaps the days of one that is there,
  ///   or its people were published before and a few of them differ now.
  public func add(_ records: [BenchmarkRecord]) throws(BenchmarkFault) {
    try write { db in
      let ledger = try Self.ledger(db)
      var faults: [Fault] = []
      for record in records {
        if let reason = try Self.overlap(record, db) ?? Self.conflict(record, ledger) {
          faults.append(
            Fault("benchmark-not-added", file: name, message: "“\(record.organization)” was not added: \(reason)"))
        } else {
          try Self.insert(record, db)
        }
      }
      guard faults.isEmpty else { throw BenchmarkFault(.refused, faults) }
    }
  }

  /// All records by instrument, version, organisation and first day.
  ///
  /// - Throws: ``BenchmarkFault`` when the store cannot be read.
  public func records() throws(BenchmarkFault) -> [StoredBenchmark] {
    try read { db in try Self.records(db) }
  }

  /// Removes the records of an organisation, or those of them whose days begin with a day.
  ///
  /// - Returns: how many were removed.
  /// - Throws: ``BenchmarkFault`` when there is none, naming the nearest organisation, or when one belongs to frozen peers.
  public func remove(organization: String, first: String? = nil) throws(BenchmarkFault) -> Int {
    try write { db in
      let all = try Self.records(db)
      let found = all.filter {
        $0.record.key == BenchmarkRecord.key(organization) && (first == nil || $0.record.collection.first == first)
      }
      guard !found.isEmpty else {
        let hint = NearestName.of(organization, in: Set(all.map(\.record.organization)).sorted())
        throw BenchmarkFault.misnamed(
          "no record\(first.map { " that begins on \($0)" } ?? "") is called “\(organization)”"
            + (hint.map { $0 == organization ? "" : "; did you mean “\($0)”?" } ?? ""), file: name)
      }
      let frozen = Set(found.flatMap(\.frozen)).sorted()
      guard frozen.isEmpty else {
        throw BenchmarkFault(
          .refused,
          [
            Fault(
              "benchmark-frozen", file: name,
              message:
                "“\(organization)” belongs to the frozen peers \(frozen.map { "“\($0)”" }.joined(separator: ", ")), which "
                + "must stay as they are; remove those first with --peers")
          ])
      }
      for benchmark in found { try db.execute(sql: "DELETE FROM record WHERE id = ?", arguments: [benchmark.id]) }
      return found.count
    }
  }

  /// Why a record may not stand beside those that are there.
  private static func overlap(_ record: BenchmarkRecord, _ db: Database) throws -> String? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT first, last FROM record WHERE instrument = ? AND version = ? AND key = ? AND first <= ? AND last >= ?
        """,
      arguments: [
        record.kind.instrument, record.kind.version, record.key, record.collection.last, record.collection.first,
      ])
    guard let row else { return nil }
    let (first, last): (String, String) = (row["first"], row["last"])
    return "the store has its answers of \(first) to \(last) already, and these overlap; remove the record first"
  }

  /// Why a record may not follow what was published.
  private static func conflict(_ record: BenchmarkRecord, _ ledger: ReleaseLedger) -> String? {
    let release = Release(survey: record.kind.survey, day: "", groups: [record.group(cut: "organisation")])
    let conflicts = ledger.conflicts(of: release, rule: SuppressionRule(minimum: minimum))
    return conflicts.first.map { Wording.english.text($0.reason) }
  }

  private static func insert(_ record: BenchmarkRecord, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO record (key, organisation, instrument, version, form, scoring, first, last, method, ticks, people)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        record.key, record.organization, record.kind.instrument, record.kind.version, record.kind.form,
        record.kind.scoring, record.collection.first, record.collection.last, record.collection.method,
        record.collection.ticks.map(\.rawValue).joined(separator: " "), record.people,
      ])
    let id = db.lastInsertedRowID
    let figures = try db.makeStatement(sql: "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?)")
    for (place, figure) in record.figures.enumerated() {
      try figures.execute(arguments: [
        id, place, figure.measure, figure.people, figure.value, figure.standardDeviation, figure.standardError,
      ])
    }
    let answers = try db.makeStatement(sql: "INSERT INTO answer VALUES (?, ?, ?, ?, ?)")
    for (place, count) in record.answers.enumerated() {
      try answers.execute(arguments: [id, place, count.item, count.answer, count.people])
    }
  }
}

extension BenchmarkStore {
  /// Fewer people are never stored: the disclosure minimum, whatever a plan says, because a store outlives the run.
  static let minimum = 5

  /// Records in their order; of `ids` alone where they are given.
  static func records(_ db: Database, ids: Set<Int64>? = nil) throws -> [StoredBenchmark] {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM record ORDER BY instrument, version, key, first, id")
    let frozen = Dictionary(
      grouping: try Row.fetchAll(db, sql: "SELECT record, peers FROM peer ORDER BY peers")
    ) { $0["record"] as Int64 }
    return try rows.compactMap { row in
      let id: Int64 = row["id"]
      guard ids?.contains(id) ?? true else { return nil }
      let ticks: String = row["ticks"]
      let figures = try Row.fetchAll(db, sql: "SELECT * FROM figure WHERE record = ? ORDER BY place", arguments: [id])
      let answers = try Row.fetchAll(db, sql: "SELECT * FROM answer WHERE record = ? ORDER BY place", arguments: [id])
      return StoredBenchmark(
        id: id,
        record: BenchmarkRecord(
          organization: row["organisation"],
          kind: BenchmarkKind(
            instrument: row["instrument"], version: row["version"], form: row["form"], scoring: row["scoring"]),
          collection: BenchmarkCollection(
            first: row["first"], last: row["last"], method: row["method"],
            ticks: ticks.split(separator: " ").compactMap { QualityTick(rawValue: String($0)) }),
          people: row["people"],
          figures: figures.map {
            BenchmarkRecord.Figure(
              measure: $0["measure"], people: $0["people"], value: $0["value"], standardDeviation: $0["deviation"],
              standardError: $0["error"])
          },
          answers: answers.map {
            BenchmarkRecord.AnswerCount(item: $0["item"], answer: $0["answer"], people: $0["people"])
          }),
        frozen: (frozen[id] ?? []).map { $0["peers"] })
    }
  }
}
